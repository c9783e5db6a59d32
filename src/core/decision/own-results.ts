import type { CriterionId } from '../kernel/ids.ts';
import type { Criterion, Level, LevelNumber } from '../rubric/rubric.ts';
import type { CriterionStanding } from '../scoring/standing.ts';

/** A level with its anchor; before it those of the levels that the anchor speaks of. */
type OwnLevel = {
  readonly level: LevelNumber;
  readonly label: string;
  readonly anchors: readonly { readonly level: LevelNumber; readonly text: string }[];
};

/** A criterion as its applicant reads it; the level is null where too few responses were rated for it. */
export interface OwnCriterion {
  readonly criterion: CriterionId;
  readonly label: string;
  readonly level: OwnLevel | null;
  /** Responses that people rated, and empty ones, which count as the lowest level. */
  readonly rated: number;
  readonly empty: number;
}

export interface OwnResults {
  /** What went best comes first. */
  readonly criteria: readonly OwnCriterion[];
  /** The next level of the criterion with the most room, in the words of the rubric; null where little is known. */
  readonly tip: {
    readonly criterion: CriterionId;
    readonly label: string;
    readonly level: LevelNumber;
    readonly anchor: string;
  } | null;
}

interface Measured {
  readonly criterion: Criterion;
  readonly own: OwnCriterion;
  readonly value: number;
}

const LEAST_RATED = 2;
/** Points of a score between two levels. */
const STEP = 25;

/** The levels that staff read, without scores, other people or anything of the judgment part. */
export function ownResults(
  criteria: readonly Criterion[],
  standings: readonly CriterionStanding[],
): OwnResults {
  const measured = criteria
    .map((criterion) => measure(criterion, standings))
    .sort((left, right) => right.value - left.value);
  const weakest = measured.filter(({ own }) => own.level !== null).at(-1);
  const next = weakest === undefined ? undefined : levelAt(weakest.criterion, weakest.value + STEP);
  return {
    criteria: measured.map(({ own }) => own),
    tip:
      weakest === undefined || next === undefined
        ? null
        : {
            criterion: weakest.own.criterion,
            label: weakest.own.label,
            level: next.level,
            anchor: next.anchor,
          },
  };
}

function measure(criterion: Criterion, standings: readonly CriterionStanding[]): Measured {
  const found = standings.find((one) => one.criterion === criterion.id);
  const prompts = Object.values(found?.prompts ?? {});
  const empty = prompts.filter(({ basis }) => basis === 'empty').length;
  const rated = prompts.filter(({ basis }) => basis !== null).length - empty;
  const value = rated < LEAST_RATED ? null : (found?.score.value ?? null);
  const level = value === null ? undefined : levelAt(criterion, value);
  const shown = level === undefined ? null : ownLevel(criterion, level);
  return {
    criterion,
    own: { criterion: criterion.id, label: criterion.label, level: shown, rated, empty },
    value: value ?? -1,
  };
}

/** The level that a score lies nearest to; halves go up. Undefined above the highest. */
const levelAt = ({ levels }: Criterion, value: number): Level | undefined =>
  levels.find(({ level }) => level === 1 + Math.round(value / STEP));

const ownLevel = (criterion: Criterion, { level, label, anchor }: Level): OwnLevel => ({
  level,
  label,
  anchors: [...spokenOf(criterion, level, anchor), { level, text: anchor }],
});

/** "Does what level 3 says, and also …" can only be read together with level 3. */
function spokenOf(criterion: Criterion, level: LevelNumber, anchor: string): OwnLevel['anchors'] {
  const named = Number(/level (\d)/.exec(anchor)?.[1] ?? level);
  const lower = criterion.levels.find((one) => one.level === named);
  return lower === undefined || lower.level >= level ? [] : ownLevel(criterion, lower).anchors;
}
