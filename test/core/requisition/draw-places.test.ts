import { describe, expect, it } from '@jest/globals';
import type { ApplicantId } from '../../../src/core/kernel/ids.ts';
import { drawOrder, planDraw } from '../../../src/core/requisition/draw-places.ts';

/** With a standard error of 5 two people differ from 11.7 points on. */
const person = (label: string, score: number) => ({
  applicantId: `id-${label}` as ApplicantId,
  label,
  score,
  sem: 5,
});
const labelsOf = (people: readonly { label: string }[]) => people.map(({ label }) => label);

describe('a plan of a draw', () => {
  it('gives places to those above and told apart, and draws the rest among those who are not', () => {
    const people = [person('C', 60), person('A', 90), person('D', 55), person('B', 65), person('E', 20)];
    const plan = planDraw(people, 2);
    expect(plan).toEqual({
      kind: 'draw',
      seats: 1,
      sure: [{ applicantId: 'id-A', label: 'A' }],
      among: ['B', 'C', 'D'].map((label) => ({ applicantId: `id-${label}`, label })),
    });
  });

  it('puts somebody above the last place who is not told apart among the drawn', () => {
    const plan = planDraw([person('A', 70), person('B', 66), person('C', 60)], 2);
    expect(plan.kind === 'draw' && [labelsOf(plan.sure), labelsOf(plan.among), plan.seats]).toEqual([
      [],
      ['A', 'B', 'C'],
      2,
    ]);
  });

  it.each([
    { name: 'there are fewer people than places', scores: [70], places: 3 },
    { name: 'there are as many people as places', scores: [70, 69], places: 2 },
    { name: 'the last place is told apart from whoever follows', scores: [90, 70, 20], places: 2 },
    { name: 'no places were said', scores: [90, 70], places: 0 },
  ])('draws nobody where $name', ({ scores, places }) => {
    const people = scores.map((score, index) => person(`P${index}`, score));
    expect(planDraw(people, places).kind).toBe('enough-places');
  });
});

describe('an order that was drawn', () => {
  const among = Array.from({ length: 30 }, (_, index) => person(`L${index}`, 50));

  it('is the same for the same seed and list, in whatever order the list came', () => {
    const order = labelsOf(drawOrder('seed', among));
    expect(labelsOf(drawOrder('seed', [...among].reverse()))).toEqual(order);
    expect(labelsOf(drawOrder('another', among))).not.toEqual(order);
    expect(order.toSorted()).toEqual(labelsOf(among).toSorted());
  });
});
