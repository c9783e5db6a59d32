import type { Person } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { errorOf, fieldFor, summaryFor, textsOf, type FormState } from '../../http/form-state.ts';
import type { PageReply } from '../../http/reply.ts';
import { responsesWords } from './rating-words.ts';

interface ReassignmentView {
  readonly requisition: Requisition;
  readonly from: { readonly id: string; readonly name: string };
  readonly responses: number;
  /** Everybody else who may rate in the role. */
  readonly others: readonly Person[];
  readonly form: FormState;
}

/** Where what one rater holds is given to others. */
export function reassignmentPage({
  requisition,
  from,
  responses,
  others,
  form,
}: ReassignmentView): PageReply {
  const base = `/requisitions/${requisition.id}`;
  const chosen = textsOf(form, 'rater');
  const vm = {
    breadcrumb: {
      links: [
        { label: 'Roles', href: '/requisitions' },
        { label: requisition.title, href: base },
        { label: 'Rating', href: `${base}/rating` },
      ],
      here: 'Give to others',
    },
    heading: `Give to others what ${from.name} holds`,
    sub: `${responsesWords(responses)} not handed in`,
    summary: summaryFor(form),
    action: responses === 0 ? null : `${base}/rating/reassignment/${from.id}`,
    raters: {
      id: 'rater',
      name: 'rater',
      label: 'Who rates them instead',
      hint: 'Shared equally among the people you choose. Nobody gets what they rated already, or somebody they know.',
      error: errorOf(form, 'rater'),
      options: others.map(({ id, name }) => ({
        value: id,
        label: name,
        hint: null,
        checked: chosen.includes(id),
      })),
    },
    due: fieldFor(form, {
      name: 'due',
      label: 'Rated until',
      hint: 'Raters see the day. Leave this empty for no deadline.',
      type: 'date',
      required: false,
    }),
    warning: `Levels that ${from.name} has chosen and not handed in are dropped: nobody hands in another rater’s levels.`,
    nothing: {
      heading: 'Nothing to give to others',
      text: `${from.name} holds no response of this role.`,
      buttons: [],
    },
  };
  return {
    kind: 'page',
    layout: 'staff',
    view: 'rating-desk/reassignment',
    title: `Give to others: ${requisition.title}`,
    vm,
    simulated: requisition.simulated,
  };
}
