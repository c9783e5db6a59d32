import type { KeyedForm } from '../../../content/keyed-forms.ts';
import { FEWEST_EXPERTS, MOST_EXPERTS, USUAL_EXPERTS } from '../../../core/expert-panel/expert-panel.ts';
import { judgmentItems } from '../../../core/expert-panel/rateable-situations.ts';
import { errorOf, fieldFor, summaryFor, textOf, type FormState } from '../../../http/form-state.ts';
import type { RadioCards } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import { breadcrumbTo, optionsWords, PANELS, situationsWords } from './panel-words.ts';

const USUAL_DAYS = 28;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What the form of a new panel starts with. */
export const usualPanel = (now: Date): FormState => ({
  values: {
    needed: String(USUAL_EXPERTS),
    lastDay: new Date(now.getTime() + USUAL_DAYS * DAY_MS).toISOString().slice(0, 10),
  },
  problems: [],
});

/** Which assessment, how many experts, and until when. */
export function setUpPage(shelf: readonly KeyedForm[], form: FormState): PageReply {
  const vm = {
    breadcrumb: breadcrumbTo('Set up a panel'),
    header: {
      heading: 'Set up a panel',
      sub: 'You invite the experts afterwards, each by a link of their own.',
      chips: [],
      buttons: [],
    },
    summary: summaryFor(form),
    assessment: assessmentChoice(shelf, form),
    needed: fieldFor(form, {
      name: 'needed',
      label: 'Experts needed',
      hint: `The panel can be closed once so many have handed in. At least ${FEWEST_EXPERTS}; ${USUAL_EXPERTS} or more are advised.`,
      type: 'number',
      min: String(FEWEST_EXPERTS),
      max: String(MOST_EXPERTS),
    }),
    lastDay: fieldFor(form, {
      name: 'lastDay',
      label: 'Last day for rating',
      hint: 'You can move it later.',
      type: 'date',
    }),
    action: `${PANELS.href}/new`,
  };
  return { kind: 'page', layout: 'staff', view: 'expert-panel/set-up', title: 'Set up a panel', vm };
}

function assessmentChoice(shelf: readonly KeyedForm[], form: FormState): RadioCards {
  const chosen = textOf(form, 'assessmentId');
  return {
    id: 'assessmentId',
    name: 'assessmentId',
    label: 'Assessment',
    hint: 'The panel rates the edition that is here today. Its key counts for roles with this edition only.',
    error: errorOf(form, 'assessmentId'),
    value: chosen === '' ? null : chosen,
    required: true,
    options: shelf
      .map(({ form: one }) => ({ one, items: judgmentItems(one) }))
      .filter(({ items }) => items.length > 0)
      .map(({ one, items }) => ({
        value: one.assessmentId,
        label: one.title,
        hint: `${situationsWords(items.length)}, ${optionsWords(items.reduce((sum, { options }) => sum + options.length, 0))} to rate. Edition ${one.version}.`,
      })),
  };
}
