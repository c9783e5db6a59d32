import { describe, expect, it } from '@jest/globals';
import { readArguments } from '../../src/simulation/read-arguments.ts';

describe('readArguments', () => {
  it.each([
    [['--applicants', '150'], { applicants: 150, evidence: 150, seed: '1' }],
    [['--applicants', '100000'], { applicants: 100_000, evidence: 2000, seed: '1' }],
    [
      ['--applicants', '9', '--evidence', '0', '--seed', 'blue'],
      { applicants: 9, evidence: 0, seed: 'blue' },
    ],
  ])('reads %j', (args, wanted) => {
    expect(readArguments(args)).toEqual({ kind: 'ok', wanted });
  });

  it.each([
    [[], '--applicants'],
    [['--applicants', '0'], '--applicants'],
    [['--applicants', 'many'], '--applicants'],
    [['--applicants', '1e3'], '--applicants'],
    [['--applicants', '300001'], '--applicants'],
    [['--applicants', '10', '--evidence', '11'], '--evidence'],
    [['--applicants', '10', '--speed', '3'], '--speed'],
    [['10'], '10'],
  ])('refuses %j, naming what is wrong and how it is used', (args, named) => {
    const read = readArguments(args);
    expect(read).toEqual({ kind: 'refused', problem: expect.stringContaining(named) });
    expect(read).toEqual({ kind: 'refused', problem: expect.stringContaining('Usage: npm run simulate') });
  });
});
