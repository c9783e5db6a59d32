import type { Precision } from '../../core/psychometrics/precision.ts';
import { Z_90 } from '../../core/psychometrics/score-band.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import { measureColumn } from '../../core/scoring/measure-column.ts';
import { isSlot, placeOfSlot, SLOTS, type ScoreColumn } from '../../core/scoring/score-column.ts';
import type { ColumnScore, Standing } from '../../core/scoring/standing.ts';
import type { ExportColumn, ExportValue } from './export-column.ts';
import type { ExportSetting } from './load-setting.ts';
import { overallColumns } from './overall-columns.ts';

type Column = ExportColumn<Standing>;

const JUDGMENT_SCALE = '50 is no agreement with the key, 100 is full agreement.';
const WRITTEN_SCALE = 'All criteria by their weights, 0 to 100.';

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
    ...scoreColumns({ column: 'judgment', name: 'judgment', scale: JUDGMENT_SCALE }, setting),
    {
      name: 'judgment_key_status',
      meaning: 'Whether the key is the authors’ or an expert panel’s.',
      of: ({ judgment }) => judgment.keyStatus,
    },
    ...scoreColumns({ column: 'written', name: 'written', scale: WRITTEN_SCALE }, setting),
    ...overallColumns(setting),
    ...rubric.criteria.flatMap(({ id, label, weight }, place) => {
      const slot = SLOTS[place];
      const scale = `${label}, weight ${weight} %, 0 to 100. Its band, where there is one, rests on its own data alone.`;
      return slot === undefined
        ? []
        : scoreColumns({ column: slot, name: `criterion_${id}`, scale }, setting);
    }),
  ];
}

interface Scored {
  readonly column: ScoreColumn;
  /** What the names of its columns begin with. */
  readonly name: string;
  readonly scale: string;
}

/** A score with its band and what the band rests on. What may not be read on a page is in no file either. */
function scoreColumns({ column, name, scale }: Scored, setting: ExportSetting): readonly Column[] {
  const { requisition, precision } = setting;
  const known = precision[column];
  const keptBack = ({ judgment }: Standing): boolean =>
    column === 'judgment' && discloseJudgment(judgment, requisition) === 'kept-back';
  const scoreOf = (standing: Standing): ColumnScore | null =>
    keptBack(standing) ? null : columnScore(column, standing);
  return [
    { name, meaning: scale, of: (standing) => scoreOf(standing)?.value ?? null },
    {
      name: `${name}_missing`,
      meaning: 'Why there is no score.',
      of: (standing) => (keptBack(standing) ? 'kept-back' : (scoreOf(standing)?.reason ?? null)),
    },
    {
      name: `${name}_half_band_90`,
      meaning: 'Half the 90 % band: the score plus and minus this.',
      of: (standing) => {
        const measured = known === null || keptBack(standing) ? null : measureColumn(column, standing, known);
        return measured === null ? null : Z_90 * measured.sem;
      },
    },
    {
      name: `${name}_precision`,
      meaning:
        'Whether the band is assumed (a planning value), established from data, or cannot be. Empty for a criterion without data.',
      of: () => known?.kind ?? null,
    },
    {
      name: `${name}_reliability`,
      meaning: 'The reliability that the band rests on.',
      of: () => (known === null || known.kind === 'cannot-be-established' ? null : known.reliability),
    },
    {
      name: `${name}_reliability_n`,
      meaning: 'How many attempts it was computed from. Empty for a planning value, which comes from none.',
      of: () => (known?.kind === 'established' ? known.n : null),
    },
    ...(['lower', 'upper'] as const).map((end) => ({
      name: `${name}_reliability_${end}_90`,
      meaning: `The ${end} end of its 90 % interval. Empty for a planning value.`,
      of: () => (known?.kind === 'established' ? known.interval[end] : null),
    })),
    {
      name: `${name}_reliability_method`,
      meaning: 'How it was computed; for a planning value, where that comes from.',
      of: () => methodOf(known),
    },
  ];
}

function columnScore(column: ScoreColumn, { judgment, written, criteria }: Standing): ColumnScore | null {
  if (isSlot(column)) return criteria[placeOfSlot(column)]?.score ?? null;
  return column === 'judgment' ? judgment.score : written;
}

function methodOf(known: Precision | null): string | null {
  if (known?.kind === 'established') return known.method;
  return known?.kind === 'assumed' ? `planning value: ${known.source}` : null;
}
