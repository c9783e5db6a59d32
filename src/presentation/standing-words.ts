import type { Stage } from '../core/applicant/applicant.ts';
import type { Measured } from '../core/psychometrics/are-distinguishable.ts';
import type { Precision } from '../core/psychometrics/precision.ts';
import { Z_90 } from '../core/psychometrics/score-band.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import { discloseJudgment } from '../core/scoring/disclose-judgment.ts';
import { measureColumn } from '../core/scoring/measure-column.ts';
import {
  type MeasuredColumn,
  placeOfSlot,
  type ScoreColumn,
  type Slot,
} from '../core/scoring/score-column.ts';
import type {
  ColumnScore,
  Evidence,
  JudgmentColumn,
  PromptLevel,
  ScoreReason,
  Standing,
} from '../core/scoring/standing.ts';
import { formatLevel } from './format-level.ts';
import { formatScore } from './format-score.ts';
import type { ColumnPrecision, ScorePrecision } from '../core/scoring/column-precision.ts';

/** A word on a coloured ground, as the part `chip` takes it. */
type Chip = { label: string; look: 'plain' | 'accent' | 'ok' | 'warn' | 'danger' };

/** A number, or null; and the words that stand beside it or in its place. */
export interface ScoreWords {
  readonly score: string | null;
  readonly words: string | null;
}

const REASONS: Readonly<Record<ScoreReason, string>> = {
  waiting: 'waiting',
  stopped: 'not rated',
  'too-few-prompts': 'too few prompts',
  'too-few-answered': 'too few answered',
  'flat-ratings': 'options rated alike',
  'not-started': 'not started',
  'part-missing': 'part missing',
  'no-such-part': 'not in this assessment',
};

/** What has been done, with the parts that are missing where some are. */
export interface EvidenceWords {
  readonly chip: Chip;
  readonly note: string | null;
}

export function evidenceWords(evidence: Evidence): EvidenceWords {
  const said = (label: string, look: Chip['look'], note: string | null = null): EvidenceWords => ({
    chip: { label, look },
    note,
  });
  switch (evidence.kind) {
    case 'invited':
      return said('Invited', 'plain');
    case 'in-progress':
      return said('In progress', 'accent');
    case 'waiting-for-rating':
      return said(`Waiting for rating ${evidence.rated} of ${evidence.wanted}`, 'warn');
    case 'waiting-for-third':
      return said('Waiting for a third', 'warn');
    case 'stopped':
      return said('Not rated', 'plain', 'withdrawn');
    case 'complete':
      return said('Complete', 'ok');
    case 'part-missing':
      return said('Part missing', 'danger', evidence.missing.join(', '));
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

const scoreWords = (score: ColumnScore): ScoreWords =>
  score.value === null
    ? { score: null, words: REASONS[score.reason] }
    : { score: formatScore(score.value), words: null };

/** A column's score with half its 90 % band, or why there is none. */
export function columnWords(
  column: MeasuredColumn,
  standing: Standing,
  { precision, requisition }: { readonly precision: ColumnPrecision; readonly requisition: Requisition },
): ScoreWords {
  const score = column === 'judgment' ? standing.judgment.score : standing.written;
  if (score.value === null) return scoreWords(score);
  const disclosure = column === 'judgment' ? discloseJudgment(standing.judgment, requisition) : 'shown';
  if (disclosure === 'kept-back') return { score: null, words: 'kept back' };
  const words = [
    bandWords(measure(column, standing, precision[column]), precision[column]),
    disclosure === 'shown-on-author-key' ? 'author key' : null,
  ];
  return { score: formatScore(score.value), words: words.filter((word) => word !== null).join(', ') };
}

/** A criterion's score with half its 90 % band where one is established, or why there is no score. */
export function criterionWords(
  slot: Slot | undefined,
  standing: Standing,
  precision: ScorePrecision,
): ScoreWords {
  const score = slot === undefined ? undefined : standing.criteria[placeOfSlot(slot)]?.score;
  if (slot === undefined || score === undefined)
    throw new Error('a criterion of the version has no standing');
  if (score.value === null) return scoreWords(score);
  const measured = measure(slot, standing, precision[slot]);
  return {
    score: formatScore(score.value),
    words: measured === null ? null : bandWords(measured, precision[slot]),
  };
}

const measure = (column: ScoreColumn, standing: Standing, precision: Precision | null): Measured | null =>
  precision === null ? null : measureColumn(column, standing, precision);

function bandWords(measured: Measured | null, precision: Precision | null): string {
  if (measured === null) return 'no band';
  const half = `± ${formatScore(Z_90 * measured.sem)}`;
  return precision?.kind === 'assumed' ? `${half} assumed` : half;
}

/** Why Judgment is kept back, or what it rests on where it is shown; null for nobody. */
export function judgmentCaveat(
  judgment: JudgmentColumn | undefined,
  requisition: Requisition,
): string | null {
  switch (judgment === undefined ? 'shown' : discloseJudgment(judgment, requisition)) {
    case 'kept-back':
      return 'Judgment is kept back: author key, awaiting expert panel. An owner may release it with a recorded reason.';
    case 'shown-on-author-key':
      return 'Judgment rests on an author key, awaiting expert panel.';
    case 'shown':
      return judgment === undefined ? null : 'Judgment rests on the key of an expert panel.';
  }
}

/** Step of the heat scale for a level, also between two levels. */
export type LevelStep = 1 | 2 | 3 | 4 | 5;
export const levelStep = (level: number): LevelStep =>
  Math.min(5, Math.max(1, Math.round(level))) as LevelStep;

const MISSING: Readonly<Record<NonNullable<PromptLevel['reason']>, string>> = {
  waiting: 'waiting for rating',
  stopped: 'not rated',
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
        words: level.basis === 'empty' ? 'no response' : null,
      };
