import type { JudgedPanel } from '../../../core/expert-panel/judge-panel.ts';
import { summaryFor, textareaFor, textOf, errorOf, type FormState } from '../../../http/form-state.ts';
import type { Notice, Select } from '../../../http/parts.ts';
import type { PageReply } from '../../../http/reply.ts';
import type { Results } from './load-results.ts';
import { breadcrumbTo, optionsWords, panelHref, situationsWords } from './panel-words.ts';
import { expertName, expertsTable, leftOutLines, situationTables } from './results-tables.ts';

/** How far experts agree, what a key keeps and drops and why, and whose ratings a person should look at. */
export function resultsPage(results: Results, form: FormState): PageReply {
  const { panel, judged } = results;
  const here = panelHref(panel);
  const open = panel.state === 'closed';
  const vm = {
    breadcrumb: breadcrumbTo('Results', { label: panel.assessmentTitle, href: here }),
    header: {
      heading: 'Results of the panel',
      sub: panel.assessmentTitle,
      chips: [],
      buttons: [],
    },
    summary: summaryFor(form),
    state: stateNotice(results),
    publish: open && judged.key === 'possible' ? `${here}/publication` : null,
    experts: expertsTable(judged),
    leftOut: leftOutLines(results),
    here,
    rev: String(panel.rev),
    changeable: open,
    expert: open ? expertChoice(judged, form) : null,
    reason: textareaFor(form, {
      name: 'reason',
      label: 'Reason',
      hint: 'At least 20 characters. It is recorded with your name.',
      rows: 3,
    }),
    situations: judged.counted < 2 ? [] : situationTables(results),
  };
  return { kind: 'page', layout: 'staff', view: 'expert-panel/results', title: 'Results of the panel', vm };
}

function stateNotice({ panel, judged }: Results): Notice {
  const notice = (look: Notice['look'], heading: string, ...lines: string[]): Notice => ({
    ...{ look, heading, lines, links: [] },
  });
  const kept = keptWords(judged);
  if (panel.state === 'published') return notice('ok', 'The key is published', kept);
  if (panel.state === 'given-up') return notice('info', 'This panel was given up', 'Nothing of it counts.');
  switch (judged.key) {
    case 'possible':
      return notice('ok', 'A key can be made of this', kept);
    case 'too-few-experts':
      return notice(
        'warn',
        `Not enough yet (${judged.counted} of ${panel.needed})`,
        'Too many experts are left out. Take some back, or give this panel up and set up another.',
      );
    case 'too-few-situations':
      return notice(
        'warn',
        'The experts agree on too little',
        kept,
        'A key needs 60 % of the situations. Look at the situations in dispute with the authors, then set up another panel.',
      );
    case 'no-difference':
      return notice('warn', 'The experts rate everything alike', 'No key can be made of it.');
  }
}

function keptWords({ situations, counted }: JudgedPanel): string {
  const kept = situations.filter(({ dropped }) => dropped === null);
  const all = situations.flatMap(({ options }) => options).length;
  const options = kept.flatMap((one) => one.options.filter(({ verdict }) => verdict === 'kept')).length;
  return `From ${counted} experts: ${kept.length} of ${situationsWords(situations.length)} and ${options} of ${optionsWords(all)} are kept.`;
}

function expertChoice({ experts }: JudgedPanel, form: FormState): Select {
  return {
    id: 'expertId',
    name: 'expertId',
    label: 'Expert',
    hint: null,
    error: errorOf(form, 'expertId'),
    value: textOf(form, 'expertId'),
    options: [
      { value: '', label: 'Choose one' },
      ...experts
        .map((expert, place) => ({ value: expert.expertId, label: expertName(place), out: expert.leftOut }))
        .filter(({ out }) => !out)
        .map(({ value, label }) => ({ value, label })),
    ],
  };
}
