import { describe, expect, it } from '@jest/globals';
import { formUnderRubric } from '../../../src/core/rubric/form-under-rubric.ts';
import type { Criterion } from '../../../src/core/rubric/rubric.ts';
import { writtenPrompts } from '../../../src/core/scoring/written-prompts.ts';
import { aForm, criterion, item, prompt, rateItem } from '../scoring/a-form.ts';

const form = aForm([rateItem('s1', ['x']), prompt('p1', ['empathy', 'calm']), prompt('p2', ['empathy'])]);
const asked = (criteria: readonly Pick<Criterion, 'id' | 'askedIn'>[]) =>
  Object.fromEntries(
    writtenPrompts(formUnderRubric(form, criteria)).map((one) => [
      one.id,
      one.criteria.map((named) => String(named.criterion)),
    ]),
  );

describe('a form under a rubric', () => {
  it('rates each prompt on what it names and the rubric has, in the order of the rubric', () => {
    expect(asked([{ id: criterion('calm') }, { id: criterion('empathy') }])).toEqual({
      p1: ['calm', 'empathy'],
      p2: ['empathy'],
    });
    expect(asked([{ id: criterion('calm') }])).toEqual({ p1: ['calm'], p2: [] });
  });

  it('asks a criterion where the rubric puts it, whatever the prompts name', () => {
    expect(
      asked([
        { id: criterion('empathy'), askedIn: [item('p2')] },
        { id: criterion('new'), askedIn: [item('p1'), item('p2')] },
      ]),
    ).toEqual({ p1: ['new'], p2: ['empathy', 'new'] });
  });

  it('keeps everything else', () => {
    expect(formUnderRubric(form, []).items[0]).toBe(form.items[0]);
    expect(formUnderRubric(form, []).sections).toBe(form.sections);
  });
});
