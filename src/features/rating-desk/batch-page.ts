import { isComplete } from '../../core/rating/is-complete.ts';
import { summaryFor, textareaFor, type FormState } from '../../http/form-state.ts';
import type { Chip, DataTable, Notice, SubmitButton } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { LoadedBatch, SeatInBatch } from './load-batch.ts';
import { responsesWords } from './rating-words.ts';

/** A batch at a glance: what is rated, what is missing, handing in. */
export function batchPage(
  { batch, requisition, seats }: LoadedBatch,
  title: string,
  missing: boolean,
  form: FormState,
): PageReply {
  const ready = seats.filter(isReady).length;
  const open = batch.state === 'open';
  const vm = {
    breadcrumb: { links: [{ label: 'Rating', href: '/rating' }], here: title },
    heading: title,
    sub: `${responsesWords(seats.length)}, ${ready} rated`,
    table: seatsTable(batch.id, seats, open),
    problem: missing ? notReady(seats.length - ready) : null,
    summary: summaryFor(form),
    done: open ? null : batch.state === 'handed-in' ? handedIn : handedBack,
    action: `/rating/batches/${batch.id}/hand-in`,
    handIn: open ? handInButton : null,
    handBack: open ? handBackForm(batch.id, form) : null,
    hint:
      ready === seats.length
        ? 'Look at your ratings again as long as you like. After handing in they stay as they are.'
        : 'You can hand in when every response is rated. Everything is saved; go on whenever you like.',
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rating-desk/batch',
    title: `Rating: ${title}`,
    vm,
    simulated: requisition.simulated,
  };
}

const isReady = ({ task, seat }: SeatInBatch): boolean =>
  isComplete(seat.slot.judgement ?? seat.slot.draft, task.criteria);

const handInButton: SubmitButton = {
  kind: 'submit',
  label: 'Hand in these ratings',
  look: 'primary',
  name: null,
  value: null,
  form: null,
  fragment: null,
  key: null,
};

const handedIn: Notice = {
  look: 'ok',
  heading: 'Handed in',
  lines: ['Thank you. Your ratings count now and stay as they are.'],
  links: [{ label: 'Back to your list', href: '/rating' }],
};

const handedBack: Notice = {
  look: 'info',
  heading: 'Handed back',
  lines: ['Other raters get these responses. Nothing that you had chosen counts.'],
  links: [{ label: 'Back to your list', href: '/rating' }],
};

/** Open where something is wrong with it, so that nobody has to look for what they typed. */
const handBackForm = (batchId: string, form: FormState) => ({
  action: `/rating/batches/${batchId}/hand-back`,
  open: form.problems.length > 0,
  because: textareaFor(form, {
    name: 'because',
    label: 'Why you hand them back',
    hint: 'The lead of the role reads this. Write nothing about who wrote the responses.',
    rows: 2,
  }),
});

function notReady(missing: number): Notice {
  return {
    look: 'warn',
    heading: 'Not handed in yet',
    lines: [
      `${responsesWords(missing)} ${missing === 1 ? 'has' : 'have'} no complete rating. They are marked below.`,
    ],
    links: [],
  };
}

function seatsTable(batchId: string, seats: readonly SeatInBatch[], open: boolean): DataTable {
  return {
    id: 'responses',
    heading: 'Responses of this batch',
    headingHidden: true,
    note: null,
    columns: ['Response', 'Your rating'].map((label) => ({
      label,
      labelHidden: false,
      align: 'start',
      sort: null,
    })),
    rows: seats.map((place, index) => ({
      lineAfter: null,
      cells: [
        open
          ? {
              kind: 'link',
              text: `Response ${index + 1}`,
              href: `/rating/batches/${batchId}/tasks/${place.task.id}`,
              sub: null,
            }
          : { kind: 'text', text: `Response ${index + 1}`, sub: null },
        { kind: 'chips', chips: [chipOf(place)] },
      ],
    })),
    empty: 'No response is left in this batch: they went to other raters.',
    sortsInPlace: false,
  };
}

function chipOf(place: SeatInBatch): Chip {
  const judgement = place.seat.slot.judgement ?? place.seat.slot.draft;
  if (judgement === null) return { label: 'not rated', look: 'plain' };
  if (!isReady(place)) return { label: 'a level is missing', look: 'warn' };
  return judgement.unratable === null
    ? { label: 'rated', look: 'ok' }
    : { label: 'cannot be rated', look: 'accent' };
}
