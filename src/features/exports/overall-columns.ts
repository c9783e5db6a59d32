import { Z_90 } from '../../core/psychometrics/score-band.ts';
import { overallScore, type OverallScore } from '../../core/norms/overall-score.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import type { Standing } from '../../core/scoring/standing.ts';
import type { ExportColumn } from './export-column.ts';
import type { ExportSetting } from './load-setting.ts';

type Missing = 'no-constants' | 'kept-back' | 'part-missing';

/** Overall, which exists on frozen constants alone, and only where both parts may be read and have a score. */
export function overallColumns(setting: ExportSetting): readonly ExportColumn<Standing>[] {
  const { constants } = setting;
  const of = <Value>(read: (overall: OverallScore) => Value) => {
    return (standing: Standing): Value | null => {
      const found = overallOf(standing, setting);
      return typeof found === 'string' ? null : read(found);
    };
  };
  return [
    {
      name: 'overall',
      meaning:
        'Judgment and Written, each as T = 50 + 10 (x − M) / SD on the constants, by their weights. No rank is meant.',
      of: of(({ score }) => score),
    },
    {
      name: 'overall_missing',
      meaning: 'Why there is no Overall.',
      of: (standing) => {
        const found = overallOf(standing, setting);
        return typeof found === 'string' ? found : null;
      },
    },
    {
      name: 'overall_half_band_90',
      meaning: 'Half the 90 % band: Overall plus and minus this.',
      of: of(({ sem }) => Z_90 * sem),
    },
    {
      name: 'overall_precision',
      meaning: 'Established where the precision of both parts is, else assumed.',
      of: of(({ precision }) => precision),
    },
    {
      name: 'overall_constants_n',
      meaning: 'Completed attempts that the constants were frozen from.',
      of: () => constants?.n ?? null,
    },
    {
      name: 'overall_weight_judgment',
      meaning: 'Weight of Judgment in percent; Written has the rest.',
      of: () => constants?.weights.judgment ?? null,
    },
  ];
}

function overallOf(
  standing: Standing,
  { requisition, precision, constants }: ExportSetting,
): OverallScore | Missing {
  if (constants === null) return 'no-constants';
  if (discloseJudgment(standing.judgment, requisition) === 'kept-back') return 'kept-back';
  return overallScore(standing, constants, precision) ?? 'part-missing';
}
