import { describe, expect, it } from '@jest/globals';
import type { ApplicantId, AttemptId, ItemId, PersonId, RatingTaskId } from '../../../src/core/kernel/ids.ts';
import { chooseWave, type WaveOrder } from '../../../src/core/rating/choose-wave.ts';
import { reassignSeats } from '../../../src/core/rating/reassign-seats.ts';
import { person } from './a-rating-task.ts';

const PEOPLE = ['a', 'b', 'c', 'd'];
const responses = PEOPLE.flatMap((name) =>
  ['p1', 'p2'].map((itemId) => ({
    itemId,
    applicantId: name as ApplicantId,
    attemptId: `attempt ${name}` as AttemptId,
  })),
);
const day = (number: number) => new Date(Date.UTC(2026, 2, number));
const finishedAt = new Map<AttemptId, Date>(
  [3, 1, 4, 2].map((number, index) => [`attempt ${PEOPLE[index]}` as AttemptId, day(number)]),
);
const wave = (people: number | null, order: WaveOrder, seed = 'seed', input = responses) =>
  chooseWave({ responses: input, people, order, finishedAt, seed }).map(
    ({ applicantId, itemId }) => `${applicantId} ${itemId}`,
  );

describe('a wave of responses', () => {
  it('is everything of whoever handed in first', () => {
    expect(wave(2, 'finish')).toEqual(['b p1', 'b p2', 'd p1', 'd p2']);
  });
  it('is everything of whoever is drawn, the same people however the responses come in', () => {
    const drawn = wave(2, 'draw');
    expect(drawn).toHaveLength(4);
    expect(wave(2, 'draw', 'seed', responses.toReversed()).sort()).toEqual(drawn.toSorted());
    expect(wave(3, 'draw').slice(0, 4)).toEqual(drawn);
    const draws = Array.from({ length: 20 }, (_, index) => wave(1, 'draw', `seed ${index}`)[0]);
    expect(new Set(draws).size).toBeGreaterThan(1);
  });
  it('is everybody where no number is given, and whoever there is where it is too large', () => {
    expect(wave(null, 'finish')).toHaveLength(8);
    expect(wave(9, 'draw')).toHaveLength(8);
  });
  it('puts people whose end is not known last', () => {
    const ends = new Map([['attempt c' as AttemptId, day(9)]]);
    const [first] = chooseWave({ responses, people: 1, order: 'finish', finishedAt: ends, seed: 's' });
    expect(first?.applicantId).toBe('c');
  });
});

describe('seats that are given to others', () => {
  const seat = (name: string, itemId: string, notRaterIds: readonly PersonId[] = []) => ({
    taskId: `${name} ${itemId}` as RatingTaskId,
    itemId: itemId as ItemId,
    applicantId: name as ApplicantId,
    notRaterIds,
  });
  const [anna, ben] = [person('anna'), person('ben')];

  it('are shared equally within every prompt', () => {
    const seats = PEOPLE.flatMap((name) => [seat(name, 'p1'), seat(name, 'p2')]);
    const given = reassignSeats({ seats, raterIds: [anna, ben], met: [], seed: 's' });
    for (const prompt of ['p1', 'p2']) {
      const ofPrompt = given.filter(({ itemId }) => (itemId as string) === prompt);
      expect(ofPrompt.filter(({ raterIds }) => raterIds[0] === anna)).toHaveLength(2);
      expect(ofPrompt.filter(({ raterIds }) => raterIds[0] === ben)).toHaveLength(2);
    }
  });
  it('never go to somebody who knows the person or rates the response, and stay where nobody is left', () => {
    const seats = [seat('a', 'p1', [anna]), seat('b', 'p1', [anna, ben])];
    expect(reassignSeats({ seats, raterIds: [anna, ben], met: [], seed: 's' })).toEqual([
      { taskId: 'a p1', itemId: 'p1', raterIds: [ben] },
    ]);
  });
});
