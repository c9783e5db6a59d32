import { describe, expect, it } from '@jest/globals';
import type { ResponseValue } from '../../../src/core/item/response-value.ts';
import type { RatingTask } from '../../../src/core/rating/rating-task.ts';
import { evidence, type EvidenceInput } from '../../../src/core/scoring/evidence.ts';
import type { ColumnScore } from '../../../src/core/scoring/standing.ts';
import { aForm, item, prompt, rateItem, ratings, written } from './a-form.ts';
import { attemptWith } from './an-attempt.ts';

const form = aForm([rateItem('s1', ['x', 'y']), prompt('p1', ['empathy']), prompt('p2', ['empathy'])]);
const judgment: ColumnScore = { value: 70, reason: null };
const answered: Record<string, ResponseValue> = { p1: written('I am sorry.'), p2: written('', 'I call.') };
const task = (id: string, state: RatingTask['state']) => ({ itemId: item(id), state });

const of = (parts: Partial<EvidenceInput> & { responses?: Record<string, ResponseValue> }) =>
  evidence({
    attempt: attemptWith({ responses: parts.responses ?? answered }),
    form,
    tasks: [],
    judgment,
    withdrawn: false,
    ...parts,
  });

describe('evidence', () => {
  it('begins with the invitation and the running attempt', () => {
    expect(of({ attempt: null })).toEqual({ kind: 'invited' });
    expect(of({ attempt: attemptWith({ state: 'open' }) })).toEqual({ kind: 'in-progress' });
  });
  it('counts responses with two ratings out of those that want rating', () => {
    expect(of({})).toEqual({ kind: 'waiting-for-rating', rated: 0, wanted: 2 });
    expect(of({ tasks: [task('p1', 'unallocated'), task('p2', 'rating')] })).toEqual({
      kind: 'waiting-for-rating',
      rated: 0,
      wanted: 2,
    });
    expect(of({ tasks: [task('p1', 'resolved'), task('p2', 'rating')] })).toMatchObject({
      rated: 1,
      wanted: 2,
    });
  });
  it('does not wait for the rating of an empty response', () => {
    const responses = { p1: written('I am sorry.'), p2: written('  ') };
    expect(of({ responses, tasks: [task('p1', 'resolved')] })).toEqual({ kind: 'complete' });
  });
  it('waits for a third or the lead once every response has two ratings', () => {
    expect(of({ tasks: [task('p1', 'third'), task('p2', 'lead')] })).toEqual({
      kind: 'waiting-for-third',
      open: 2,
    });
    expect(of({ tasks: [task('p1', 'third'), task('p2', 'rating')] })).toMatchObject({
      kind: 'waiting-for-rating',
    });
  });
  it('is complete where everything is rated', () => {
    expect(of({ tasks: [task('p1', 'resolved'), task('p2', 'resolved')] })).toEqual({ kind: 'complete' });
  });
  it('waits for nobody once they have withdrawn, and keeps what was rated in full', () => {
    const withdrawn = true;
    expect(of({ withdrawn })).toEqual({ kind: 'stopped' });
    expect(of({ withdrawn, tasks: [task('p1', 'third'), task('p2', 'lead')] })).toEqual({ kind: 'stopped' });
    expect(of({ withdrawn, attempt: attemptWith({ state: 'expired' }) })).toEqual({ kind: 'stopped' });
    expect(of({ withdrawn, attempt: null })).toEqual({ kind: 'invited' });
    const tasks = [task('p1', 'resolved'), task('p2', 'resolved')];
    expect(of({ withdrawn, tasks })).toEqual({ kind: 'complete' });
  });
  it('names the part that says nothing', () => {
    const flat: ColumnScore = { value: null, reason: 'flat-ratings' };
    const tasks = [task('p1', 'resolved'), task('p2', 'resolved')];
    expect(of({ tasks, judgment: flat })).toEqual({ kind: 'part-missing', missing: ['Judgment'] });
    expect(of({ responses: { s1: ratings({ x: 1, y: 7 }) } })).toEqual({
      kind: 'part-missing',
      missing: ['Writing'],
    });
    expect(of({ responses: {}, judgment: flat })).toMatchObject({ missing: ['Judgment', 'Writing'] });
  });
  it('does not call Judgment missing while it is being computed', () => {
    const tasks = [task('p1', 'resolved'), task('p2', 'resolved')];
    expect(of({ tasks, judgment: { value: null, reason: 'waiting' } })).toEqual({ kind: 'complete' });
  });
});
