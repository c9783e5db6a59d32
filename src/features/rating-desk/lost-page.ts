import type { DefinitionList, Breadcrumb, Notice } from '../../http/parts.ts';
import type { FormState } from '../../http/form-state.ts';
import type { PageReply, RefusedReply } from '../../http/reply.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { typedWords } from './typed-words.ts';

interface LostInput {
  readonly batchId: string;
  readonly title: string;
  readonly simulated: boolean;
  readonly why: string;
  /** What a report that came with the form did; null where there was none. */
  readonly told: string | null;
  readonly criteria: readonly Criterion[];
  readonly values: FormState['values'];
}

interface LostVm {
  readonly breadcrumb: Breadcrumb;
  readonly notice: Notice;
  readonly typed: DefinitionList | null;
}

const HEADING = 'This response is no longer yours';

/** For a form that came too late: why nothing was saved, what was typed, and the way on. */
export function lostPage(input: LostInput): PageReply {
  const { batchId, title, why, told, criteria, values } = input;
  const href = `/rating/batches/${batchId}`;
  const typed = typedWords(values, criteria).map(({ term, text }) => ({
    term,
    cell: { kind: 'text', text, sub: null } as const,
  }));
  const vm: LostVm = {
    breadcrumb: {
      links: [
        { label: 'Rating', href: '/rating' },
        { label: title, href },
      ],
      here: HEADING,
    },
    notice: {
      look: 'warn',
      heading: 'Nothing was saved',
      lines: [...(told === null ? [] : [told]), why],
      links: waysOn(batchId),
    },
    typed: typed.length === 0 ? null : { items: typed },
  };
  return {
    kind: 'page',
    status: 409,
    layout: 'staff',
    view: 'rating-desk/lost',
    title: HEADING,
    vm,
    simulated: input.simulated,
  };
}

/** For a look at it, when there is nothing typed to keep. */
export const lostReply = (batchId: string, why: string): RefusedReply => ({
  kind: 'refused',
  status: 410,
  heading: HEADING,
  text: why,
  actions: waysOn(batchId),
});

const waysOn = (batchId: string) => [
  { label: 'Go on with the batch', href: `/rating/batches/${batchId}` },
  { label: 'Your list', href: '/rating' },
];
