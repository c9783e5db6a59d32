import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readCases } from '../../src/commands/reference-cases/read-cases.ts';
import { statistics } from '../../src/commands/reference-cases/statistics.ts';
import { NO_FIGURE_REASONS } from '../../src/core/kernel/estimate.ts';
import { plausibleInputs } from './plausible-inputs.ts';

interface Named {
  readonly id: string;
  readonly data: string;
  readonly input: readonly string[];
  readonly expected: Readonly<Record<string, unknown>>;
}

const textOf = (name: string): string => readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8');
const { cases } = JSON.parse(textOf('psychometrics-catalogue')) as { readonly cases: readonly Named[] };
const stored = readCases(textOf('psychometrics-cases'));
const storedInputs = new Map(stored.kind === 'read' ? stored.cases.map(({ id, input }) => [id, input]) : []);
const reasons = NO_FIGURE_REASONS.map((reason) => reason.replaceAll('-', '_'));

/** Where an output differs from the names and kinds that the catalogue lists, one sentence each. */
function misfits(output: unknown, listed: unknown, at = 'output'): readonly string[] {
  if (typeof listed !== 'object' || listed === null) return kindMisfits(output, String(listed), at);
  const given = typeof output === 'object' && output !== null ? output : {};
  const [names, wanted] = [Object.keys(given).sort(), Object.keys(listed).sort()];
  if (names.join() !== wanted.join()) return [`${at} has ${names.join()}, not ${wanted.join()}`];
  const values = new Map<string, unknown>(Object.entries(given));
  return Object.entries(listed).flatMap(([name, kind]) => misfits(values.get(name), kind, `${at}.${name}`));
}

function kindMisfits(value: unknown, kinds: string, at: string): readonly string[] {
  if (at.endsWith('.reason') && !reasons.includes(String(value))) return [`${at} is ${String(value)}`];
  const kind = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
  const finite = JSON.stringify(value) === JSON.stringify(value, (_, part: unknown) => spelled(part));
  return kinds.split('|').includes(kind) && finite ? [] : [`${at} is ${JSON.stringify(value)}, not ${kinds}`];
}

/** JSON writes NaN and Infinity as null; this way they show. */
const spelled = (part: unknown): unknown =>
  typeof part === 'number' && !Number.isFinite(part) ? String(part) : part;

describe('the catalogue of statistics', () => {
  it('has 189, each with a function that takes the listed inputs', () => {
    expect(cases).toHaveLength(189);
    expect(cases.map(({ id }) => [id, [...(statistics[id]?.inputNames ?? [])].sort()])).toEqual(
      cases.map(({ id, input }) => [id, [...input].sort()]),
    );
  });
  it('gives exactly the listed outputs for stored and for made-up inputs', () => {
    const found = cases.flatMap(({ id, expected }) => {
      const input = storedInputs.get(id) ?? plausibleInputs[id];
      if (input === undefined) return [`${id} has no input`];
      return misfits(statistics[id]?.run(input), expected, id);
    });
    expect(found).toEqual([]);
  });
});
