import { expect } from '@jest/globals';
import { load } from 'cheerio';
import { newId } from '../../../src/ops/secrets.ts';
import type { Staff } from '../../support/actors.ts';
import type { Finished, RatingRole } from '../rating-desk/rating-role.ts';
import { levels } from '../rating-desk/working-raters.ts';
import { fieldsOf, rubricOf } from './edit-rubric.ts';

export const textOf = async (staff: Staff, path: string): Promise<string> =>
  load((await staff.get(path)).text)('main').text();

export const OUTCOME = 'Levels under the draft beside those under version 1';

/** Four settled responses are read blind under the draft; levels on trial reach no score. */
export async function tryAnchors(role: RatingRole, people: readonly Finished[]): Promise<void> {
  const { lead } = role;
  const here = `${rubricOf(role)}/sample`;
  expect(await textOf(lead, `${rubricOf(role)}/preview`)).toContain('give 4 settled responses a level');
  for (const number of [0, 1, 2, 3]) {
    const { text } = await lead.get(here);
    expect(load(text)('main').text()).toContain(`${number} of 4 rated`);
    expect(text).toContain('Names a need and says why it matters.');
    for (const { applicant, attempt } of people) {
      for (const hidden of [applicant.id, applicant.label, attempt.id]) expect(text).not.toContain(hidden);
    }
    const action = load(text)('form[action*="/sample/"]').attr('action') ?? '';
    const fields = fieldsOf(text, action);
    if (number === 0) {
      expect(load((await lead.get(action).expect(200)).text)(`form[action="${action}"]`)).toHaveLength(1);
      const half = await lead.post(action, { ...fields, 'level-empathy': '4' });
      expect(half.status).toBe(422);
      expect(half.text).toContain('Choose a level for communication.');
      expect(load(half.text)('input[name=level-empathy][value=4]').is('[checked]')).toBe(true);
      const stale = await lead.post(action, { ...fields, ...levels(4, 3), anchors: 'of another draft' });
      expect(stale.status).toBe(409);
      expect(stale.text).toContain('your levels are still chosen');
    }
    expect((await lead.post(action, { ...fields, ...levels(4, 3) })).status).toBe(303);
    if (number === 3) expect((await lead.post(action, { ...fields, ...levels(1, 1) })).status).toBe(303);
  }
  expect((await lead.get(`${here}/${newId()}`)).headers['location']).toBe(here);
  const outcome = load((await lead.get(here)).text)('main')
    .text()
    .replace(/\s+/g, ' ');
  expect(outcome).toContain(OUTCOME);
  // Empathy was 3 and 2, communication 2 and 3: two responses each.
  expect(outcome).toMatch(/empathy 4 0 of 4 2 of 4 1.5 levels up/);
  expect(outcome).toMatch(/communication 4 2 of 4 4 of 4 0.5 levels up/);
}
