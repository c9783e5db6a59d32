import { describe, expect, it } from '@jest/globals';
import { formatCount } from '../../src/presentation/format-count.ts';
import { formatDate } from '../../src/presentation/format-date.ts';
import { formatDaysUntil } from '../../src/presentation/format-days-until.ts';
import { formatLevel } from '../../src/presentation/format-level.ts';
import { formatList } from '../../src/presentation/format-list.ts';
import { formatScore } from '../../src/presentation/format-score.ts';

describe('formats', () => {
  it('rounds a score once, to a whole number', () => {
    expect([0, 49.4, 49.5, 100].map(formatScore)).toEqual(['0', '49', '50', '100']);
  });

  it('shows a level between two levels with one digit and a whole one without', () => {
    expect([3, 3.5, 10 / 3].map(formatLevel)).toEqual(['3', '3.5', '3.3']);
  });

  it('counts with the noun that fits, thousands apart', () => {
    expect(formatCount(1, 'response', 'responses')).toBe('1 response');
    expect(formatCount(0, 'response', 'responses')).toBe('0 responses');
    expect(formatCount(2041, 'response', 'responses')).toBe('2,041 responses');
  });

  it('tells the day and never the time of day', () => {
    expect(formatDate(new Date('2026-05-12T23:59:00Z'))).toBe('12 May 2026');
  });

  it('says how many days a day is away, whatever the hour', () => {
    const day = new Date('2027-05-03T00:00:00Z');
    const from = (text: string): string => formatDaysUntil(day, new Date(text));
    expect(from('2027-04-10T23:59:59Z')).toBe('in 23 days');
    expect(from('2027-05-02T23:59:59Z')).toBe('tomorrow');
    expect(from('2027-05-03T12:00:00Z')).toBe('today');
    expect(from('2027-05-09T00:00:00Z')).toBe('today');
  });

  it('joins words as a sentence does', () => {
    expect(formatList(['A', 'B', 'C'])).toBe('A, B, and C');
  });
});
