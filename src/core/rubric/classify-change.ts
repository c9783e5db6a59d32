import type { CriterionId } from '../kernel/ids.ts';
import { listDifferences, type Difference } from './list-differences.ts';
import type { RubricContent } from './rubric.ts';

/** From what changes least to what changes most. */
const KINDS = ['none', 'words', 'order', 'weights', 'anchors', 'structure'] as const;
export type ChangeKind = (typeof KINDS)[number];

export interface RubricChange {
  /** The weightiest of all changes. */
  readonly kind: ChangeKind;
  readonly criteria: readonly {
    readonly id: CriterionId;
    readonly label: string;
    readonly kinds: readonly ChangeKind[];
  }[];
  /** Levels given so far do not count under the new version: raters have to read again. */
  readonly rerate: boolean;
}

const KIND_OF: Readonly<Record<Difference['part'], ChangeKind>> = {
  presence: 'structure',
  prompts: 'structure',
  definition: 'anchors',
  anchor: 'anchors',
  weight: 'weights',
  place: 'order',
  label: 'words',
  'level-label': 'words',
  example: 'words',
  'example-responses': 'words',
};

/**
 * What a change of a rubric means. Words and order leave every score as it is; weights are recomputed from the levels
 * that were given; another definition, anchor, criterion or prompt asks for new ratings of every response, because
 * raters judge all criteria of a prompt together.
 */
export function classifyChange(before: RubricContent, after: RubricContent): RubricChange {
  const differences = listDifferences(before, after);
  const kinds = differences.map(({ part }) => KIND_OF[part]);
  const kind = KINDS.findLast((one) => kinds.includes(one)) ?? 'none';
  return { kind, criteria: byCriterion(differences), rerate: kind === 'anchors' || kind === 'structure' };
}

function byCriterion(differences: readonly Difference[]): RubricChange['criteria'] {
  const found = new Map<CriterionId, { label: string; kinds: Set<ChangeKind> }>();
  for (const { criterion, part } of differences) {
    if (criterion === null) continue;
    const known = found.get(criterion.id) ?? { label: criterion.label, kinds: new Set() };
    known.kinds.add(KIND_OF[part]);
    found.set(criterion.id, known);
  }
  return [...found].map(([id, { label, kinds }]) => ({
    id,
    label,
    kinds: KINDS.filter((kind) => kinds.has(kind)),
  }));
}
