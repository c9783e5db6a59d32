import { describe, expect, it } from '@jest/globals';
import { calibrationResponses } from '../../src/content/calibration-responses.ts';
import { describeProblem } from '../../src/content/content-problem.ts';
import { keyedForms } from '../../src/content/keyed-forms.ts';
import { loadAssessments } from '../../src/content/load-assessments.ts';
import { publicForms } from '../../src/content/public-forms.ts';
import { withShelf } from './written-shelf.ts';

function shelfOf() {
  const loaded = withShelf({}, loadAssessments);
  if (loaded.kind === 'refused') throw new Error(loaded.problems.map(describeProblem).join('\n'));
  return loaded.shelf;
}

describe('the shelf of the product', () => {
  it('loads without a problem', () => {
    const loaded = loadAssessments('assessments');
    expect(loaded.kind === 'refused' ? loaded.problems.map(describeProblem) : []).toEqual([]);
  });

  it('holds twelve situations of four options, three prompts and two practice items', () => {
    const loaded = loadAssessments('assessments');
    const forms = loaded.kind === 'loaded' ? publicForms(loaded.shelf) : [];
    const form = forms.find(({ assessmentId }) => String(assessmentId) === 'customer-conversations');
    const options = form?.items.flatMap((item) => ('options' in item ? item.options : []));
    expect(form?.sections.map(({ items }) => items.length)).toEqual([12, 3]);
    expect(options).toHaveLength(48);
    expect(form?.practice.map(({ kind }) => kind)).toEqual(['rate-options', 'written-response']);
  });
});

describe('forms for everybody', () => {
  const [form] = publicForms(shelfOf());
  const written = JSON.stringify(form);

  it('hold no key, no rationale and no dimension', () => {
    expect(written).toContain('Tell him how long it takes.');
    for (const secret of ['rationale', '"value"', 'It helps.', 'dimension'])
      expect(written).not.toContain(secret);
  });

  it('keep the explanation to practice items', () => {
    expect(form?.practice.map(({ explanation }) => explanation)).toEqual(['Answering helps her.']);
    expect(form?.items.some((item) => 'explanation' in item)).toBe(false);
  });
});

describe.each(['pick-one', 'rank-options'])('a form of the kind %s', (kind) => {
  const loaded = withShelf(
    { 'items/j01.yaml': (sound) => sound.replace('kind: rate-options', `kind: ${kind}`) },
    loadAssessments,
  );
  const shelf = loaded.kind === 'loaded' ? loaded.shelf : [];

  it('is loaded with its key, and without it for everybody', () => {
    expect(keyedForms(shelf)[0]?.key.items).toMatchObject({ j01: { options: { a: { value: 6 } } } });
    const [form] = publicForms(shelf);
    expect(form?.items[0]?.kind).toBe(kind);
    for (const secret of ['rationale', '"value"', 'It helps.', 'dimension'])
      expect(JSON.stringify(form)).not.toContain(secret);
  });
});

describe('forms with keys', () => {
  const [keyed] = keyedForms(shelfOf());

  it('take each dimension from the blueprint and each value from the key', () => {
    expect(keyed?.key).toMatchObject({
      assessmentId: 'small',
      formVersion: 1,
      status: 'author',
      items: { j01: { dimension: 'empathy', options: { a: { value: 6 }, b: { value: 2 } } } },
    });
  });

  it('show for each level the words of the example that it cites', () => {
    expect(keyed?.rubric.criteria[0]?.levels.map(({ example }) => example)).toEqual([
      'words 1',
      'words 2',
      'words 3',
      'words 4',
      'words 5',
    ]);
    expect(keyed?.rubric.examples[0]).toMatchObject({ id: 'e1', itemId: 'w01' });
  });

  it('carry the planning precision with its source', () => {
    expect(keyed?.precision.written).toEqual({ reliability: 0.5, sd: 16, source: 'planning value' });
  });
});

describe('calibration responses', () => {
  const [assessment] = shelfOf();

  it('come by prompt, with their levels and who set them', () => {
    const byPrompt = assessment === undefined ? [] : [...calibrationResponses(assessment)];
    expect(byPrompt).toEqual([
      [
        'w01',
        [
          {
            id: 'c1',
            itemId: 'w01',
            source: 'authored',
            a: 'You need quiet, I have got that.',
            b: 'Then more.',
            levels: { empathy: { level: 3, cites: 'You need quiet', because: 'It names her need.' } },
          },
        ],
      ],
    ]);
  });

  it('reach neither the forms for everybody nor the forms that a role adopts', () => {
    const shelf = shelfOf();
    for (const forms of [publicForms(shelf), keyedForms(shelf)])
      expect(JSON.stringify(forms)).not.toContain('It names her need.');
  });
});
