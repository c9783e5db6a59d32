import { describe, expect, it } from '@jest/globals';
import type { CriterionId, ItemId } from '../../../src/core/kernel/ids.ts';
import type { Precision } from '../../../src/core/psychometrics/precision.ts';
import { measureColumn, scoreOf } from '../../../src/core/scoring/measure-column.ts';
import type { ColumnScore, PromptLevel, Standing } from '../../../src/core/scoring/standing.ts';

const assumed: Precision = { kind: 'assumed', reliability: 0.5, sd: 16, source: 'planning' };
const rated = (level: number): PromptLevel => ({ level, basis: 'mean', reason: null });
const notHere: PromptLevel = { level: null, basis: null, reason: 'not-rated-here' };
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

  it('is that of a criterion over the prompts that name it, and grows where one of them has no level', () => {
    const named = (...levels: PromptLevel[]): Standing => {
      const standing = aStanding(fifty, levels);
      const second = aStanding({ value: 25, reason: null }, [...levels, notHere]).criteria;
      return { ...standing, criteria: [...standing.criteria, ...second] };
    };
    const whole = named(rated(2), rated(3));
    expect(scoreOf('d2', whole)).toBe(25);
    expect(measureColumn('d2', whole, assumed)).toEqual({ score: 25, sem: 16 * Math.sqrt(0.5) });
    const part = measureColumn('d2', named(rated(2), unratable), assumed);
    expect(part?.sem).toBeCloseTo(16 * Math.sqrt(0.5 * 2), 12);
    expect([scoreOf('d3', whole), measureColumn('d3', whole, assumed)]).toEqual([null, null]);
  });

  it('is none without a score, without precision, or where the reliability says nothing', () => {
    const standing = aStanding({ value: null, reason: 'waiting' }, [rated(3), rated(3)]);
    expect(measureColumn('written', standing, assumed)).toBeNull();
    const none: Precision = { kind: 'cannot-be-established', reason: 'one-prompt' };
    expect(measureColumn('judgment', standing, none)).toBeNull();
    expect(measureColumn('judgment', standing, { ...assumed, reliability: 0 })).toBeNull();
  });
});
