import { describe, expect, it } from '@jest/globals';
import { authoredCalibration } from '../../src/content/authored-calibration.ts';
import { keyedForms } from '../../src/content/keyed-forms.ts';
import { LEVELS } from '../../src/core/rubric/rubric.ts';
import { sha256 } from '../../src/ops/secrets.ts';
import { shelf } from '../support/shelf.ts';

const calibrations = authoredCalibration(shelf, sha256);
const prompts = keyedForms(shelf).flatMap(({ form }, index) => {
  const asked = form.sections.flatMap(({ items }) => items);
  return form.items.flatMap((item) =>
    item.kind === 'written-response' && asked.includes(item.id)
      ? [{ name: `${form.assessmentId} ${item.id}`, item, responses: calibrations[index]?.responses ?? [] }]
      : [],
  );
});

it('the shelf has written prompts in both assessments', () => {
  expect(new Set(prompts.map(({ name }) => name.split(' ')[0])).size).toBe(2);
  expect(prompts.length).toBeGreaterThanOrEqual(4);
});

describe.each(prompts)('the calibration responses of $name', ({ item, responses }) => {
  const own = responses.filter(({ itemId }) => itemId === item.id);
  const levelsOf = (criterion: (typeof item.criteria)[number]['criterion']) =>
    own.map(({ levels }) => levels[criterion]?.level);

  it('are sixteen, labelled as authored', () => {
    expect(own).toHaveLength(16);
    expect(new Set(own.map(({ source }) => source))).toEqual(new Set(['authored']));
    expect(new Set(own.map(({ a, b }) => `${a} ${b}`)).size).toBe(16);
  });

  it('show every level of every criterion', () => {
    for (const { criterion } of item.criteria)
      expect([...new Set(levelsOf(criterion))].sort()).toEqual([...LEVELS]);
  });

  it('are uneven in at least half: strong in one criterion, weak in another', () => {
    const uneven = own.filter(({ levels }) => {
      const given = Object.values(levels).map(({ level }) => level);
      return Math.max(...given) - Math.min(...given) >= 2;
    });
    expect(uneven.length).toBeGreaterThanOrEqual(8);
  });
});
