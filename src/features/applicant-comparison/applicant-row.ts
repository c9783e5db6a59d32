import type { Form } from '../../core/form/form.ts';
import type { Criterion } from '../../core/rubric/rubric.ts';
import { SLOTS } from '../../core/scoring/score-column.ts';
import type { CriterionStanding, Standing } from '../../core/scoring/standing.ts';
import { writtenPrompts } from '../../core/scoring/written-prompts.ts';
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

interface CriterionCell extends ScoreWords {
  readonly label: string;
  readonly levels: readonly LevelMark[];
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
  readonly figures: {
    readonly judgment: ScoreWords;
    readonly written: ScoreWords;
    readonly criteria: readonly CriterionCell[];
  } | null;
}

/** One applicant by label: how far they have come, and levels and scores once something is handed in. */
export function applicantRow(list: ApplicantList, standing: Standing): ApplicantRow {
  const { form, rubric, chosen } = list;
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
    figures:
      standing.finishedAt === null
        ? null
        : {
            judgment: columnWords('judgment', standing, list),
            written: columnWords('written', standing, list),
            criteria: rubric.criteria.map((criterion, place) => ({
              ...criterionWords(SLOTS[place], standing, list.precision),
              ...levelsOf(criterion, standing.criteria, form),
            })),
          },
  };
}

function levelsOf({ id, label }: Criterion, standings: readonly CriterionStanding[], form: Form) {
  const standing = standings.find(({ criterion }) => criterion === id);
  if (standing === undefined) throw new Error(`criterion ${id} has no standing`);
  return { label, levels: levelMarks(standing, form) };
}

/** One mark for each prompt that gives a chance to show the criterion. */
const levelMarks = (standing: CriterionStanding, form: Form): readonly LevelMark[] =>
  writtenPrompts(form).flatMap(({ id, title }) => {
    const level = standing.prompts[id];
    if (level === undefined || level.reason === 'not-rated-here') return [];
    const { score, words } = levelWords(level);
    const text = score ?? words ?? '';
    return [{ prompt: title, text, step: level.level === null ? null : levelStep(level.level) }];
  });
