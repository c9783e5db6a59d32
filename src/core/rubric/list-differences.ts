import { canonicalForm, type Plain } from '../kernel/canonical-form.ts';
import type { CriterionId } from '../kernel/ids.ts';
import type { Criterion, LevelNumber, RubricContent } from './rubric.ts';

type DifferencePart =
  | 'presence'
  | 'prompts'
  | 'definition'
  | 'anchor'
  | 'weight'
  | 'place'
  | 'label'
  | 'level-label'
  | 'example'
  | 'example-responses';

/** One thing that two rubrics do not have in common; null where one of them has nothing there. */
export interface Difference {
  readonly part: DifferencePart;
  /** Null for what belongs to no criterion. */
  readonly criterion: { readonly id: CriterionId; readonly label: string } | null;
  readonly level: LevelNumber | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** Everything in which two rubrics differ, in the order of the second; removed criteria come last. */
export function listDifferences(before: RubricContent, after: RubricContent): readonly Difference[] {
  const old = new Map(before.criteria.map((criterion) => [criterion.id, criterion]));
  const kept = after.criteria.filter(({ id }) => old.has(id));
  const removed = before.criteria.filter(({ id }) => !after.criteria.some((one) => one.id === id));
  const places = before.criteria.filter(({ id }) => kept.some((one) => one.id === id)).map(({ id }) => id);
  return [
    ...after.criteria.flatMap((criterion) => {
      const was = old.get(criterion.id);
      if (was === undefined) return [presence(criterion, null, criterion.label)];
      return [...ofCriterion(was, criterion), ...ofPlace(criterion, places, kept)];
    }),
    ...removed.map((criterion) => presence(criterion, criterion.label, null)),
    ...ofExamples(before, after),
  ];
}

const presence = ({ id, label }: Criterion, before: string | null, after: string | null): Difference => ({
  part: 'presence',
  criterion: { id, label },
  level: null,
  before,
  after,
});

function ofCriterion(was: Criterion, is: Criterion): readonly Difference[] {
  const criterion = { id: is.id, label: is.label };
  const compare = (
    part: DifferencePart,
    before: string | null,
    after: string | null,
    level: LevelNumber | null = null,
  ): readonly Difference[] => (before === after ? [] : [{ part, criterion, level, before, after }]);
  return [
    ...compare('label', was.label, is.label),
    ...compare('weight', String(was.weight), String(is.weight)),
    ...compare('prompts', promptsOf(was), promptsOf(is)),
    ...compare('definition', was.definition, is.definition),
    ...is.levels.flatMap((level) => {
      const other = was.levels.find((one) => one.level === level.level);
      return [
        ...compare('level-label', other?.label ?? null, level.label, level.level),
        ...compare('anchor', other?.anchor ?? null, level.anchor, level.level),
        ...compare('example', other?.example ?? null, level.example, level.level),
      ];
    }),
  ];
}

const promptsOf = ({ askedIn }: Criterion): string | null =>
  askedIn === undefined ? null : [...askedIn].sort().join(' ');

function ofPlace(
  { id, label }: Criterion,
  before: readonly CriterionId[],
  kept: readonly Criterion[],
): readonly Difference[] {
  const was = before.indexOf(id);
  const is = kept.findIndex((one) => one.id === id);
  if (was === is) return [];
  const criterion = { id, label };
  return [{ part: 'place', criterion, level: null, before: String(was + 1), after: String(is + 1) }];
}

function ofExamples(before: RubricContent, after: RubricContent): readonly Difference[] {
  const same = canonicalForm(plainly(before)) === canonicalForm(plainly(after));
  const count = ({ examples }: RubricContent): string => String(examples.length);
  return same
    ? []
    : [
        {
          part: 'example-responses',
          criterion: null,
          level: null,
          before: count(before),
          after: count(after),
        },
      ];
}

const plainly = ({ examples }: RubricContent): Plain => examples as unknown as Plain;
