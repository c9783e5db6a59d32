import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { calibrationUses } from '../../../src/core/calibration/calibration-use.ts';
import { FREE_SLOT } from '../../../src/core/rating/free-slot.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { written } from '../../core/scoring/a-form.ts';
import { noFindings, type Visitor } from '../../journeys/visitor.ts';
import { addFinished, tasksOf, type RatingRole } from '../../features/rating-desk/rating-role.ts';
import {
  addCalibratedRole,
  levelsOf,
  RESPONSES,
  storeAgreements,
  type CalibratedRole,
} from '../../features/rater-training/a-calibrated-role.ts';
import type { Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { launchChromium } from '../launch-chromium.ts';
import { seat } from './seated.ts';

const uses = calibrationUses(RESPONSES);
const SET = RESPONSES.filter(({ id }) => uses.get(id) === 'certification').map(({ id }) => id);
/** The weakest seed: the highest level is far from all its agreed ones. */
const [WEAK] = RESPONSES.filter(({ id }) => uses.get(id) === 'seed').sort(
  (left, right) => strengthOf(left) - strengthOf(right),
);

function strengthOf({ levels }: (typeof RESPONSES)[number]): number {
  return Object.values(levels).reduce((all, { level }) => all + level, 0);
}

const findings = noFindings();
let browser: Browser;
let test: TestApp;
let role: CalibratedRole;
let at: string;
const open = (who: Staff, options = {}): Promise<Visitor> => seat({ browser, test, findings }, who, options);

beforeAll(async () => {
  [browser, test] = await Promise.all([launchChromium(), startTestApp()]);
  role = await addCalibratedRole(test);
  at = `/rating/training/${role.anchorHash}`;
  await storeAgreements(test, role, [...SET, WEAK?.id ?? '']);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await test.close();
});

const textOf = (visitor: Visitor): Promise<string> => visitor.page.locator('main').innerText();
const keyOf = ({ actor: { organisationId, personId: raterId } }: Staff) => ({
  organisationId,
  raterId,
  anchorHash: role.anchorHash,
});

/** Begins and hands in by clicks; the responses in between are sent as their forms send them. */
async function sit(visitor: Visitor, rater: Staff, shift: number): Promise<void> {
  await visitor.go(at);
  await visitor.page.locator('form[action$="/certification"] button').click();
  if (shift !== 0) await visitor.check();
  const { sitting } = await test.deps.stores.raterCertifications.get(keyOf(rater));
  for (const [index, id] of (sitting?.responseIds ?? []).entries())
    await rater.post(`${at}/certification/responses/${index + 1}`, levelsOf(id, shift));
  await visitor.go(at);
  await visitor.page.locator('form[action$="/hand-in"] button').click();
  await visitor.check();
}

describe('the gate of a role', () => {
  it('is failed by levels that are too mild, which the page explains, and passed by the agreed ones', async () => {
    const visitor = await open(role.rater, { javaScriptEnabled: true });
    await sit(visitor, role.rater, 1);
    expect(await textOf(visitor)).toContain('Not passed on');
    expect(await textOf(visitor)).toContain('One try is left');
    await sit(visitor, role.rater, 0);
    expect(await textOf(visitor)).toContain('You are certified');
    const lead = await open(role.lead);
    await lead.go(`${role.at}/rating/raters`);
    await lead.page.locator('input[name=rule][value=required]').check();
    await lead.page.locator('form[action$="/gate"] button').click();
    expect(await textOf(lead)).toContain('Now: required.');
    await lead.check();
    await Promise.all([visitor.context.close(), lead.context.close()]);
  });
});

describe('a rater who drifts', () => {
  it('is paused by what they hand in, told so, and goes on when the lead says why', async () => {
    const { organisationId, id } = role.requisition;
    const home = { organisationId, requisition: role.requisition } as RatingRole;
    const text = written('You waited long.', 'I write by noon.');
    await addFinished(test, home, { w01: text, w02: text, w03: text });
    const free = { state: 'rating', slots: [FREE_SLOT, FREE_SLOT] };
    await test.connection.collection('ratingTasks').updateMany({ requisitionId: id }, { $set: free });
    await giveSeed(String(WEAK?.itemId));
    const visitor = await open(role.rater);
    await visitor.go('/rating');
    await visitor.page.locator('article a.btn.primary').first().click();
    await visitor.page.locator('main table a').first().click();
    const area = visitor.page.locator('form[data-keys]');
    for (let response = 1; response <= 2; response += 1) {
      await area.waitFor();
      for (const group of await area.locator('fieldset:has([type=radio])').all())
        await group.locator('label:has([value="5"])').click();
      await visitor.press('Save and next');
    }
    await visitor.press('Hand in');
    await test.deps.relay.soon();
    await visitor.go('/rating/training');
    await visitor.check();
    const lead = await open(role.lead);
    await lead.go('/');
    expect(await textOf(lead)).toContain('1 rater is paused');
    await lead.go(`${role.at}/rating/raters/${role.rater.actor.personId}`);
    await lead.check();
    await lead.fill({ because: 'We read the anchors together.' });
    await lead.press('Let them go on');
    expect(await textOf(lead)).toContain('We read the anchors together.');
    const { pauses } = await test.deps.stores.raterCertifications.get(keyOf(role.rater));
    expect(pauses).toMatchObject([{ cause: 'drift', lifted: { by: role.lead.actor.personId } }]);
    await Promise.all([visitor.context.close(), lead.context.close()]);
  });

  /** A batch so small would get none by itself. */
  async function giveSeed(itemId: string): Promise<void> {
    const { organisationId, id: requisitionId } = role.requisition;
    const { personId } = role.rater.actor;
    await role.rater.post('/rating/work', { requisitionId, itemId });
    const [batch] = await test.deps.stores.ratingBatches.listOfRater(organisationId, personId);
    if (batch === undefined || WEAK === undefined) throw new Error('nothing was taken');
    const { id: responseId, a, b } = WEAK;
    await test.deps.stores.ratingBatches.setSeeds(batch, [
      { id: newId(), responseId, place: 1, a, b, draft: null },
    ]);
    const seeded = { batchId: batch.id, responses: 1, responseIds: [responseId], at: test.deps.clock() };
    const seen = await test.deps.stores.raterCertifications.get(keyOf(role.rater));
    const others = seen.seeded.filter(({ batchId }) => batchId !== batch.id);
    await test.deps.stores.raterCertifications.change(seen, { seeded: [...others, seeded] }, []);
  }
});

describe('a response whose writer agreed', () => {
  it('is masked and put forward by the lead, without script', async () => {
    const [task] = await tasksOf(test, {
      organisationId: role.requisition.organisationId,
      requisition: role.requisition,
    } as RatingRole);
    if (task === undefined) throw new Error('nobody wrote anything');
    const { organisationId, requisitionId, applicantId } = task;
    const now = test.deps.clock();
    const consent = { state: 'given', version: 1, at: now } as const;
    await test.deps.stores.reuseConsents.set({ organisationId, requisitionId, applicantId, ...consent }, []);
    const criteria = { empathy: { kind: 'mean', level: 3 } };
    await test.connection
      .collection('ratingTasks')
      .updateOne({ _id: task.id }, { $set: { state: 'resolved', resolution: { kind: 'rated', criteria } } });
    const lead = await open(role.lead, { javaScriptEnabled: false });
    await lead.go(`${role.at}/rating/calibration`);
    await lead.page.getByRole('link', { name: 'Responses of applicants to learn from' }).click();
    await lead.page.getByRole('link', { name: 'Response 1' }).click();
    await lead.fill({ words: 'waited long' });
    await lead.press('Show it masked');
    expect(await textOf(lead)).toContain('You ██████ ████.');
    await lead.page.locator('input[name=read]').check();
    await lead.press('Put it forward');
    expect(await textOf(lead)).toContain('Certification, 0 of 3 experts');
    const seen = await open(role.lead);
    await seen.go(`${role.at}/rating/real-responses`);
    await seen.check();
    await seen.page.locator('a[href*="/real-responses/"]').last().click();
    await seen.check();
    await Promise.all([lead.context.close(), seen.context.close()]);
  });
});

it('finds nothing against accessibility or the content policy on the way', () => {
  expect(findings.violations).toEqual([]);
  expect(findings.reports).toEqual([]);
  expect(findings.checked.size).toBeGreaterThanOrEqual(14);
});
