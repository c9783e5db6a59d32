import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readCases } from '../../src/commands/reference-cases/read-cases.ts';
import { runCase } from '../../src/commands/reference-cases/run-case.ts';
import { statistics } from '../../src/commands/reference-cases/statistics.ts';

const text = readFileSync(new URL('./psychometrics-cases.json', import.meta.url), 'utf8');
const read = readCases(text);
const cases = read.kind === 'read' ? read.cases : [];
const known = cases.filter(({ id }) => statistics[id] !== undefined);

describe('reference cases', () => {
  it.each(known)('$id gives what is expected', (given) => {
    expect(runCase(given).failures).toEqual([]);
  });
  it('fail on another value, an unknown id and input of another shape', () => {
    const given = {
      id: 'dist.lgamma_.5',
      input: { x: 0.5 },
      expected: { value: 1 },
      tolerance: 1e-9,
      tolerances: {},
    };
    expect(runCase(given)).toMatchObject({ ok: false, failures: [expect.stringContaining('expected 1')] });
    expect(runCase({ ...given, id: 'nothing' }).failures).toEqual(['no statistic is known for "nothing"']);
    expect(runCase({ ...given, input: { x: 'a' } }).failures[0]).toContain('refused');
  });
  it('are refused as a file that is not JSON or has no cases', () => {
    expect(readCases('{')).toMatchObject({ kind: 'refused' });
    expect(readCases('{"cases":[]}')).toMatchObject({ kind: 'refused' });
  });
});
