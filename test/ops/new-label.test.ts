import { expect, it } from '@jest/globals';
import { newLabel } from '../../src/ops/secrets.ts';

it('never makes a label that a spreadsheet would read as a number or a day, such as 22E33 or MAR22', () => {
  // By chance 37 in 100,000 would be one.
  const labels = Array.from({ length: 30_000 }, newLabel);
  expect(labels.filter((label) => !Number.isNaN(Number(label)))).toEqual([]);
  expect(labels.filter((label) => /MAR|DEC/.test(label))).toEqual([]);
  expect(new Set(labels.map((label) => label.length))).toEqual(new Set([5]));
});
