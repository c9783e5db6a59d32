import type { Coefficient, CriterionAgreement } from '../../core/quality/quality-report.ts';
import { LEAST_DOUBLE_RATINGS, type RaterFlag, type RaterReport } from '../../core/quality/rater-report.ts';
import type { RatingPace } from '../../core/rating/rating-pace.ts';
import type { Cell, DataTable, DefinitionList } from '../../http/parts.ts';
import { formatCount } from '../../presentation/format-count.ts';

/** One rater in one role: words first, then the figures. */
export interface ReportSection {
  readonly id: string;
  readonly heading: string;
  /** What the figures say, or that there are too few. */
  readonly says: readonly string[];
  readonly figures: DefinitionList | null;
  readonly agreement: DataTable | null;
}

export type LabelOf = (criterion: string) => string;

export function reportSection(
  report: RaterReport,
  pace: RatingPace,
  id: string,
  heading: string,
  labelOf: LabelOf,
): ReportSection {
  const enough = report.n >= LEAST_DOUBLE_RATINGS;
  return {
    id,
    heading,
    says: [
      ...(enough
        ? sayings(report)
        : [`Not enough yet (${report.n} of ${LEAST_DOUBLE_RATINGS} double ratings).`]),
      ...(pace.hasty ? [HASTY] : []),
    ],
    figures: enough ? figuresOf(report) : null,
    agreement: enough ? agreementTable(report, id, heading, labelOf) : null,
  };
}

const HASTY =
  'Responses are rated in less time than it takes to read them. Read each one to its end, then the anchors; nobody waits for speed.';

const FLAG_WORDS: Readonly<Record<RaterFlag, string>> = {
  mild: 'Levels are half a level or more above those of the other raters. Read the anchors of the middle levels together.',
  harsh:
    'Levels are half a level or more below those of the other raters. Read the anchors of the middle levels together.',
  halo: 'The criteria go up and down together, as if one impression decided them all. Decide criterion by criterion.',
  'narrow-range': 'Levels differ less than half as much as those that others give to the same responses.',
  'central-tendency':
    'More than six of ten levels are the middle one. Where a text does what the anchor above or below says, give that level.',
};

const sayings = ({ flags, n }: RaterReport): readonly string[] => [
  `From ${formatCount(n, 'response', 'responses')} that two people rated apart from each other.`,
  ...(flags.length === 0
    ? ['Nothing stands out.']
    : [...flags.map((flag) => FLAG_WORDS[flag]), 'This is a reason to talk, not a verdict.']),
];

const correlation = (value: number | null): string =>
  value === null ? 'none, the levels do not vary' : value.toFixed(2);

function figuresOf({ severity, halo, spread, middle }: RaterReport): DefinitionList {
  const line = (term: string, value: string) => ({ term, cell: text(value) });
  const than = severity !== null && severity < 0 ? 'below' : 'above';
  return {
    items: [
      line(
        'Severity',
        severity === null
          ? 'Cannot be compared: the raters share too few responses.'
          : `${Math.abs(severity).toFixed(2)} levels ${than} the mean of all raters`,
      ),
      line(
        'Criteria going together (mean correlation)',
        halo === null
          ? 'Not enough responses with two criteria yet.'
          : `${correlation(halo.own)}; others ${correlation(halo.others)}`,
      ),
      line(
        'The middle level',
        middle === null ? '–' : `${percent(middle.own)} of levels; others ${percent(middle.others)}`,
      ),
      line(
        'Spread of levels (standard deviation)',
        spread === null ? '–' : `${spread.own.toFixed(2)}; others ${spread.others.toFixed(2)}`,
      ),
    ],
  };
}

function agreementTable(
  { agreement }: RaterReport,
  id: string,
  heading: string,
  labelOf: LabelOf,
): DataTable {
  const labels = ['Criterion', 'n', 'Same level', 'At most one apart', 'QWK', 'AC2', 'ICC'];
  return {
    id: `${id}-agreement`,
    heading: `Agreement with other raters: ${heading}`,
    headingHidden: false,
    note: 'Below QWK, AC2 (from 60 responses on) and ICC: 90 % intervals. QWK: quadratic weighted kappa. AC2: Gwet, quadratic weights. ICC: one rater, one-way.',
    columns: labels.map((label, index) => ({
      label,
      labelHidden: false,
      align: index === 0 ? 'start' : 'end',
      sort: null,
    })),
    rows: agreement.map((one) => ({
      lineAfter: null,
      cells: [text(labelOf(one.criterion)), ...cellsOf(one)],
    })),
    empty: 'No criterion was rated by two raters.',
    sortsInPlace: false,
  };
}

function cellsOf({ n, exact, adjacent, kappa, ac2, icc }: CriterionAgreement): readonly Cell[] {
  if (n < LEAST_DOUBLE_RATINGS) {
    const few = text(`${n}`, `not enough yet (${n} of ${LEAST_DOUBLE_RATINGS})`);
    return [few, ...Array.from({ length: 5 }, () => text('–'))];
  }
  return [
    text(`${n}`),
    text(percent(exact)),
    text(percent(adjacent)),
    coefficientCell(kappa),
    coefficientCell(ac2),
    coefficientCell(icc),
  ];
}

function coefficientCell({ value, interval }: Coefficient): Cell {
  if (value === null) return text('–');
  return text(
    value.toFixed(2),
    interval === null ? null : `${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)}`,
  );
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const text = (value: string, sub: string | null = null): Cell => ({ kind: 'text', text: value, sub });
