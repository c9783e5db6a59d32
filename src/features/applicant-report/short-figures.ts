import { Z_90 } from '../../core/psychometrics/score-band.ts';
import { overallScore } from '../../core/norms/overall-score.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import { measureColumn } from '../../core/scoring/measure-column.ts';
import type { MeasuredColumn } from '../../core/scoring/score-column.ts';
import { shownColumns } from '../../core/scoring/shown-columns.ts';
import type { Figure } from '../../http/parts.ts';
import { drawScoreBands } from '../../presentation/charts/draw-score-bands.ts';
import { formatScore } from '../../presentation/format-score.ts';
import { constantsWords, overallBandWords, placeWords } from '../../presentation/norm-words.ts';
import { precisionWords } from '../../presentation/precision-words.ts';
import { columnWords, type ScoreWords } from '../../presentation/standing-words.ts';
import type { Report } from './read-report.ts';
import { trueScoreDots } from './true-score-dots.ts';

export interface ShortFigure {
  readonly id: string;
  readonly heading: string;
  readonly words: ScoreWords;
  /** What the band rests on; null where nobody has stated anything. */
  readonly precision: string | null;
  /** Where the score stands in each norm group, as its band has it. */
  readonly places: readonly string[];
  /** Null where there is no score or no band. */
  readonly figure: Figure | null;
  /** Equally likely true scores; null where precision is not established. */
  readonly dots: Figure | null;
}

const NAMES: Readonly<Record<MeasuredColumn, string>> = { judgment: 'Judgment', written: 'Written' };

/** Each score that may be read, with its 90 % band: dashed where the precision is assumed. */
export function shortFigures(report: Report): readonly ShortFigure[] {
  const { intake, requisition, standing, precision } = report;
  const shown = shownColumns(intake, requisition, standing.judgment);
  const figures = shown.map((column) => {
    const known = precision[column];
    return {
      id: `band-${column}`,
      heading: NAMES[column],
      words: columnWords(column, standing, report),
      precision: known === null ? null : precisionWords(known),
      places: placesOf(column, report),
      figure: bandOf(column, report),
      dots: trueScoreDots(column, report),
    };
  });
  return shown.includes('judgment') ? [...figures, ...overallFigure(report)] : figures;
}

function placesOf(column: MeasuredColumn, { standing, precision, references }: Report): string[] {
  const known = precision[column];
  const measured = known === null ? null : measureColumn(column, standing, known);
  if (measured === null) return [];
  return references.groups.flatMap((group) => placeWords(group, column, measured) ?? []);
}

/** Only on frozen constants, and only where both parts may be read and have a score. */
function overallFigure({ requisition, standing, precision, references }: Report): ShortFigure[] {
  const { constants } = references;
  const overall = constants === null ? null : overallScore(standing, constants, precision);
  if (constants === null || overall === null) return [];
  const disclosure = discloseJudgment(standing.judgment, requisition);
  const key = disclosure === 'shown-on-author-key' ? ', author key' : '';
  return [
    {
      id: 'overall',
      heading: 'Overall',
      words: { score: formatScore(overall.score), words: overallBandWords(overall) + key },
      precision: constantsWords(constants),
      places: [],
      figure: null,
      dots: null,
    },
  ];
}

function bandOf(column: MeasuredColumn, { standing, precision }: Report): Figure | null {
  const known = precision[column];
  const measured = known === null ? null : measureColumn(column, standing, known);
  if (measured === null) return null;
  return drawScoreBands({
    id: `band-${column}-chart`,
    title: `${NAMES[column]} with its 90 % band`,
    rows: [{ label: standing.label, series: 1, score: measured.score, half: Z_90 * measured.sem }],
    assumed: known?.kind === 'assumed',
  });
}
