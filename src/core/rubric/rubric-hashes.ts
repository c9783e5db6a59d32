import { canonicalForm } from '../kernel/canonical-form.ts';
import type { Criterion, RubricContent, RubricVersion } from './rubric.ts';

export type RubricHashes = Pick<RubricVersion, 'contentHash' | 'structureHash' | 'anchorHash'>;

/**
 * Three hashes of a rubric. Content: everything, so that equal content is recognised. Structure: which criteria and
 * levels there are, whatever their words, order and weights; scores of one structure mean the same columns. Anchors:
 * what a rater judges by; versions with equal anchors share tasks and ratings, so weights, order, labels and examples
 * stay out of it. The hash function is passed in.
 */
export function rubricHashes(content: RubricContent, hash: (text: string) => string): RubricHashes {
  const criteria = [...content.criteria].sort((left, right) => (left.id < right.id ? -1 : 1));
  return {
    contentHash: hash(
      canonicalForm({ criteria: content.criteria.map(wholeOf), examples: examplesOf(content) }),
    ),
    structureHash: hash(canonicalForm(criteria.map(structureOf))),
    anchorHash: hash(canonicalForm(criteria.map(anchorsOf))),
  };
}

const structureOf = ({ id, levels }: Criterion) => ({ id, levels: levels.map(({ level }) => level) });

const anchorsOf = ({ id, definition, levels, askedIn }: Criterion) => ({
  id,
  definition,
  levels: levels.map(({ level, anchor }) => ({ level, anchor })),
  ...promptsOf(askedIn),
});

const wholeOf = ({ id, label, definition, weight, levels, askedIn }: Criterion) => ({
  id,
  label,
  definition,
  weight,
  levels: levels.map(({ level, label: name, anchor, example }) => ({ level, label: name, anchor, example })),
  ...promptsOf(askedIn),
});

/** Left out where nobody chose prompts, so that versions from before anybody could keep their hashes. */
const promptsOf = (askedIn: Criterion['askedIn']) =>
  askedIn === undefined ? {} : { askedIn: [...askedIn].sort() };

const examplesOf = ({ examples }: RubricContent) =>
  examples.map(({ id, itemId, a, b, levels }) => ({
    id,
    itemId,
    a,
    b,
    levels: Object.fromEntries(
      Object.entries(levels).map(([criterion, { level, cites, because }]) => [
        criterion,
        { level, cites, because },
      ]),
    ),
  }));
