import { describe, expect, it } from '@jest/globals';
import { readReview } from '../../src/content/read-review.ts';
import { withShelf } from './written-shelf.ts';

const review = (verdict: string, stereotype: boolean) => `status: reviewed by authors only
items:
  - item: j01
    reviewedBy: second author
    verdict: ${verdict}
    questions:
      needsTradeOrCultureKnowledge: false
      warmthMeansSmallTalk: false
      directWriterLoses: false
      difficultPersonStereotype: ${stereotype}
      distressingTopic: false
    blindKeyLargestDifference: 0.9
    notes: Read twice.
`;

const read = (text: string | null) => withShelf({ 'review.yaml': text }, (root) => readReview(root, 'small'));

describe('the review of an assessment', () => {
  it('counts items that were accepted with no to every question', () => {
    const outcome = read(review('accepted', false));
    expect(outcome.kind === 'read' && outcome.read.value).toEqual(['j01']);
  });

  it.each([
    ['that are to be rewritten', review('to rewrite', false)],
    ['with yes to a question', review('accepted', true)],
  ])('does not count items %s', (_title, text) => {
    const outcome = read(text);
    expect(outcome.kind === 'read' && outcome.read.value).toEqual([]);
  });

  it('is missed with its file name', () => {
    const outcome = read(null);
    expect(outcome.kind === 'refused' && outcome.problems[0]?.file).toBe('small/review.yaml');
  });
});
