import type { Precision } from '../../core/psychometrics/precision.ts';
import { Z_90 } from '../../core/psychometrics/score-band.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import { measureColumn, type MeasuredColumn } from '../../core/scoring/measure-column.ts';
import type { ColumnScore, Standing } from '../../core/scoring/standing.ts';
import type { ExportColumn, ExportValue } from './export-column.ts';
import type { ExportSetting } from './load-setting.ts';
import { overallColumns } from './overall-columns.ts';

type Column = ExportColumn<Standing>;

/** Who a row is about and what it was measured with; every file begins with these. */
export function commonColumns({ requisition, intake, rubric }: ExportSetting): readonly Column[] {
  const fixed = (name: string, meaning: string, value: ExportValue): Column => ({
    name,
    meaning,
    of: () => value,
  });
  return [
    {
      name: 'label',
      meaning:
        'Shown instead of a name. A spreadsheet may take an old label such as 22E33 for a number: import it as text.',
      of: ({ label }) => label,
    },
    { name: 'applicant_id', meaning: 'Id of the applicant.', of: ({ applicantId }) => applicantId },
    fixed('simulated', 'True where the role is simulated and nobody in it exists.', requisition.simulated),
    fixed('intake_id', 'Applicants are compared within one intake.', intake.id),
    fixed('form_version_id', 'Version of the assessment that was taken.', intake.formVersionId),
    fixed('key_version_id', 'Version of the key that Judgment was scored with.', intake.keyVersionId),
    fixed('rubric_version_id', 'Version of the rubric that levels and weights come from.', rubric.id),
    fixed('rubric_version_number', 'Its number in this role.', rubric.number),
  ];
}

/** One row for each applicant: stage, evidence, both scores with their bands, and the criteria. */
export function applicantColumns(setting: ExportSetting): readonly Column[] {
  const { rubric } = setting;
  return [
    ...commonColumns(setting),
    { name: 'stage', meaning: 'What staff have decided, or withdrawn.', of: ({ stage }) => stage },
    { name: 'evidence', meaning: 'What has been done.', of: ({ evidence }) => evidence.kind },
    ...scoreColumns('judgment', '50 is no agreement with the key, 100 is full agreement.', setting),
    {
      name: 'judgment_key_status',
      meaning: 'Whether the key is the authors’ or an expert panel’s.',
      of: ({ judgment }) => judgment.keyStatus,
    },
    ...scoreColumns('written', 'All criteria by their weights, 0 to 100.', setting),
    ...overallColumns(setting),
    ...rubric.criteria.flatMap(({ id, label, weight }): readonly Column[] => {
      const scoreOf = ({ criteria }: Standing) => criteria.find(({ criterion }) => criterion === id)?.score;
      return [
        {
          name: `criterion_${id}`,
          meaning: `${label}, weight ${weight} %, 0 to 100. A single criterion has no band.`,
          of: (standing) => scoreOf(standing)?.value ?? null,
        },
        {
          name: `criterion_${id}_missing`,
          meaning: `Why there is no score on ${label}.`,
          of: (standing) => scoreOf(standing)?.reason ?? null,
        },
      ];
    }),
  ];
}

/** A score with its band and what the band rests on. What may not be read on a page is in no file either. */
function scoreColumns(column: MeasuredColumn, scale: string, setting: ExportSetting): readonly Column[] {
  const { requisition, precision } = setting;
  const known = precision[column];
  const keptBack = ({ judgment }: Standing): boolean =>
    column === 'judgment' && discloseJudgment(judgment, requisition) === 'kept-back';
  const scoreOf = (standing: Standing): ColumnScore | null =>
    keptBack(standing) ? null : column === 'judgment' ? standing.judgment.score : standing.written;
  return [
    { name: column, meaning: scale, of: (standing) => scoreOf(standing)?.value ?? null },
    {
      name: `${column}_missing`,
      meaning: 'Why there is no score.',
      of: (standing) => (keptBack(standing) ? 'kept-back' : (scoreOf(standing)?.reason ?? null)),
    },
    {
      name: `${column}_half_band_90`,
      meaning: 'Half the 90 % band: the score plus and minus this.',
      of: (standing) => {
        const measured = known === null || keptBack(standing) ? null : measureColumn(column, standing, known);
        return measured === null ? null : Z_90 * measured.sem;
      },
    },
    {
      name: `${column}_precision`,
      meaning: 'Whether the band is assumed (a planning value), established from data, or cannot be.',
      of: () => known?.kind ?? null,
    },
    {
      name: `${column}_reliability`,
      meaning: 'The reliability that the band rests on.',
      of: () => (known === null || known.kind === 'cannot-be-established' ? null : known.reliability),
    },
    {
      name: `${column}_reliability_n`,
      meaning: 'How many attempts it was computed from. Empty for a planning value, which comes from none.',
      of: () => (known?.kind === 'established' ? known.n : null),
    },
    ...(['lower', 'upper'] as const).map((end) => ({
      name: `${column}_reliability_${end}_90`,
      meaning: `The ${end} end of its 90 % interval. Empty for a planning value.`,
      of: () => (known?.kind === 'established' ? known.interval[end] : null),
    })),
    {
      name: `${column}_reliability_method`,
      meaning: 'How it was computed; for a planning value, where that comes from.',
      of: () => methodOf(known),
    },
  ];
}

function methodOf(known: Precision | null): string | null {
  if (known?.kind === 'established') return known.method;
  return known?.kind === 'assumed' ? `planning value: ${known.source}` : null;
}
