import type { Stage } from '../../core/applicant/applicant.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import { discloseJudgment } from '../../core/scoring/disclose-judgment.ts';
import type {
  ColumnScore,
  Evidence,
  JudgmentColumn,
  PromptLevel,
  ScoreReason,
} from '../../core/scoring/standing.ts';
import type { Chip } from '../../http/parts.ts';
import { formatCount } from '../../presentation/format-count.ts';
import { formatLevel } from '../../presentation/format-level.ts';
import { formatScore } from '../../presentation/format-score.ts';

export const AUTHOR_KEY = 'author key, awaiting expert panel';

/** A number, or null; and the words that stand beside it or in its place. */
export interface ScoreWords {
  readonly score: string | null;
  readonly words: string | null;
}

const REASONS: Readonly<Record<ScoreReason, string>> = {
  waiting: 'waiting',
  'too-few-prompts': 'too few prompts with a level',
  'too-few-answered': 'too few situations answered',
  'flat-ratings': 'all options rated alike, a person has to look',
  'not-started': 'not started',
  'part-missing': 'part missing',
  'no-such-part': 'not in this assessment',
};

export function evidenceChip(evidence: Evidence): Chip {
  switch (evidence.kind) {
    case 'invited':
      return { label: 'Invited', look: 'plain' };
    case 'in-progress':
      return { label: 'In progress', look: 'accent' };
    case 'waiting-for-rating':
      return { label: `Waiting for rating, ${evidence.rated} of ${evidence.wanted} rated`, look: 'warn' };
    case 'waiting-for-third':
      return {
        label: `Waiting for a third rating of ${formatCount(evidence.open, 'response', 'responses')}`,
        look: 'warn',
      };
    case 'complete':
      return { label: 'Complete', look: 'ok' };
    case 'part-missing':
      return { label: `Part missing: ${evidence.missing.join(', ')}`, look: 'danger' };
  }
}

const STAGE_LOOKS: Readonly<Record<Stage, Chip['look']>> = {
  open: 'plain',
  shortlisted: 'accent',
  interview: 'accent',
  offer: 'ok',
  rejected: 'plain',
  withdrawn: 'plain',
};

export const stageChip = (stage: Stage): Chip => ({
  label: `${stage.charAt(0).toUpperCase()}${stage.slice(1)}`,
  look: STAGE_LOOKS[stage],
});

export const scoreWords = (score: ColumnScore): ScoreWords =>
  score.value === null
    ? { score: null, words: REASONS[score.reason] }
    : { score: formatScore(score.value), words: null };

/** Judgment with its caveat, or why it is kept back. */
export function judgmentWords(judgment: JudgmentColumn, requisition: Requisition): ScoreWords {
  if (judgment.score.value === null) return scoreWords(judgment.score);
  switch (discloseJudgment(judgment, requisition)) {
    case 'kept-back':
      return { score: null, words: `kept back: ${AUTHOR_KEY}` };
    case 'shown-on-author-key':
      return { score: formatScore(judgment.score.value), words: AUTHOR_KEY };
    case 'shown':
      return scoreWords(judgment.score);
  }
}

/** Step of the heat scale for a level, also between two levels. */
export type LevelStep = 1 | 2 | 3 | 4 | 5;
export const levelStep = (level: number): LevelStep =>
  Math.min(5, Math.max(1, Math.round(level))) as LevelStep;

const MISSING: Readonly<Record<NonNullable<PromptLevel['reason']>, string>> = {
  waiting: 'waiting for rating',
  unratable: 'could not be rated',
  missing: 'missing',
  'not-rated-here': 'not rated on this prompt',
};

/** A level as a number, or why there is none. */
export const levelWords = (level: PromptLevel): ScoreWords =>
  level.level === null
    ? { score: null, words: MISSING[level.reason] }
    : {
        score: formatLevel(level.level),
        words: level.basis === 'empty' ? 'no response, counts as the lowest level' : null,
      };
