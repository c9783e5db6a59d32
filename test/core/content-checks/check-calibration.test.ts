import { describe, expect, it } from '@jest/globals';
import { checkCalibrationResponses } from '../../../src/core/content-checks/check-calibration.ts';
import { sharedRuns } from '../../../src/core/content-checks/shared-runs.ts';
import type { Form } from '../../../src/core/form/form.ts';
import type { CalibrationResponse } from '../../../src/core/rubric/rubric.ts';

const form = {
  items: [
    { id: 'w01', kind: 'written-response', criteria: [{ criterion: 'empathy' }, { criterion: 'plan' }] },
  ],
} as unknown as Form;

type Levels = readonly [number, number];

const CONSONANTS = 'bcdfghjklmnpqrstvwxz';

/** Short words, the same in no two responses: their numbers spelled as consonant, vowel, consonant. */
function ownText(index: number, words: number): string {
  const spelled = Array.from({ length: words }, (_, at) => {
    const number = index * 100 + at;
    const vowel = 'aeiou'[Math.floor(number / 20) % 5] ?? '';
    const end = at % 9 === 8 ? '.' : '';
    return [CONSONANTS[number % 20], vowel, CONSONANTS[Math.floor(number / 100) % 20], end].join('');
  });
  return spelled.join(' ');
}

function aResponse(
  index: number,
  [empathy, plan]: Levels,
  a = ownText(index, 60 + (Math.floor(index / 5) % 2)),
) {
  const level = (value: number) => ({ level: value, cites: 'r', because: '' });
  return {
    id: `c${index}`,
    itemId: 'w01',
    source: 'authored',
    a,
    b: '',
    levels: { empathy: level(empathy), plan: level(plan) },
  } as unknown as CalibrationResponse;
}

/** Sixteen profiles: every level three times at least, twelve of them uneven. */
const PROFILES = Array.from({ length: 16 }, (_, at): Levels => {
  const level = (at % 5) + 1;
  return at % 4 === 0 ? [level, level] : [level, ((level + 1) % 5) + 1];
});
const sound = PROFILES.map((levels, index) => aResponse(index, levels));

const failures = (
  responses: readonly CalibrationResponse[],
  elsewhere: readonly CalibrationResponse[] = [],
) =>
  checkCalibrationResponses(form, responses, elsewhere)
    .filter(({ ok }) => !ok)
    .map(({ about, check, measured }) => `${about ?? ''}: ${check}: ${measured}`);

describe('calibration responses', () => {
  it('that keep every limit have no failure, and ten values of a prompt are measured', () => {
    expect(failures(sound)).toEqual([]);
    expect(checkCalibrationResponses(form, sound, [])).toHaveLength(10);
  });

  it.each([
    ['are missing', [], ['w01: calibration responses: 0']],
    ['are fewer than sixteen', sound.slice(0, 15), ['w01: calibration responses: 15']],
    [
      'leave out a level of one criterion',
      sound.map((one, at) => (PROFILES[at]?.[1] === 5 ? aResponse(at, [PROFILES[at][0], 4]) : one)),
      ['w01: levels of plan without a response: 5'],
    ],
    [
      'have flat profiles',
      PROFILES.map(([level], at) => aResponse(at, [level, level])),
      ['w01: profiles that differ by two levels or more: 0'],
    ],
    [
      'are too short for a person to be judged by',
      sound.map((one, at) => (at === 12 ? aResponse(at, [3, 3], ownText(at, 30)) : one)),
      ['w01: words of the shortest and the longest: 30, 61'],
    ],
    [
      'are one endless sentence',
      sound.map((one, at) => (at === 3 ? { ...one, a: one.a.replaceAll('.', '') } : one)),
      ['w01: responses that do not read as typed by a person: c3'],
    ],
  ])('fail where they %s', (_title, responses, expected) => {
    expect(failures(responses)).toEqual(expected);
  });

  it('fail where a level can be told by the length', () => {
    const longer = PROFILES.map((levels, at) => aResponse(at, levels, ownText(at, 50 + levels[0] * 10)));
    expect(failures(longer)).toContainEqual(
      expect.stringMatching(/^w01: level of empathy and length, r: 1\.00$/),
    );
  });

  it('fail where a text was met elsewhere, or twice among themselves, with a few words changed', () => {
    const met = { ...aResponse(0, [1, 1]), id: 'w01-e1', a: sound[2]?.a.replace(' ned ', ' another ') ?? '' };
    expect(failures(sound, [met])).toEqual([
      expect.stringMatching(/^w01: largest share .*: 0\.9\d \(c2 and w01-e1\)$/),
    ]);
    const twice = sound.map((one, at) => (at === 7 ? { ...one, a: sound[6]?.a ?? '' } : one));
    expect(failures(twice)).toEqual([expect.stringMatching(/: 1\.00 \(c7 and c6\)$/)]);
  });

  it('are held against texts of the same prompt only', () => {
    const other = { ...aResponse(2, [3, 3]), itemId: 'w02' } as CalibrationResponse;
    expect(failures(sound, [other])).toEqual([]);
  });
});

describe('shared runs of five words', () => {
  it('are a share of the shorter text, whatever its case and signs', () => {
    expect(sharedRuns('One two three four five six.', 'one, two: three four FIVE seven eight nine')).toBe(
      0.5,
    );
  });

  it('are none in texts of fewer than five words', () => {
    expect(sharedRuns('one two three four', 'one two three four')).toBe(0);
  });
});
