import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { calibrationUses } from '../../../src/core/calibration/calibration-use.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { storedRole } from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import {
  addCalibratedRole,
  agreeOn,
  levelsOf,
  RESPONSES,
  storeAgreements,
  type CalibratedRole,
} from './a-calibrated-role.ts';

let test: TestApp;
let role: CalibratedRole;
let at: string;
beforeAll(async () => {
  test = await startTestApp();
  role = await addCalibratedRole(test);
  at = `/rating/training/${role.anchorHash}`;
}, 60_000);
afterAll(() => test.close());

const uses = calibrationUses(RESPONSES);
const SET = RESPONSES.filter(({ id }) => uses.get(id) === 'certification').map(({ id }) => id);
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const read = async (staff: Staff, path: string) =>
  squeeze(load((await staff.get(path).expect(200)).text)('main').text());

/** Rates the whole set with every level moved by `shift`, and hands it in. */
async function sit(rater: Staff, shift: number): Promise<void> {
  const { headers } = await rater.post(`${at}/certification`);
  expect(headers['location']).toBe(`${at}/certification/responses/1`);
  const { organisationId, personId: raterId } = rater.actor;
  const key = { organisationId, raterId, anchorHash: role.anchorHash };
  const { sitting } = await test.deps.stores.raterCertifications.get(key);
  for (const [index, id] of (sitting?.responseIds ?? []).entries()) {
    const answer = await rater.post(`${at}/certification/responses/${index + 1}`, levelsOf(id, shift));
    expect(answer.status).toBe(303);
  }
  await rater.post(`${at}/certification/hand-in`);
}

describe('levels that experts agree on', () => {
  it('shows nobody what others said before they have given their own, then agrees with the third', async () => {
    const [id = ''] = SET;
    const path = `${role.at}/rating/calibration/${id}`;
    const experts = await agreeOn(test, role, [id], 2);
    expect(await read(role.lead, path)).toContain('2 of 3 experts have given levels.');
    expect(await read(role.lead, path)).not.toContain('Because of what it says.');
    const without = await role.lead.post(path, levelsOf(id));
    expect(without.status).toBe(422);
    expect(load(without.text)('input[type=radio]:checked').length).toBe(3);
    expect(await read(experts[0] ?? role.lead, path)).toContain('Because of what it says.');
    await role.lead.post(path, { ...levelsOf(id), because: 'The words of step two.' });
    expect(await read(role.lead, path)).toContain('These levels stand and change no more.');
    const late = await role.lead.post(path, { ...levelsOf(id, 1), because: 'I think again.' });
    expect(late.headers['location']).toBe(`${role.at}/rating/calibration`);
    expect(await read(role.lead, `${role.at}/rating/calibration`)).toContain(
      'Certification: 1 agreed, 20 needed.',
    );
  });
});

describe('the gate', () => {
  it('cannot be required before experts have agreed on enough, and says how many are missing', async () => {
    const refused = await role.lead.post(`${role.at}/rating/gate`, { rule: 'required' });
    expect(refused.status).toBe(422);
    expect(squeeze(load(refused.text)('main').text())).toContain('experts have agreed on 1 of 20 responses');
    expect((await storedRole(test, role.lead, role.at)).raterGate.rule).toBe('advised');
  });

  it('can be required once they have, and shows what holds now', async () => {
    await storeAgreements(test, role, SET.slice(1));
    expect((await role.lead.post(`${role.at}/rating/gate`, { rule: 'required' })).status).toBe(303);
    expect(await read(role.lead, `${role.at}/rating/raters`)).toContain('Now: required.');
  });
});

describe('certification', () => {
  it('is not passed by levels that are all one too mild; it says what was missed and what is next', async () => {
    await sit(role.rater, 1);
    const said = await read(role.rater, at);
    expect(said).toContain('Not passed on');
    expect(said).toContain('milder on average, a quarter of a level is allowed');
    expect(said).toContain('One try is left: practise first.');
  });

  it('refuses to be handed in with a response that has no levels, and shows no level of the key', async () => {
    await role.rater.post(`${at}/certification`);
    const early = await role.rater.post(`${at}/certification/hand-in`);
    expect(early.headers['location']).toBe(at);
    const page = await read(role.rater, `${at}/certification/responses/1`);
    for (const { levels } of RESPONSES) {
      for (const { because } of Object.values(levels)) expect(page).not.toContain(squeeze(because));
    }
    expect(await read(role.rater, at)).toContain('Go on with response 1');
  });

  it('is passed by the agreed levels, and lapses after 90 days without a batch', async () => {
    const other = await signInAs(test, role.rater.actor.organisationId, ['rater'], 'Olga Other');
    await sit(other, 0);
    expect(await read(other, at)).toContain('You are certified');
    test.advance(91 * 24 * 60 * 60 * 1000);
    const again = await signInAs(test, role.rater.actor.organisationId, ['rater'], 'Nora New');
    expect(await read(again, at)).toContain('You are not certified yet');
    const { organisationId, personId: raterId } = other.actor;
    const seen = await test.deps.stores.raterCertifications.get({
      organisationId,
      raterId,
      anchorHash: role.anchorHash,
    });
    expect(seen.tries).toHaveLength(1);
  });
});
