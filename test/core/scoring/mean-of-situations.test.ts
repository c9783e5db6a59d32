import { describe, expect, it } from '@jest/globals';
import type { DimensionId, ItemId } from '../../../src/core/kernel/ids.ts';
import { meanOfSituations } from '../../../src/core/scoring/mean-of-situations.ts';

const scored = (itemId: string, dimension: string, raw: number) => ({
  itemId: itemId as ItemId,
  dimension: dimension as DimensionId,
  raw,
});

describe('the mean over situations', () => {
  it('weighs every situation alike and says each dimension and situation apart', () => {
    const result = meanOfSituations(
      [scored('s1', 'empathy', 0.25), scored('s2', 'plain', 1), scored('s3', 'empathy', 0.75)],
      (raw) => raw * 100,
    );
    expect(result.raw).toBeCloseTo(2 / 3, 12);
    expect(result.score.value).toBeCloseTo(200 / 3, 10);
    expect(result.dimensions).toEqual([
      { dimension: 'empathy', raw: 0.5 },
      { dimension: 'plain', raw: 1 },
    ]);
    expect(result.items.map(({ itemId }) => itemId)).toEqual(['s1', 's2', 's3']);
  });
});
