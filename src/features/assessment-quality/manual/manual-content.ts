import type { DataTable } from '../../../http/parts.ts';
import {
  heading,
  paragraph,
  type DocumentContent,
  type TextBlock,
} from '../../../presentation/document/document-content.ts';
import { formatDate } from '../../../presentation/format-date.ts';
import { gateWords } from '../../../presentation/gate-words.ts';
import { overallWords } from '../../../presentation/norm-words.ts';
import { agreementTable, itemsTable, missingTable } from '../quality-tables.ts';
import { intervalWords, studyWords, two } from '../quality-words.ts';
import type { Key } from '../../../core/form/key.ts';
import type { Analysis } from '../../../core/scoring/analysis.ts';
import { groupsTable } from '../references/groups-table.ts';
import type { Manual } from './read-manual.ts';

type Section = readonly [title: string, ...blocks: readonly TextBlock[]];

/** The technical manual, for every kind of file: everything from the data, and what is absent called so. */
export function manualContent(manual: Manual, at: Date): DocumentContent<TextBlock> {
  const { requisition, form } = manual.quality;
  return {
    title: `Technical manual: ${form.title}`,
    subtitle: `${requisition.title}, ${formatDate(at)}.${requisition.simulated ? ' All data are simulated.' : ''}`,
    language: 'en',
    at,
    blocks: sectionsOf(manual).flatMap(([title, ...blocks]) => [heading(title), ...blocks]),
  };
}

const sectionsOf = (manual: Manual): readonly Section[] => [
  ...proceduresOf(manual),
  ...figuresOf(manual.quality),
  ...caveatsOf(manual.quality),
];

function proceduresOf({ quality, key }: Manual): readonly Section[] {
  const { form, requisition, rubric } = quality;
  return [
    ['Purpose', paragraph(form.summary), paragraph(form.claim)],
    ['Population', paragraph(form.audience), ...jobOf(quality)],
    [
      'Construct',
      paragraph('Rated evidence of how people judge and word such situations; not a trait.'),
      ...rubric.criteria.map(({ label, definition, weight }) =>
        paragraph(`${label} (weight ${weight} %): ${definition}`),
      ),
    ],
    ['Key', paragraph(keyProcedure(key))],
    [
      'Rubric and raters',
      paragraph(
        `Rubric version ${rubric.number}, published ${formatDate(rubric.publishedAt)}. Two raters, blind to each other and to the person; levels two or more apart go to a third. ${gateWords(requisition, rubric)}`,
      ),
    ],
  ];
}

function keyProcedure({ status, panel }: Key): string {
  if (status !== 'panel')
    return 'The key was made by the authors alone; no expert panel has checked it. Judgment rests on it and is on trial.';
  if (panel === undefined) return 'The key comes from an expert panel.';
  const whole = panel.dropped.filter(({ options }) => options === 'all').length;
  const single = panel.dropped.flatMap(({ options }) => (options === 'all' ? [] : options)).length;
  return `The key comes from an expert panel, closed ${formatDate(panel.closedAt)}: means of ${panel.experts} experts who rated every option by themselves on the candidates’ scale. Options with an agreement (r_wg) below .70 count for nothing: ${single} single options and ${whole} whole situations were dropped.`;
}

function figuresOf(quality: Manual['quality']): readonly Section[] {
  const { form, rubric, judgment, written, analyses } = quality;
  return [
    ['Reliability', reliabilityOf('Judgment', analyses.judgment), reliabilityOf('Written', analyses.written)],
    [
      'Situations',
      ...(judgment?.items
        ? tableBlocks(itemsTable(form, judgment.items, judgment.complete))
        : [
            paragraph(
              `Not enough yet (${judgment?.complete ?? 0} of 50 attempts with every situation answered).`,
            ),
          ]),
    ],
    [
      'Agreement of raters',
      ...(written === null || written.agreement.length === 0
        ? [paragraph('Nobody has been read by two raters yet.')]
        : tableBlocks(agreementTable(rubric, written.agreement))),
      ...(written?.study ? [paragraph(studyWords(written.study))] : []),
    ],
    ['Missing responses', ...missingOf(quality)],
  ];
}

function caveatsOf({ form, rubric, requisition, references }: Manual['quality']): readonly Section[] {
  return [
    [
      'Norm groups and reference constants',
      ...(references.groups.length === 0
        ? [paragraph('No norm group is frozen under these versions: no report compares a score with others.')]
        : tableBlocks(groupsTable(references.groups))),
      paragraph(overallWords(references.constants)),
    ],
    [
      'Evidence of validity',
      paragraph('There is none from this organisation: no criterion has been collected.'),
    ],
    ['Fairness', paragraph('Impact on groups and functioning of items by group have not been reviewed.')],
    [
      'Limits',
      paragraph(
        'Unsupervised and not verified. Levels are given by people and vary with them. Not for real decisions until a panel key, certified raters and impact figures are in place.',
      ),
    ],
    [
      'Versions',
      paragraph(`Form ${form.assessmentId}, version ${form.version}, language ${form.language}.`),
      paragraph(`Anchors ${rubric.anchorHash}; rubric content ${rubric.contentHash}.`),
      paragraph(
        `Job analysis: ${requisition.confirmation === null ? 'not confirmed' : `confirmed ${formatDate(requisition.confirmation.at)}`}.`,
      ),
    ],
  ];
}

const jobOf = ({ requisition: { tasks } }: Manual['quality']): readonly TextBlock[] =>
  tasks.length === 0
    ? [paragraph('No tasks of the job are recorded.')]
    : [{ kind: 'list', items: tasks.map(({ text, often }) => `${text} (${often})`) }];

function reliabilityOf(name: string, analysis: Analysis | null): TextBlock {
  const own = analysis?.own ?? null;
  if (own === null) return paragraph(`${name}: no coefficient can be computed yet; planning values hold.`);
  const { reliability, interval, method, n, sd } = own;
  const few = n < 50 ? ' Below 50 attempts planning values hold instead.' : '';
  return paragraph(
    `${name}: ${two(reliability)} (90 % interval ${intervalWords(interval)}; ${method}, n = ${n}); SD of scores ${sd.toFixed(1)}.${few}`,
  );
}

function missingOf({ form, judgment, written }: Manual['quality']): readonly TextBlock[] {
  const about = { id: 'missing', heading: 'Missing' };
  return [
    ...(judgment === null
      ? []
      : tableBlocks(missingTable(form, judgment.missing, { ...about, rated: false }))),
    ...(written === null ? [] : tableBlocks(missingTable(form, written.missing, { ...about, rated: true }))),
  ];
}

function tableBlocks({ note, columns, rows }: DataTable): readonly TextBlock[] {
  const table: TextBlock = {
    kind: 'table',
    head: columns.map(({ label }) => label),
    rows: rows.map(({ cells }) => cells.map(cellText)),
  };
  return note === null ? [table] : [paragraph(note), table];
}

function cellText(cell: DataTable['rows'][number]['cells'][number]): string {
  if (cell.kind === 'chips') return cell.chips.map(({ label }) => label).join('; ');
  if (cell.kind !== 'text') return '';
  return cell.sub === null ? cell.text : `${cell.text} (${cell.sub})`;
}
