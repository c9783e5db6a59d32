import type { KeyDifference } from '../../../core/expert-panel/compare-keys.ts';
import { findItem } from '../../../core/form/find-item.ts';
import { errorOf, summaryFor, textareaFor, textOf, type FormState } from '../../../http/form-state.ts';
import type { Checkbox, DataTable, DefinitionList } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import type { Results } from './load-results.ts';
import { breadcrumbTo, columnsOf, panelHref } from './panel-words.ts';
import type { PublicationPreview } from './preview-publication.ts';

/** What publishing changes, and the reason for it; publishing itself comes after a second look. */
export function publicationPage(results: Results, preview: PublicationPreview, form: FormState): PageReply {
  return page(results, preview, form, {
    heading: 'Publish the key of this panel',
    action: `${panelHref(results.panel)}/publication/second-look`,
    reason: textareaFor(form, {
      name: 'reason',
      label: 'Reason',
      hint: 'At least 20 characters. It is recorded with your name.',
      rows: 4,
    }),
    understood: null,
    given: null,
    button: 'Go on to the second look',
  });
}

/** The same once more, with the reason as it will be recorded. */
export function secondLookPage(results: Results, preview: PublicationPreview, form: FormState): PageReply {
  const understood: Checkbox = {
    id: 'understood',
    name: 'understood',
    label: 'I have looked through it. The key never changes once it is published',
    hint: null,
    error: errorOf(form, 'understood'),
    value: 'yes',
    checked: false,
  };
  return page(results, preview, form, {
    heading: 'Look at it once more',
    action: `${panelHref(results.panel)}/publication`,
    reason: null,
    understood,
    given: textOf(form, 'reason'),
    button: 'Publish the key',
  });
}

interface Step {
  readonly heading: string;
  readonly action: string;
  readonly reason: ReturnType<typeof textareaFor> | null;
  readonly understood: Checkbox | null;
  readonly given: string | null;
  readonly button: string;
}

function page(results: Results, preview: PublicationPreview, form: FormState, step: Step): PageReply {
  const { panel } = results;
  const here = panelHref(panel);
  const vm = {
    breadcrumb: breadcrumbTo(
      'Publication',
      { label: panel.assessmentTitle, href: here },
      { label: 'Results', href: `${here}/results` },
    ),
    header: { heading: step.heading, sub: panel.assessmentTitle, chips: [], buttons: [] },
    summary: summaryFor(form),
    effects: effectsOf(results, preview),
    differences: differencesTable(results, preview),
    step,
    rev: String(panel.rev),
    back: `${here}/results`,
  };
  return { kind: 'page', layout: 'staff', view: 'expert-panel/publication', title: step.heading, vm };
}

function effectsOf({ judged }: Results, preview: PublicationPreview): DefinitionList {
  const { changes, roles, replacesPanel, cut } = preview;
  const { scored, differ, byFive, lost, gained } = changes;
  const line = (term: string, text: string, sub: string | null = null) => ({
    term,
    cell: { kind: 'text' as const, text, sub },
  });
  const dropped = judged.situations.filter((one) => one.dropped !== null).length;
  return {
    items: [
      line('The key rests on', `${judged.counted} experts`, droppedWords(dropped)),
      line('It takes the place of', replacesPanel ? 'the key of an earlier panel' : 'the authors’ key'),
      line(
        'Roles in which everybody gets it',
        String(roles.switched),
        'Judgment was kept back there all the time and is shown from then on.',
      ),
      line(
        'Roles in which it counts from the next invitation on',
        String(roles['next-intake']),
        'Judgment was shown there, or somebody was rejected: scores so far stay as they are, in an intake of their own.',
      ),
      line('Roles that keep their key', String(roles.unaffected), 'They are closed or archived.'),
      line(
        'People with a Judgment score today',
        cut ? `${scored} of the people counted; there are more` : String(scored),
      ),
      line('Scores that would read differently', String(differ), `${byFive} of them by 5 points or more`),
      line('Scores that would be lost or gained', `${lost} lost, ${gained} gained`),
    ],
  };
}

const droppedWords = (dropped: number): string | null =>
  dropped === 0
    ? null
    : `${dropped === 1 ? '1 situation is' : `${dropped} situations are`} not scored any more`;

function differencesTable({ form }: Results, { differences }: PublicationPreview): DataTable {
  return {
    id: 'differences',
    heading: 'Where it differs from the key before',
    headingHidden: false,
    note: null,
    columns: columnsOf(['Situation', 'What changes']),
    rows: differences.map((difference) => ({
      lineAfter: null,
      cells: [
        { kind: 'text', text: findItem(form, difference.itemId)?.title ?? '', sub: null },
        { kind: 'text', text: differenceWords(difference), sub: null },
      ],
    })),
    empty: 'Nowhere by a point or more.',
    sortsInPlace: false,
  };
}

function differenceWords({ moved, gone, added, otherBest }: KeyDifference): string {
  const options = (count: number, what: string) =>
    count === 0 ? [] : [`${count === 1 ? '1 option' : `${count} options`} ${what}`];
  return [
    ...options(moved, 'by a point or more'),
    ...options(gone, 'not counted any more'),
    ...options(added, 'counted now'),
    ...(otherBest ? ['another option in front'] : []),
  ].join(', ');
}
