import type { Attempt } from '../core/attempt/attempt.ts';
import type { WrittenResponseItem } from '../core/item/item.ts';
import { responseState } from '../core/item/response-state.ts';
import type { WrittenValue } from '../core/item/response-value.ts';
import type { CriterionId } from '../core/kernel/ids.ts';
import type { Judgement, RatingTask } from '../core/rating/rating-task.ts';
import type { Criterion, RubricVersion } from '../core/rubric/rubric.ts';
import type { PromptLevel, Standing } from '../core/scoring/standing.ts';
import { formatList } from './format-list.ts';
import { splitMarkedText, type TextPiece } from './split-marked-text.ts';
import { levelStep, levelWords, type LevelStep } from './standing-words.ts';

/** Whose response it is, with all that may be read about it; the attempt is null until it is handed in. */
export interface ReadPerson {
  readonly standing: Pick<Standing, 'label' | 'criteria'>;
  readonly attempt: Pick<Attempt, 'responses'> | null;
  /** Tasks under the anchors that count. */
  readonly tasks: readonly RatingTask[];
}

/** A stretch of a response; `signs` are the numbers of the criteria it was marked for, empty for plain text. */
interface Piece {
  readonly text: string;
  readonly signs: string;
  readonly said: string;
}

interface LevelEntry {
  readonly criterion: string;
  readonly sign: string;
  readonly level: string;
  readonly step: LevelStep | null;
  /** What the level rests on, in words. */
  readonly basis: string | null;
  /** The anchor, or the two between which the level lies. */
  readonly anchors: readonly { readonly label: string; readonly text: string }[];
}

export interface ReadResponse {
  readonly label: string;
  /** Said instead of a response. */
  readonly without: string | null;
  readonly a: readonly Piece[];
  readonly b: readonly Piece[];
  readonly levels: readonly LevelEntry[];
  readonly reasons: readonly string[];
}

/** A response as it is read: verbatim with the marked words, its levels with their anchors, the raters’ reasons. */
export function readResponse(
  person: ReadPerson,
  prompt: WrittenResponseItem,
  rubric: RubricVersion,
): ReadResponse {
  const { label, criteria } = person.standing;
  const nothing = { label, a: [], b: [], levels: [], reasons: [] };
  if (person.attempt === null) return { ...nothing, without: 'Nothing handed in yet.' };
  const value = person.attempt.responses[prompt.id]?.value ?? null;
  const task = person.tasks.find(({ itemId }) => itemId === prompt.id) ?? null;
  const judgements = settled(task);
  const levels = rubric.criteria.flatMap((criterion, index) => {
    const level = criteria.find((entry) => entry.criterion === criterion.id)?.prompts[prompt.id];
    if (level === undefined || level.reason === 'not-rated-here') return [];
    return [levelEntry(criterion, index, level, task, judgements)];
  });
  if (value?.kind !== 'written-response' || responseState(prompt, value) === 'empty') {
    return { ...nothing, levels, without: 'No response was written.' };
  }
  return {
    label,
    without: null,
    a: markedPieces('a', value, judgements, rubric),
    b: markedPieces('b', value, judgements, rubric),
    levels,
    reasons: judgements.flatMap(({ reason }) => (reason === null || reason === '' ? [] : [reason])),
  };
}

/**
 * What raters have handed in and nobody has voided, once the response is settled: half of a rating is nothing to read.
 */
const settled = (task: RatingTask | null): readonly Judgement[] =>
  (task?.state === 'resolved' ? task.slots : []).flatMap(({ state, voided, judgement }) =>
    state === 'handed-in' && voided === null && judgement !== null ? [judgement] : [],
  );

/** What a level still waits for, where it is more than its first two raters. */
const WAITS: Partial<Readonly<Record<RatingTask['state'], string>>> = {
  third: 'waiting for a third rating',
  lead: 'waiting for the lead',
};

function levelEntry(
  criterion: Criterion,
  index: number,
  level: PromptLevel,
  task: RatingTask | null,
  judgements: readonly Judgement[],
): LevelEntry {
  const { score, words } = levelWords(level);
  return {
    criterion: criterion.label,
    sign: `${index + 1}`,
    level: score ?? WAITS[task?.state ?? 'unallocated'] ?? words ?? '',
    step: level.level === null ? null : levelStep(level.level),
    basis: level.level === null ? null : basisWords(criterion.id, level, task, judgements),
    anchors: level.level === null ? [] : anchorsOf(criterion, level.level),
  };
}

/** Whose levels they are and how far apart, so that a disagreement stays in sight. */
function basisWords(
  criterion: CriterionId,
  level: PromptLevel,
  task: RatingTask | null,
  judgements: readonly Judgement[],
): string {
  const given = formatList(judgements.flatMap(({ levels }) => levels[criterion] ?? []).map(String));
  switch (level.basis) {
    case 'third':
      return `raters gave ${given}; a third rating settled it`;
    case 'lead':
      return `raters gave ${given}; settled by the lead${leadReason(criterion, task)}`;
    case 'empty':
      return 'no response counts as the lowest level';
    case 'mean':
    case null:
      return `raters gave ${given}`;
  }
}

function leadReason(criterion: CriterionId, task: RatingTask | null): string {
  if (task?.resolution?.kind !== 'rated') return '';
  const resolved = task.resolution.criteria[criterion];
  return resolved?.kind === 'lead' ? `: ${resolved.reason}` : '';
}

const anchorsOf = ({ levels }: Criterion, level: number): LevelEntry['anchors'] =>
  levels
    .filter((entry) => Math.abs(entry.level - level) < 1)
    .map((entry) => ({ label: `${entry.level} ${entry.label}`, text: entry.anchor }));

function markedPieces(
  step: 'a' | 'b',
  value: WrittenValue,
  judgements: readonly Judgement[],
  { criteria }: RubricVersion,
): readonly Piece[] {
  const stretches = judgements.flatMap(({ spans }) => spans.filter((span) => span.step === step));
  const order = criteria.map(({ id }) => id);
  return splitMarkedText(value[step], stretches, order).map((piece) => toPiece(piece, criteria));
}

function toPiece({ text, criteria: marked }: TextPiece, criteria: readonly Criterion[]): Piece {
  const found = criteria.flatMap(({ id, label }, index) =>
    marked.includes(id) ? [{ sign: `${index + 1}`, label }] : [],
  );
  return {
    text,
    signs: found.map(({ sign }) => sign).join(', '),
    said: found.map(({ label }) => label).join(', '),
  };
}
