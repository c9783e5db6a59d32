import { readYaml, type ReadYaml } from './read-yaml.ts';
import { ReviewShape } from './review-shape.ts';

/**
 * Ids of the items that the review accepts with no to every question. The review is about the shelf's quality: its
 * absence fails the content check and never the start.
 */
export function readReview(root: string, folder: string): ReadYaml<readonly string[]> {
  const review = readYaml(root, `${folder}/review.yaml`, ReviewShape);
  if (review.kind === 'refused') return review;
  const accepted = review.read.value.items
    .filter(({ verdict, questions }) => verdict === 'accepted' && !Object.values(questions).includes(true))
    .map(({ item }) => item);
  return { kind: 'read', read: { ...review.read, value: accepted } };
}
