import { describe, expect, it } from '@jest/globals';
import type { ApplicantId, ItemId } from '../../../src/core/kernel/ids.ts';
import { tallyGroups, type GroupedPerson } from '../../../src/core/quality/tally-groups.ts';

const ITEMS = ['one', 'two'] as ItemId[];

/** So many people of a group, their scores and parts in turn. */
function peopleOf(label: string, count: number, lift = 0): readonly GroupedPerson[] {
  return Array.from({ length: count }, (_, place) => ({
    applicantId: `${label}-${place}` as ApplicantId,
    score: 40 + lift + (place % 3),
    parts: [place % 2, (place >> 1) % 2],
  }));
}

function compare(sizes: Readonly<Record<string, number>>, situations: readonly ItemId[] | null = ITEMS) {
  const people = Object.entries(sizes).flatMap(([label, count]) => peopleOf(label, count));
  const labelOf = (id: string) => id.slice(0, id.lastIndexOf('-'));
  const tally = tallyGroups(
    new Map(people.map(({ applicantId }) => [applicantId, labelOf(applicantId)])),
    situations,
  );
  tally.add(people);
  tally.add(peopleOf('nobody asked', 30, 50));
  return tally.comparison();
}

describe('a comparison of groups', () => {
  it('has the largest group first, compares every smaller one with it, and counts only who has a label', () => {
    const found = compare({ small: 10, large: 12, middle: 11 });
    expect(found?.groups).toEqual([
      { label: 'large', n: 12, complete: 12 },
      { label: 'middle', n: 11, complete: 11 },
      { label: 'small', n: 10, complete: 10 },
    ]);
    expect(found?.pairs.map(({ reference, focal }) => [reference, focal])).toEqual([
      ['large', 'middle'],
      ['large', 'small'],
      ['middle', 'small'],
    ]);
  });

  it.each([
    [9, 99, 'insufficient-n', 'insufficient-n'],
    [10, 100, null, 'insufficient-n'],
    [99, 100, null, 'insufficient-n'],
    [100, 100, null, null],
  ])(
    'of %d people with %d says what both are enough for, and else why not',
    (few, many, impact, situations) => {
      const [pair] = compare({ few, many })?.pairs ?? [];
      expect(pair?.impact.reason).toBe(impact);
      expect(pair?.situations?.reason).toBe(situations);
    },
  );

  it('compares situations only of people who have all of them, scores of everybody', () => {
    const labels = new Map(peopleOf('a', 100).map(({ applicantId }) => [applicantId, 'a']));
    const tally = tallyGroups(labels, ITEMS);
    tally.add(peopleOf('a', 100).map((one, place) => (place === 0 ? { ...one, parts: [1, null] } : one)));
    expect(tally.comparison()?.groups).toEqual([{ label: 'a', n: 100, complete: 99 }]);
  });

  it('says focal less reference, so that below 0 the focal group has less', () => {
    const labels = new Map(
      ['a', 'b'].flatMap((label) => peopleOf(label, 20).map(({ applicantId }) => [applicantId, label])),
    );
    const tally = tallyGroups(labels, null);
    tally.add([...peopleOf('a', 20), ...peopleOf('b', 19, -1)]);
    const [pair] = tally.comparison()?.pairs ?? [];
    expect(pair).toMatchObject({ reference: 'a', focal: 'b', situations: null });
    expect(pair?.impact.reason === null ? pair.impact.d : NaN).toBeLessThan(-1);
  });

  it('is none without labels, and refuses more than twenty groups', () => {
    expect(tallyGroups(new Map(), ITEMS).comparison()).toBeNull();
    const labels = Array.from(
      { length: 21 },
      (_, place) => [`p${place}` as ApplicantId, `g${place}`] as const,
    );
    expect(() => tallyGroups(new Map(labels), ITEMS)).toThrow(RangeError);
    expect(tallyGroups(new Map(labels.slice(1)), ITEMS).comparison()).toBeNull();
  });
});
