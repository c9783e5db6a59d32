import { describe, expect, it } from '@jest/globals';
import { describeProblem } from '../../src/content/content-problem.ts';
import { loadAssessments } from '../../src/content/load-assessments.ts';
import { withShelf } from './written-shelf.ts';

type Changes = Parameters<typeof withShelf>[0];

function problemsOf(changes: Changes): string[] {
  const loaded = withShelf(changes, loadAssessments);
  return loaded.kind === 'loaded' ? [] : loaded.problems.map(describeProblem);
}

const replace = (from: string, to: string) => (sound: string) => {
  if (!sound.includes(from)) throw new Error(`the sound file does not contain ${from}`);
  return sound.replace(from, to);
};

describe('a mistake names file, line and remedy', () => {
  const cases: readonly [string, Changes, string][] = [
    [
      'text that is not YAML',
      { 'form.yaml': 'sections: [\n  a: b: c\n' },
      'small/form.yaml:2: This is not YAML',
    ],
    ['a missing file', { 'keys.yaml': null }, 'small/keys.yaml:1: This file is missing. Write it.'],
    [
      'a missing field',
      { 'items/j01.yaml': replace('title: Waiting\n', '') },
      'small/items/j01.yaml:1: "title" is missing. Add it: it must be a text.',
    ],
    [
      'a field that is not known',
      { 'items/j01.yaml': replace('title:', 'titel:') },
      'small/items/j01.yaml:3: "titel" is not a field that belongs here. Correct its spelling or remove it.',
    ],
    [
      'a value of the wrong kind',
      { 'keys.yaml': replace('value: 6', 'value: high') },
      'small/keys.yaml:6: "items.j01.options.a.value" ("high") cannot be used. It must be a number from 1 to 7.',
    ],
    [
      'a kind of item that does not exist',
      { 'items/j01.yaml': replace('kind: rate-options', 'kind: essay') },
      'small/items/j01.yaml:2: "kind" ("essay") cannot be used.',
    ],
    [
      'two kinds of judgment items in one form',
      {
        'items/p01.yaml': replace('explanation: Answering helps her.\n', ''),
        'form.yaml': (sound) =>
          sound.replace('[j01]', '[j01, p01]').replace('practice: [p01]', 'practice: []'),
      },
      'small/items/p01.yaml:2: p01 is of the kind best-worst, j01 of the kind rate-options. Use one kind',
    ],
    [
      'an order that no key tells apart',
      {
        'items/j01.yaml': replace('kind: rate-options', 'kind: rank-options'),
        'keys.yaml': replace('value: 6', 'value: 2'),
      },
      'small/keys.yaml:4: All options of j01 have the same value.',
    ],
    [
      'an id that could not be a key in a document',
      { 'items/j01.yaml': replace('id: a', 'id: a.b') },
      'small/items/j01.yaml:7: "options.0.id" ("a.b") cannot be used.',
    ],
    [
      'a field given twice',
      { 'items/j01.yaml': replace('title: Waiting', 'title: Waiting\ntitle: Again') },
      'small/items/j01.yaml:4: This is not YAML',
    ],
    [
      'an assessment in a folder of another name',
      { 'assessment.yaml': replace('id: small', 'id: big') },
      'small/assessment.yaml:1: The id "big" differs from the folder\'s name "small".',
    ],
    [
      'an item in a file of another name',
      { 'items/j01.yaml': replace('id: j01', 'id: j09'), 'form.yaml': replace('[j01]', '[j09]') },
      'small/items/j01.yaml:1: The id "j09" differs from the file\'s name "j01".',
    ],
    [
      'an item that is nowhere used',
      { 'form.yaml': replace('practice: [p01]', 'practice: []') },
      'small/items/p01.yaml:1: p01 is in no part and no practice.',
    ],
    [
      'an item of the form that was never written',
      { 'form.yaml': replace('[j01]', '[j01, j02]') },
      'small/form.yaml:7: items/j02.yaml is missing.',
    ],
    [
      'an item in a part of another kind',
      { 'form.yaml': replace('[w01]', '[w01, j01]') },
      'small/form.yaml:13: j01 is of the kind rate-options and cannot be in a written part.',
    ],
    [
      'a practice item that is scored',
      { 'form.yaml': replace('practice: [p01]', 'practice: [p01, j01]') },
      'small/form.yaml:15: j01 is practice and in a part.',
    ],
    [
      'a scored item that explains itself',
      { 'items/j01.yaml': (sound) => `${sound}explanation: Because.\n` },
      'small/items/j01.yaml:11: "explanation" stands in an item that is scored.',
    ],
    [
      'an item that is in two places',
      { 'form.yaml': replace('[j01]', '[j01, j01]') },
      'small/form.yaml:1: j01 is in a part twice.',
    ],
    [
      'a part that is there twice',
      { 'form.yaml': replace('id: writing', 'id: judgment') },
      'small/form.yaml:8: The part "judgment" is there twice.',
    ],
    [
      'a practice item that was never written',
      { 'form.yaml': replace('practice: [p01]', 'practice: [p01, p02]') },
      'small/form.yaml:15: items/p02.yaml is missing.',
    ],
    [
      'a line of the blueprint that is there twice',
      {
        'blueprint.yaml': replace(
          'prompts:\n',
          'prompts:\n  - { item: w01, setting: a, channel: b, upset: c, authority: d }\n',
        ),
      },
      'small/blueprint.yaml:15: w01 is there twice.',
    ],
    [
      'an option that is there twice',
      { 'items/j01.yaml': replace('id: b', 'id: a') },
      'small/items/j01.yaml:9: The option "a" is there twice.',
    ],
    [
      'an option without a key',
      { 'items/j01.yaml': (sound) => `${sound}  - id: c\n    text: Ask him.\n` },
      'small/keys.yaml:4: j01 has no value for option c. Add its value and rationale.',
    ],
    [
      'a key for an option that does not exist',
      { 'keys.yaml': (sound) => `${sound}      c:\n        value: 3\n        rationale: It asks.\n` },
      'small/keys.yaml:11: j01 has no option c.',
    ],
    [
      'a best step that is not the option of the highest value',
      {
        'items/j01.yaml': replace('kind: rate-options', 'kind: best-worst'),
        'keys.yaml': replace('    options:', '    best: b\n    worst: b\n    options:'),
      },
      'small/keys.yaml:4: The best step of j01 is not the one option with the outermost value.',
    ],
    [
      'a best step where every option is rated',
      { 'keys.yaml': replace('    options:', '    best: a\n    options:') },
      'small/keys.yaml:4: "best" is for best-worst situations. Remove it.',
    ],
    [
      'a situation without a key',
      { 'keys.yaml': replace('j01:', 'j07:') },
      'small/keys.yaml:2: j01 has no key.',
    ],
    [
      'a situation that the blueprint does not plan',
      { 'blueprint.yaml': replace('item: j01', 'item: j02') },
      'small/blueprint.yaml:4: j01 is not in the blueprint. Add its line under situations.',
    ],
    [
      'a dimension that is not listed',
      { 'blueprint.yaml': replace('dimension: empathy', 'dimension: charm') },
      'small/blueprint.yaml:6: j01 is for the dimension "charm", which is not listed above.',
    ],
    [
      'a criterion that the rubric does not have',
      { 'items/w01.yaml': replace('criterion: empathy', 'criterion: charm') },
      'small/items/w01.yaml:15: The criterion "charm" is not in rubric.yaml. Name one of empathy.',
    ],
    [
      'a chance that the prompt does not give',
      { 'items/w01.yaml': replace('I need quiet.\\"', 'I need sleep.\\"') },
      'small/items/w01.yaml:16: The sentence that gives the chance is not in the situation',
    ],
    [
      'a guide that is no range',
      { 'items/w01.yaml': replace('max: 60', 'max: 600') },
      'small/items/w01.yaml:12: The guide is not a range below maxWords.',
    ],
    [
      'weights that do not add up',
      { 'rubric.yaml': replace('weight: 100', 'weight: 90') },
      'small/rubric.yaml:1: The weights add up to 90. Change them so that they add up to 100.',
    ],
    [
      'a level that is missing',
      { 'rubric.yaml': (sound) => sound.slice(0, sound.indexOf('      - level: 5')) },
      'small/rubric.yaml:6: The levels of "empathy" are 1, 2, 3, 4.',
    ],
    [
      'words of a level that are not in the example',
      { 'rubric.yaml': replace('cites: words 1', 'cites: other words') },
      'small/rubric.yaml:10: The cited words are not in e1.',
    ],
    [
      'an example of another level',
      { 'rubric.yaml': replace('response: e1, cites: words 1', 'response: e2, cites: words 2') },
      'small/rubric.yaml:10: e2 stands for level 1 and has level 2.',
    ],
    [
      'an example that does not exist',
      { 'rubric.yaml': replace('response: e1', 'response: e9') },
      'small/rubric.yaml:10: There is no example response "e9".',
    ],
    [
      'an example whose words are not in its text',
      { 'examples/w01.yaml': replace('cites: words 1', 'cites: lost words') },
      'small/examples/w01.yaml:7: The cited words are not in e1.',
    ],
    [
      'an example without a level for a criterion of its prompt',
      { 'examples/w01.yaml': replace('empathy: { level: 1', 'charm: { level: 1') },
      'small/examples/w01.yaml:6: e1 has no level for empathy.',
    ],
    [
      'an example that is there twice',
      { 'examples/w01.yaml': replace('id: e2', 'id: e1') },
      'small/examples/w01.yaml:8: The example "e1" is there twice.',
    ],
    [
      'examples of a prompt that does not exist',
      { 'examples/w01.yaml': replace('item: w01', 'item: w02') },
      'small/examples/w01.yaml:1: "w02" is not the prompt that this file is named after.',
    ],
    [
      'a calibration response whose words are not in its text',
      { 'calibration/w01.yaml': replace('cites: You need quiet', 'cites: You want quiet') },
      'small/calibration/w01.yaml:8: The cited words are not in c1.',
    ],
    [
      'a calibration response without a level for a criterion of its prompt',
      { 'calibration/w01.yaml': replace('empathy: {', 'charm: {') },
      'small/calibration/w01.yaml:7: c1 has no level for empathy.',
    ],
    [
      'a calibration response that is there twice',
      {
        'calibration/w01.yaml': (sound) => `${sound}${sound.slice(sound.indexOf('  - id: c1'))}`,
      },
      'small/calibration/w01.yaml:9: The calibration response "c1" is there twice.',
    ],
    [
      'calibration responses that say nobody set their levels',
      { 'calibration/w01.yaml': replace('source: authored', 'source: agreed') },
      'small/calibration/w01.yaml:2: "source" ("agreed") cannot be used. It must be one of authored.',
    ],
    [
      'calibration responses to a prompt that does not exist',
      { 'calibration/w01.yaml': replace('item: w01', 'item: j01') },
      'small/calibration/w01.yaml:1: "j01" is not the prompt that this file is named after.',
    ],
  ];

  it.each(cases)('%s', (_title, changes, expected) => {
    const problems = problemsOf(changes);
    expect(problems).toContainEqual(expect.stringContaining(`assessments/${expected}`));
  });

  it('all problems of all files are named at once', () => {
    const problems = problemsOf({ 'keys.yaml': null, 'rubric.yaml': 'criteria: 3\n' });
    expect(problems).toHaveLength(2);
  });

  it('a folder without any assessment is refused', () => {
    const loaded = loadAssessments('/nowhere/at-all');
    expect(loaded.kind === 'refused' && loaded.problems[0]?.what).toBe('There is no assessment.');
  });
});
