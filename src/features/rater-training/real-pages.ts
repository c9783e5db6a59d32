import type { RealResponse } from '../../core/calibration/real-response.ts';
import type { ResponseText } from '../../core/rating/check-judgement.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { errorOf, summaryFor, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type { Breadcrumb, Checkbox, DataTable, Notice, Row } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import type { CalibrationSet, SetResponse } from './load-set.ts';

const TITLE = 'Responses of applicants to learn from';
const listOf = ({ id }: Requisition): string => `/requisitions/${id}/rating/real-responses`;

const crumbs = (requisition: Requisition): Breadcrumb['links'] => [
  { label: 'Roles', href: '/requisitions' },
  { label: requisition.title, href: `/requisitions/${requisition.id}` },
  { label: 'Levels that experts agree on', href: `/requisitions/${requisition.id}/rating/calibration` },
];

const about: Notice = {
  look: 'info',
  heading: null,
  lines: [
    'Applicants are asked after handing in whether raters may learn from what they wrote, and can take it back. Only those who agreed are listed, without label or name.',
    'Read a response, mask every word that tells who wrote it, and put it forward. Three experts then give it levels. It is deleted with the applicant, or when they take their consent back.',
  ],
  links: [],
};

/** What may be put forward, and what was. */
export function offersPage(
  requisition: Requisition,
  offers: readonly RatingTask[],
  set: CalibrationSet,
): PageReply {
  const real = set.responses.filter(({ writer }) => writer !== null);
  const vm = {
    breadcrumb: { links: crumbs(requisition), here: TITLE },
    header: { heading: TITLE, sub: null, chips: [], buttons: [] },
    about,
    offers: offersTable(requisition, offers, set),
    real: real.length === 0 ? null : realTable(requisition, real),
  };
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'rater-training/offers', title: TITLE, vm, simulated };
}

function offersTable(
  requisition: Requisition,
  offers: readonly RatingTask[],
  set: CalibrationSet,
): DataTable {
  const rows = offers.map(({ id, itemId, resolution }, index) => {
    const prompt = set.responses.find(({ response }) => response.itemId === itemId)?.prompt.title ?? itemId;
    const criteria = resolution?.kind === 'rated' ? Object.entries(resolution.criteria) : [];
    const levels = criteria.map(([criterion, { level }]) => {
      const label = set.rubric.criteria.find((one) => String(one.id) === criterion)?.label ?? criterion;
      return `${label} ${level.toFixed(1)}`;
    });
    const href = `${listOf(requisition)}/offers/${id}`;
    return line({ kind: 'link', text: `Response ${index + 1}`, href, sub: prompt }, levels.join(', '));
  });
  return {
    id: 'offers',
    heading: 'Writers agreed',
    headingHidden: false,
    note: 'The levels are those of the rating; experts do not see them.',
    columns: columns('Response', 'Levels'),
    rows,
    empty: 'No settled response of somebody who agreed is left to put forward.',
    sortsInPlace: false,
  };
}

function realTable(requisition: Requisition, real: readonly SetResponse[]): DataTable {
  const rows = real.map(({ response, prompt, agreement, use, writer }, index) => {
    const said = agreement?.agreed ? 'agreed' : `${agreement?.opinions.length ?? 0} of 3 experts`;
    const purpose = use === 'training' ? 'Training' : 'Certification';
    const named = { text: `Response ${index + 1}`, sub: prompt.title };
    // The text of another role's response is for its own lead to take out.
    const first: Row['cells'][number] =
      writer?.requisitionId === requisition.id
        ? { kind: 'link', ...named, href: `${listOf(requisition)}/${response.id}` }
        : { kind: 'text', ...named };
    return line(first, `${purpose}, ${said}`);
  });
  return {
    id: 'real',
    heading: 'Put forward',
    headingHidden: false,
    note: 'From all roles of your organisation with this assessment.',
    columns: columns('Response', 'Where it stands'),
    rows,
    empty: '',
    sortsInPlace: false,
  };
}

/** Where the lead masks a response; shown as experts and raters will read it. */
export function maskPage(
  requisition: Requisition,
  taskId: string,
  text: ResponseText,
  form: FormState,
): PageReply {
  const title = 'Mask a response';
  const read: Checkbox = {
    id: 'read',
    name: 'read',
    label: 'I have read all of it: nothing that is left tells who wrote it or whom it is about.',
    hint: null,
    error: errorOf(form, 'read'),
    value: 'yes',
    checked: textOf(form, 'read') === 'yes',
  };
  const vm = {
    breadcrumb: { links: [...crumbs(requisition), { label: TITLE, href: listOf(requisition) }], here: title },
    header: { heading: title, sub: 'The writer agreed that raters learn from it.', chips: [], buttons: [] },
    summary: summaryFor(form),
    a: text.a,
    b: text.b,
    action: `${listOf(requisition)}/offers/${taskId}`,
    words: textareaFor(form, {
      name: 'words',
      label: 'Words to mask',
      hint: 'Names, places, employers, dates: copy them from the response, one a line. Blocks stand in their place.',
      rows: 5,
      required: false,
    }),
    read,
  };
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'rater-training/mask', title, vm, simulated };
}

/** A response that was put forward, as experts and raters read it. */
export function realPage(requisition: Requisition, { id, a, b }: RealResponse): PageReply {
  const title = 'A response put forward';
  const vm = {
    breadcrumb: { links: [...crumbs(requisition), { label: TITLE, href: listOf(requisition) }], here: title },
    header: { heading: title, sub: null, chips: [], buttons: [] },
    a,
    b,
    action: `${listOf(requisition)}/${id}/removal`,
  };
  const { simulated } = requisition;
  return { kind: 'page', layout: 'staff', view: 'rater-training/real', title, vm, simulated };
}

const line = (first: Row['cells'][number], text: string): Row => ({
  lineAfter: null,
  cells: [first, { kind: 'text', text, sub: null }],
});

const columns = (...labels: readonly string[]): DataTable['columns'] =>
  labels.map((label) => ({ label, labelHidden: false, align: 'start', sort: null }));
