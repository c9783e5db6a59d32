import type { WrittenResponseItem } from '../../core/item/item.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { SLOTS } from '../../core/scoring/score-column.ts';
import type { CriterionStanding, Standing } from '../../core/scoring/standing.ts';
import type { Chip } from '../../http/parts.ts';
import type { ApplicantList } from './list-applicants.ts';
import {
  columnWords,
  criterionWords,
  evidenceWords,
  levelStep,
  levelWords,
  stageChip,
  type EvidenceWords,
  type LevelStep,
  type ScoreWords,
} from '../../presentation/standing-words.ts';

interface LevelMark {
  readonly prompt: string;
  readonly text: string;
  /** Step of the heat scale; null where there is no level. */
  readonly step: LevelStep | null;
}

interface ScoreCell extends ScoreWords {
  readonly label: string;
  /** Of a criterion; null for a whole column. */
  readonly levels: readonly LevelMark[] | null;
}

export interface ApplicantRow {
  readonly id: string;
  readonly label: string;
  /** The report of this applicant. */
  readonly href: string;
  readonly checked: boolean;
  readonly evidence: EvidenceWords;
  readonly stage: Chip;
  /** The reader's own note and what others share. */
  readonly note: { readonly label: string; readonly about: string; readonly href: string };
  /** Null until the responses are handed in: then there is nothing to compare and nothing to choose. */
  readonly scores: readonly ScoreCell[] | null;
  /** How many columns the scores take. */
  readonly span: number;
}

/** Rows that were made, and what they rest on beside their standing. Most of a list is the same at the next look. */
const made = new WeakMap<
  Standing,
  { readonly rests: string; readonly noted: boolean; readonly row: ApplicantRow }
>();

export function applicantRows(
  list: ApplicantList,
  prompts: readonly WrittenResponseItem[],
): readonly ApplicantRow[] {
  const { requisition, intake, rubric, precision } = list;
  const { simulated, judgmentRelease } = requisition;
  const rests = JSON.stringify([intake.formVersionId, rubric.id, precision, simulated, judgmentRelease]);
  return list.rows.map((standing) => {
    const noted = list.noted.includes(standing.applicantId);
    const checked = list.chosen.includes(standing.applicantId);
    const known = made.get(standing);
    if (known?.rests === rests && known.noted === noted && known.row.checked === checked) return known.row;
    const row = applicantRow(list, standing, prompts);
    made.set(standing, { rests, noted, row });
    return row;
  });
}

/** One applicant by label: how far they have come, and levels and scores once something is handed in. */
function applicantRow(
  list: ApplicantList,
  standing: Standing,
  prompts: readonly WrittenResponseItem[],
): ApplicantRow {
  const { rubric, chosen } = list;
  const href = `/requisitions/${list.requisition.id}/applicants/${standing.applicantId}`;
  return {
    id: standing.applicantId,
    label: standing.label,
    href,
    checked: chosen.includes(standing.applicantId),
    evidence: evidenceWords(standing.evidence),
    stage: stageChip(standing.stage),
    note: {
      ...(list.noted.includes(standing.applicantId)
        ? { label: 'Read', about: ' your note' }
        : { label: 'Write', about: ' a note' }),
      href: `${href}/note`,
    },
    scores:
      standing.finishedAt === null
        ? null
        : [
            { label: 'Judgment', levels: null, ...columnWords('judgment', standing, list) },
            { label: 'Written', levels: null, ...columnWords('written', standing, list) },
            ...rubric.criteria.map((criterion, place) => ({
              ...criterionWords(SLOTS[place], standing, list.precision),
              ...levelsOf(criterion, standing.criteria, prompts),
            })),
          ],
    span: 2 + rubric.criteria.length,
  };
}

function levelsOf(
  { id, label }: Criterion,
  standings: readonly CriterionStanding[],
  prompts: readonly WrittenResponseItem[],
): Pick<ScoreCell, 'label' | 'levels'> {
  const standing = standings.find(({ criterion }) => criterion === id);
  if (standing === undefined) throw new Error(`criterion ${id} has no standing`);
  return { label, levels: levelMarks(standing, prompts) };
}

/** One mark for each prompt that gives a chance to show the criterion. */
const levelMarks = (
  standing: CriterionStanding,
  prompts: readonly WrittenResponseItem[],
): readonly LevelMark[] =>
  prompts.flatMap(({ id, title }) => {
    const level = standing.prompts[id];
    if (level === undefined || level.reason === 'not-rated-here') return [];
    const { score, words } = levelWords(level);
    const text = score ?? words ?? '';
    return [{ prompt: title, text, step: level.level === null ? null : levelStep(level.level) }];
  });
