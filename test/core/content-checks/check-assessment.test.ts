import { describe, expect, it } from '@jest/globals';
import { checkAssessment } from '../../../src/core/content-checks/check-assessment.ts';
import { checkExampleProfiles } from '../../../src/core/content-checks/check-example-profiles.ts';
import { checkKey } from '../../../src/core/content-checks/check-key.ts';
import { checkReview } from '../../../src/core/content-checks/check-review.ts';
import { checkRubricWords } from '../../../src/core/content-checks/check-rubric-words.ts';
import { checkWording } from '../../../src/core/content-checks/check-wording.ts';
import type { Finding } from '../../../src/core/content-checks/finding.ts';
import { correlation } from '../../../src/core/content-checks/correlation.ts';
import { hardPhrases } from '../../../src/core/content-checks/hard-phrases.ts';
import { aKeyedForm, aRubric } from './an-assessment.ts';

const SOUND = [
  { id: 'j01', dimension: 'empathy' },
  { id: 'j02', dimension: 'adaptability' },
];
const EXAMPLES = [
  { levels: [1, 3], words: 60 },
  { levels: [5, 3], words: 60 },
  { levels: [3, 3], words: 90 },
  { levels: [2, 3], words: 50 },
  { levels: [4, 4], words: 51 },
  { levels: [2, 2], words: 62 },
];

type Situations = Parameters<typeof aKeyedForm>[0];

const failures = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ ok }) => !ok)
    .map(({ check, about, measured }) => `${about ?? 'form'}: ${check}: ${measured}`);

const wording = (situations: Situations) => failures(checkWording(aKeyedForm(situations).form));
const ofKey = (situations: Situations) => {
  const { form, key } = aKeyedForm(situations);
  return failures(checkKey(form, key));
};
const profiles = (examples: Parameters<typeof aRubric>[0]) =>
  failures(checkExampleProfiles(aKeyedForm(SOUND).form, aRubric(examples)));

const option = (id: string, text: string, value: number) => ({ id, text, value });

describe('an assessment that keeps every limit', () => {
  const { form, key } = aKeyedForm(SOUND);
  const findings = checkAssessment({ form, key, rubric: aRubric(EXAMPLES), reviewed: ['j01', 'j02', 'w01'] });

  it('has no failure', () => {
    expect(failures(findings)).toEqual([]);
  });

  it('was measured in wording, key, rubric, examples and review', () => {
    expect(new Set(findings.map(({ where }) => where))).toEqual(
      new Set(['item', 'form', 'key', 'rubric', 'examples', 'review']),
    );
  });
});

describe('wording', () => {
  const long = 'You see that a man waits at the desk. '.repeat(9);

  it('of a situation over 70 words fails', () => {
    const situations = [{ id: 'j01', dimension: 'empathy', situation: long }];
    expect(wording(situations)).toEqual(['j01: words of the situation: 81']);
  });

  it('of an option over 22 words fails', () => {
    const situations = [
      {
        id: 'j01',
        dimension: 'empathy',
        options: [
          option(
            'a',
            'Tell him how long it takes and then go and look for the form that he lost so that he can go home by bus.',
            6,
          ),
          option('b', 'Ask him.', 5.5),
          option(
            'c',
            'Tell him to stay and see who else is at the desk with him, and say that they all wait as well as him.',
            2,
          ),
          option('d', 'Ask.', 2),
        ],
      },
    ];
    expect(wording(situations)).toContain('j01: words of the longest option: 25');
  });

  it('above grade 7 fails', () => {
    const situation =
      'Organisational accommodation requirements necessitate immediate prioritisation considerations.';
    const situations = [{ id: 'j01', dimension: 'empathy', situation }];
    expect(wording(situations)).toEqual([expect.stringMatching(/^j01: reading grade: \d/)]);
  });

  it('with more than 2,000 words in the judgment part fails', () => {
    const situations = Array.from({ length: 35 }, (_, index) => ({
      id: `j${index}`,
      dimension: 'empathy',
      situation: 'You see a man who waits at the desk now. '.repeat(4),
    }));
    expect(wording(situations)).toEqual([
      expect.stringMatching(/^form: words of the judgment part: 2\d\d\d$/),
    ]);
  });

  it('with idioms or double negatives is named', () => {
    expect(hardPhrases('You go the extra\nmile. You do not say nothing. It is not uncommon.')).toEqual([
      'go the extra mile',
      'You do not say nothing',
      'It is not uncommon',
    ]);
  });

  it('with one negation a clause is fine', () => {
    expect(
      hardPhrases('He has no ticket, and you cannot sell one. It is not under the desk until noon.'),
    ).toEqual([]);
  });
});

describe('the key', () => {
  it('fails where the longer option is the better one', () => {
    const options = [
      option('a', 'Tell him how long it takes, and what he can do until then.', 6),
      option('b', 'Ask him what he needs to know, and write it down.', 5.5),
      option('c', 'Tell him to wait.', 2),
      option('d', 'Ask him to sit.', 2),
    ];
    const situations = [{ id: 'j01', dimension: 'empathy', options }];
    expect(ofKey(situations)).toEqual([expect.stringMatching(/^form: key and length, r: 1\.00/)]);
  });

  it('fails where apologies are always right', () => {
    const options = [
      option('a', 'Tell him that you are sorry here.', 6),
      option('b', 'Say that you are sorry for it.', 5.5),
      option('c', 'Tell him that all others wait too.', 2),
      option('d', 'Tell him to sit down and wait.', 2),
    ];
    const situations = [{ id: 'j01', dimension: 'empathy', options }];
    expect(ofKey(situations)).toEqual([expect.stringMatching(/^form: key and apology, r: 1\.00/)]);
  });

  it('fails where one dimension is keyed higher than another', () => {
    const higher = [
      option('a', 'Tell him how long it takes today.', 6.7),
      option('b', 'Ask him what he needs to know.', 6.7),
      option('c', 'Tell him that all others wait too.', 2.9),
      option('d', 'Ask him to sit down and wait.', 2.9),
    ];
    const situations = [SOUND[0], { id: 'j02', dimension: 'adaptability', options: higher }].flatMap(
      (situation) => situation ?? [],
    );
    expect(ofKey(situations)).toEqual(['form: key means across dimensions: 4.00, 4.80: 0.80 apart']);
  });

  it('fails where more than one situation of four has a middling option', () => {
    const middling = [
      option('a', 'Tell him how long it takes today.', 6),
      option('b', 'Ask him what he needs to know.', 5.5),
      option('c', 'Tell him that all others wait too.', 2),
      option('d', 'Ask him to sit down and wait.', 4),
    ];
    const situations = [{ id: 'j01', dimension: 'empathy', options: middling }];
    expect(ofKey(situations)).toContain('form: situations with a middling option: 1 of 1');
  });

  it('fails where a situation has only one effective option', () => {
    const one = [
      option('a', 'Tell him how long it takes today.', 6),
      option('b', 'Ask him what he needs to know.', 2),
      option('c', 'Tell him that all others wait too.', 2),
      option('d', 'Ask him to sit down and wait.', 2),
    ];
    const situations = [{ id: 'j01', dimension: 'empathy', options: one }];
    expect(ofKey(situations)).toContain('j01: effective, middling and ineffective options: 1, 0, 3');
  });

  it('fails where a rationale is one sentence', () => {
    const situations = [{ id: 'j01', dimension: 'empathy', rationale: 'It helps.' }];
    expect(ofKey(situations)).toEqual(['j01: sentences of the rationales: 1, 1, 1, 1']);
  });
});

describe('rubric and examples', () => {
  it('fail where an anchor says how much instead of what', () => {
    expect(failures(checkRubricWords(aRubric([], 'Shows very good understanding.')))).toEqual([
      'empathy: degree words in anchors: very, good',
    ]);
  });

  it('fail where a prompt has fewer than six examples', () => {
    expect(profiles(EXAMPLES.slice(0, 5))).toContain('w01: example responses: 5');
  });

  it('fail where all profiles are flat', () => {
    const examples = EXAMPLES.map(({ words }, index) => ({
      levels: [(index % 3) + 1, (index % 3) + 1],
      words,
    }));
    expect(profiles(examples)).toContain('form: profiles that differ by two levels or more: 0 of 6');
  });

  it('fail where longer responses have higher levels', () => {
    const examples = [1, 2, 3, 4, 5, 5].map((level) => ({ levels: [level, 3], words: level * 20 }));
    expect(profiles(examples)).toContainEqual(
      expect.stringMatching(/^form: mean level and length, r: 1\.00/),
    );
  });

  it('fail where an item was not reviewed', () => {
    expect(failures(checkReview(aKeyedForm(SOUND).form, ['j01', 'w01']))).toEqual([
      'j02: fairness review: not reviewed',
    ]);
  });
});

describe('correlation', () => {
  it('is Pearson’s r', () => {
    expect(correlation([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(0.6, 12);
    expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  });

  it('is not known where one side does not vary', () => {
    expect(correlation([1, 2, 3], [2, 2, 2])).toBeNull();
    expect(correlation([1], [2])).toBeNull();
  });

  it('refuses lists of different length', () => {
    expect(() => correlation([1, 2], [1])).toThrow(RangeError);
  });
});
