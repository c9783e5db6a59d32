import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ZodError } from 'zod';
import { readCases } from '../../src/commands/reference-cases/read-cases.ts';
import { statistics } from '../../src/commands/reference-cases/statistics.ts';
import { plausibleInputs } from './plausible-inputs.ts';

type Spoil = (value: unknown) => unknown;

/** Every number of an input replaced. */
const numbers = (change: (value: number) => unknown): Spoil => {
  const spoil: Spoil = (value) => {
    if (typeof value === 'number') return change(value);
    if (Array.isArray(value)) return value.map(spoil);
    return typeof value === 'object' && value !== null ? inside(value, spoil) : value;
  };
  return spoil;
};
/** Every list of an input changed, from the outside in. */
const lists = (change: (list: readonly unknown[]) => readonly unknown[]): Spoil => {
  const spoil: Spoil = (value) => {
    if (Array.isArray(value)) return change(value).map(spoil);
    return typeof value === 'object' && value !== null ? inside(value, spoil) : value;
  };
  return spoil;
};
const inside = (value: object, spoil: Spoil): unknown =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spoil(part)]));

/** Distribution functions refuse impossible arguments by themselves. */
const isFigure = (id: string): boolean => !id.startsWith('dist.');

const SPOILS: Readonly<Record<string, Spoil>> = {
  empty: lists(() => []),
  'of one': lists((list) => list.slice(0, 1)),
  ragged: lists((list) => (Array.isArray(list[0]) ? [list[0].slice(1), ...list.slice(1)] : list)),
  'of unequal length': (input) => {
    const [first, ...rest] = Object.entries(Object(input) as object);
    const shorter: unknown = Array.isArray(first?.[1]) ? first[1].slice(1) : first?.[1];
    return Object.fromEntries(first === undefined ? [] : [[first[0], shorter], ...rest]);
  },
  constant: numbers(() => 1),
  zero: numbers(() => 0),
  negative: numbers((value) => -value),
  huge: numbers((value) => value * 1e3),
  missing: lists((list) =>
    list.map((value, place) => (place === 0 && typeof value === 'number' ? null : value)),
  ),
  'all missing': lists((list) => list.map((value) => (typeof value === 'number' ? null : value))),
  'not finite': numbers(() => Infinity),
};

const stored = readCases(readFileSync(new URL('./psychometrics-cases.json', import.meta.url), 'utf8'));
const inputs = [
  ...(stored.kind === 'read' ? stored.cases.map(({ id, input }) => [id, input] as const) : []),
  ...Object.entries(plausibleInputs),
].filter(([id]) => isFigure(id));

/** What is wrong with the answer to bad data: a fault that names no argument, or a figure that is none. */
function faultOf(id: string, input: unknown): string | null {
  try {
    const output = statistics[id]?.run(input);
    const text = JSON.stringify(output, (_, part: unknown) =>
      typeof part === 'number' && !Number.isFinite(part) ? String(part) : part,
    );
    return /"(NaN|-?Infinity)"/.test(text) ? text.slice(0, 200) : null;
  } catch (error) {
    return error instanceof ZodError ? null : String(error);
  }
}

describe('bad data', () => {
  it.each(Object.entries(SPOILS))('that is %s gives no figure or is refused by name', (_, spoil) => {
    const faults = inputs.flatMap(([id, input]) => {
      const fault = faultOf(id, spoil(input));
      return fault === null ? [] : [`${id}: ${fault}`];
    });
    expect(faults).toEqual([]);
  });
});
