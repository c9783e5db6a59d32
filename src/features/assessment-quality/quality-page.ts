import { LEAST_ATTEMPTS_FOR_ITEMS, type QualityReport } from '../../core/quality/quality-report.ts';
import { findShortLimits } from '../../core/quality/short-limits.ts';
import { currentIntake } from '../../core/requisition/requisition.ts';
import type { Breadcrumb, Button, DataTable, Figure, Notice, PageHeader } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { drawHistogram } from '../../presentation/charts/draw-histogram.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { shortLimitWords } from '../../presentation/limit-words.ts';
import { overallWords } from '../../presentation/norm-words.ts';
import { panelKeyWords } from '../../presentation/panel-key-words.ts';
import { precisionWords } from '../../presentation/precision-words.ts';
import { analysisState, type AnalysisState } from './analysis-state.ts';
import { devicesTable } from './devices-table.ts';
import { optionFigures, type OptionFigure } from './option-figures.ts';
import { agreementTable, itemsTable, missingTable } from './quality-tables.ts';
import { groupsTable } from './references/groups-table.ts';
import { studyWords } from './quality-words.ts';
import type { StoredQuality } from './read-quality.ts';
import { timesTable } from './times-table.ts';

interface ColumnVm {
  readonly heading: string;
  readonly id: 'judgment' | 'written';
  /** As of when, from how many attempts. */
  readonly source: string;
  readonly reliability: string;
  readonly versions: string;
  readonly distribution: { readonly figure: Figure | null; readonly instead: string | null } | null;
  readonly notYet: string | null;
  readonly tables: readonly DataTable[];
  readonly options: readonly OptionFigure[];
  readonly study: string | null;
}

interface QualityVm {
  readonly breadcrumb: Breadcrumb;
  readonly header: PageHeader;
  readonly analysis: AnalysisState;
  readonly columns: readonly ColumnVm[];
  /** Null before they were measured. */
  readonly times: { readonly table: DataTable; readonly warning: Notice | null } | null;
  readonly devices: DataTable;
  readonly groups: DataTable;
  readonly overall: string;
}

/** Addresses of what can be handed on; the rows of the package are for owners and auditors. */
interface FileAddresses {
  readonly manual: string;
  readonly package: string | null;
  /** The page itself, and where figures are asked for afresh; null for those who only read. */
  readonly page: string;
  readonly analysis: string | null;
  /** Where owners freeze norm groups and constants; null for members of the role. */
  readonly references: string | null;
}

/** What the attempts so far say about the assessment of a role; nothing about one person. */
export function qualityPage(
  quality: StoredQuality,
  breadcrumb: Breadcrumb,
  files: FileAddresses,
  now: Date,
): PageReply {
  const { requisition } = quality;
  const columns = [judgmentColumn(quality), writtenColumn(quality)].filter((column) => column !== null);
  const vm: QualityVm = {
    breadcrumb,
    header: {
      heading: 'Assessment quality',
      sub: `${requisition.title} · ${requisition.assessmentTitle}`,
      chips: [],
      buttons: fileButtons(files),
    },
    analysis: analysisState(quality.runs, now, { page: files.page, action: files.analysis }),
    columns,
    times: timesOf(quality),
    devices: devicesTable(
      columns.map(({ heading, id }) => ({ heading, devices: quality[id]?.devices ?? null })),
    ),
    groups: groupsTable(quality.references.groups),
    overall: overallWords(quality.references.constants),
  };
  const { simulated } = requisition;
  const view = 'assessment-quality/quality';
  return {
    kind: 'page',
    layout: 'staff',
    view,
    title: `Assessment quality: ${requisition.title}`,
    vm,
    simulated,
  };
}

function fileButtons({ manual, package: rows, references }: FileAddresses): Button[] {
  const link = (label: string, href: string | null): Button[] =>
    href === null ? [] : [{ kind: 'link', label, look: 'plain', href }];
  return [
    ...link('Norm groups and Overall', references),
    ...link('Technical manual (PDF)', manual),
    ...link('Manual with its data (ZIP)', rows),
  ];
}

function judgmentColumn(quality: StoredQuality): ColumnVm | null {
  const { form, judgment } = quality;
  if (!form.items.some(({ kind }) => kind !== 'written-response')) return null;
  const items = judgment?.items ?? null;
  return {
    ...commonOf(quality, 'judgment'),
    heading: 'Judgment',
    id: 'judgment',
    versions: `Form version ${form.version} with the ${keyWords(quality.requisition)}. The key is not shown here.`,
    notYet:
      judgment === null || items !== null
        ? null
        : `Figures of situations: not enough yet (${judgment.complete} of ${LEAST_ATTEMPTS_FOR_ITEMS} attempts with every situation answered).`,
    tables:
      judgment === null
        ? []
        : [
            ...(items === null ? [] : [itemsTable(form, items, judgment.complete)]),
            missingTable(form, judgment.missing, {
              id: 'missing-judgment',
              heading: 'Situations not answered',
              rated: false,
            }),
          ],
    options: items === null ? [] : optionFigures(form, items),
    study: null,
  };
}

function timesOf({ form, judgment }: StoredQuality): QualityVm['times'] {
  if (judgment === null || judgment.times.length === 0) return null;
  const lines = findShortLimits(form.sections, judgment.times).map(shortLimitWords);
  return {
    table: timesTable(form, judgment.times),
    warning: lines.length === 0 ? null : { look: 'warn', heading: null, lines, links: [] },
  };
}

function keyWords(requisition: StoredQuality['requisition']): string {
  const { panelKey } = currentIntake(requisition);
  return panelKey === null ? 'authors’ key, awaiting an expert panel' : panelKeyWords(panelKey);
}

function writtenColumn(quality: StoredQuality): ColumnVm | null {
  const { form, written, rubric } = quality;
  if (!form.items.some(({ kind }) => kind === 'written-response')) return null;
  return {
    ...commonOf(quality, 'written'),
    heading: 'Written',
    id: 'written',
    versions: `Prompts of form version ${form.version}, anchors of rubric version ${rubric.number}, two raters for every response.`,
    notYet: written?.agreement.length === 0 ? 'Nobody has been read by two raters yet.' : null,
    tables:
      written === null
        ? []
        : [
            ...(written.agreement.length === 0 ? [] : [agreementTable(rubric, written.agreement)]),
            missingTable(form, written.missing, {
              id: 'missing-written',
              heading: 'Responses missing',
              rated: true,
            }),
          ],
    options: [],
    study: studyOf(quality),
  };
}

function studyOf({ written }: StoredQuality): string | null {
  if (written === null) return null;
  const { study } = written;
  if (study === null)
    return 'This cannot be told yet: it takes two prompts or more, and people who were read twice on all of them.';
  if (study.people < LEAST_ATTEMPTS_FOR_ITEMS)
    return `Not enough yet (${study.people} of ${LEAST_ATTEMPTS_FOR_ITEMS} people who were read twice on every prompt).`;
  const design =
    study.design === 'p×i×r' ? 'the same raters for everybody' : 'raters that differ between responses';
  return `${studyWords(study)} Variance components of ${study.people} people, ${study.prompts} prompts and ${design}.`;
}

function commonOf(quality: StoredQuality, column: 'judgment' | 'written') {
  const report: QualityReport | null = quality[column];
  const precision = quality.precision[column];
  return {
    source:
      report === null
        ? 'Nothing has been computed yet: nobody has finished, or the analysis has not run since.'
        : `As of ${formatDate(report.computedAt)}, from ${report.attempts} finished attempts under the same versions${quality.requisition.simulated ? '' : ' in your organisation'}.`,
    reliability:
      precision === null
        ? 'Nothing is known of its reliability.'
        : precisionWords(precision) + whyAssumed(quality, column),
    distribution: report === null ? null : distributionOf(report),
  };
}

/** Why the planning value still holds. */
function whyAssumed({ analyses, precision }: StoredQuality, column: 'judgment' | 'written'): string {
  if (precision[column]?.kind !== 'assumed') return '';
  const own = analyses[column]?.own ?? null;
  const so = `Own value: not enough yet (${own?.n ?? 0} of ${LEAST_ATTEMPTS_FOR_ITEMS} complete attempts`;
  return column === 'judgment'
    ? ` ${so}).`
    : ` ${so}, ${analyses.written?.doubleRatings ?? 0} of 30 double ratings).`;
}

function distributionOf({ column, distribution }: QualityReport): ColumnVm['distribution'] {
  const drawn = drawHistogram({
    id: `distribution-${column}`,
    title: `Scores of ${column === 'judgment' ? 'Judgment' : 'Written'}`,
    people: [],
    bins: distribution.map((count, step) => ({ from: step * 10, to: (step + 1) * 10, count })),
  });
  return drawn.kind === 'drawn'
    ? { figure: drawn.chart, instead: null }
    : { figure: null, instead: drawn.text };
}
