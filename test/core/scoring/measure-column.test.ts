import { describe, expect, it } from '@jest/globals';
import type { CriterionId, ItemId } from '../../../src/core/kernel/ids.ts';
import type { Precision } from '../../../src/core/psychometrics/precision.ts';
import { measureColumn } from '../../../src/core/scoring/measure-column.ts';
import type { ColumnScore, PromptLevel, Standing } from '../../../src/core/scoring/standing.ts';

const assumed: Precision = { kind: 'assumed', reliability: 0.5, sd: 16, source: 'planning' };
const rated = (level: number): PromptLevel => ({ level, basis: 'mean', reason: null });
const unratable: PromptLevel = { level: null, basis: null, reason: 'unratable' };

function aStanding(written: ColumnScore, levels: readonly PromptLevel[], answered = 12): Standing {
  const prompts = Object.fromEntries(levels.map((level, index) => [`w${index}`, level])) as Record<
    ItemId,
    PromptLevel
  >;
  return {
    judgment: { score: { value: 60, reason: null }, answered, asked: 12, keyStatus: 'panel' },
    written,
    criteria: [{ criterion: 'empathy' as CriterionId, score: written, prompts }],
  } as unknown as Standing;
}

const fifty: ColumnScore = { value: 50, reason: null };

describe('a score with its standard error', () => {
  it('is SD √(1 − r) where every part is there', () => {
    const standing = aStanding(fifty, [rated(3), rated(3), rated(3)]);
    expect(measureColumn('written', standing, assumed)).toEqual({ score: 50, sem: 16 * Math.sqrt(0.5) });
    expect(measureColumn('judgment', standing, assumed)?.score).toBe(60);
  });

  it('is less sure where a prompt has no level', () => {
    const whole = measureColumn('written', aStanding(fifty, [rated(3), rated(3), rated(3)]), assumed);
    const part = measureColumn('written', aStanding(fifty, [rated(3), rated(3), unratable]), assumed);
    expect((part?.sem ?? 0) / (whole?.sem ?? 1)).toBeCloseTo(Math.sqrt(3 / 2), 12);
  });

  it('is less sure where situations are not answered', () => {
    const standing = aStanding(fifty, [rated(3)], 9);
    expect(measureColumn('judgment', standing, assumed)?.sem).toBeCloseTo(16 * Math.sqrt(0.5 * (12 / 9)), 12);
  });

  it('is none without a score, without precision, or where the reliability says nothing', () => {
    const standing = aStanding({ value: null, reason: 'waiting' }, [rated(3), rated(3)]);
    expect(measureColumn('written', standing, assumed)).toBeNull();
    const none: Precision = { kind: 'cannot-be-established', reason: 'one-prompt' };
    expect(measureColumn('judgment', standing, none)).toBeNull();
    expect(measureColumn('judgment', standing, { ...assumed, reliability: 0 })).toBeNull();
  });
});
