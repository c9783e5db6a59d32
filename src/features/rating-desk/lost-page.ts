import type { DefinitionList, Breadcrumb, Notice } from '../../http/parts.ts';
import type { FormState } from '../../http/form-state.ts';
import type { PageReply, RefusedReply } from '../../http/reply.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { typedWords } from './typed-words.ts';
import type { Why } from './why-lost.ts';

interface LostInput {
  readonly batchId: string;
  readonly title: string;
  readonly simulated: boolean;
  readonly why: Why;
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
      here: why.heading,
    },
    notice: {
      look: 'warn',
      heading: 'Nothing was saved',
      lines: [...(told === null ? [] : [told]), why.text],
      links: waysOn(batchId),
    },
    typed: typed.length === 0 ? null : { items: typed },
  };
  return {
    kind: 'page',
    status: 409,
    layout: 'staff',
    view: 'rating-desk/lost',
    title: why.heading,
    vm,
    simulated: input.simulated,
  };
}

/** For a look at it, when there is nothing typed to keep. */
export const lostReply = (batchId: string, { heading, text }: Why): RefusedReply => ({
  kind: 'refused',
  status: 410,
  heading,
  text,
  actions: waysOn(batchId),
});

const waysOn = (batchId: string) => [
  { label: 'Open the batch', href: `/rating/batches/${batchId}` },
  { label: 'Your list', href: '/rating' },
];
