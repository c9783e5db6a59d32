import { expect, it } from '@jest/globals';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { Analysis } from '../../../src/core/scoring/analysis.ts';
import { scorePrecision } from '../../../src/core/scoring/score-precision.ts';
import { aRole } from '../../features/applicant-comparison/a-role.ts';

it('holds both columns and each criterion of the version, by the prompts of the form that name it', () => {
  const { form, rubric } = aRole('home' as OrganisationId);
  const [first] = rubric.criteria;
  const own = {
    ...{ reliability: 0.7, mean: 60, sd: 11, method: 'alpha', n: 60 },
    interval: { lower: 0.6, upper: 0.8 },
  };
  const criteria = rubric.criteria.map(({ id }) => ({ criterion: id, own }));
  const written = { own, criteria, doubleRatings: 30 } as unknown as Analysis;
  const assumed = { reliability: 0.5, sd: 12, source: 'planning values' };
  const planning = { judgment: assumed, written: assumed };
  const known = scorePrecision({ planning, analyses: { judgment: null, written }, form, rubric });
  expect(known).toMatchObject({
    judgment: { kind: 'assumed' },
    written: { kind: 'established' },
    d1: { kind: 'established', n: 60 },
    d6: null,
  });
  const [prompt] = form.items.filter(({ kind }) => kind === 'written-response');
  const short = {
    ...form,
    items: form.items.filter((item) => item.kind !== 'written-response' || item === prompt),
  };
  const thin = scorePrecision({ planning, analyses: { judgment: null, written }, form: short, rubric });
  expect([first === undefined, thin.d1?.kind]).toEqual([false, 'cannot-be-established']);
});
