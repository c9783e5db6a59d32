import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Applicant } from '../../../src/core/applicant/applicant.ts';
import type { ApplicantId, AttemptId, PersonId } from '../../../src/core/kernel/ids.ts';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { newId, newLabel } from '../../../src/ops/secrets.ts';
import { attemptWith } from '../../core/scoring/an-attempt.ts';
import {
  addFinished,
  addRatingRole,
  tasksOf,
  type RatingRole,
} from '../../features/rating-desk/rating-role.ts';
import {
  beginDraft,
  editDraft,
  exemplify,
  REASON,
  rubricOf,
} from '../../features/rubric-editor/edit-rubric.ts';
import { addScored, rateOpen } from '../../features/rubric-editor/rated-role.ts';
import { follow, noFindings, type Visitor } from '../../journeys/visitor.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { launchChromium } from '../launch-chromium.ts';
import { seat } from './seated.ts';

jest.setTimeout(240_000);

const findings = noFindings();
let browser: Browser;
let test: TestApp;
let role: RatingRole;
let second: Staff;
let owner: Staff;
const open = (who: Staff, options = {}): Promise<Visitor> => seat({ browser, test, findings }, who, options);

beforeAll(async () => {
  [browser, test] = await Promise.all([launchChromium(), startTestApp()]);
  role = await addRatingRole(test, 0);
  second = await signInAs(test, role.organisationId, ['hiring-manager'], 'Mara Manager');
  owner = await signInAs(test, role.organisationId, ['owner'], 'Olu Owner');
  const now = await stored();
  const members: PersonId[] = [...now.members, second.actor.personId];
  await test.deps.stores.requisitions.change(now, { members }, []);
}, 90_000);
afterAll(async () => {
  await browser.close();
  await test.close();
});

async function stored() {
  const { organisationId, requisition } = role;
  const found = await test.deps.stores.requisitions.find(organisationId, requisition.id);
  if (found === null) throw new Error('the role is gone');
  return found;
}
const counting = async () => currentIntake(await stored()).rubricVersionId;
const textOf = (visitor: Visitor): Promise<string> => visitor.page.locator('main').innerText();
const rowsOf = (collection: string) =>
  test.connection
    .collection(collection)
    .find({ requisitionId: role.requisition.id }, { projection: { outbox: 0, relayAt: 0 } })
    .sort({ _id: 1 })
    .toArray();

/** Invited, under way, withdrawn, handed in and not rated; two more have scores. */
async function addEverybody(): Promise<void> {
  await addScored(test, role);
  await addFinished(test, role);
  for (const stage of ['open', 'withdrawn'] as const) await addInvited(stage);
  const busy = await addInvited('open');
  const { organisationId, requisitionId, id: applicantId } = busy;
  const { formVersionId } = currentIntake(await stored());
  const ids = { id: newId<AttemptId>(), organisationId, requisitionId, applicantId, formVersionId };
  await test.deps.stores.attempts.insert(attemptWith({ ...ids, state: 'open' }), []);
}

async function addInvited(stage: Applicant['stage']): Promise<Applicant> {
  const applicant: Applicant = {
    id: newId<ApplicantId>(),
    organisationId: role.organisationId,
    requisitionId: role.requisition.id,
    intakeId: currentIntake(role.requisition).id,
    label: newLabel(),
    linkVersion: 0,
    linkExpiresAt: new Date('2030-01-01T00:00:00Z'),
    stage,
    state: 'active',
    rev: 0,
  };
  const email = `${applicant.id}@example.org`;
  const contact = { invitationId: newId<string>(), name: 'Noor Haddad', email, reference: null };
  await test.deps.stores.applicants.insert(applicant, contact, test.deps.clock(), []);
  return applicant;
}

describe('two managers at one draft', () => {
  it('lose no words: the second reads both texts and decides', async () => {
    await beginDraft(role.lead, role);
    await editDraft(role.lead, role, exemplify);
    const [one, two] = [await open(role.lead), await open(second, { javaScriptEnabled: false })];
    const draft = `${rubricOf(role)}/draft`;
    await one.go(draft);
    await one.check();
    await two.go(draft);
    await one.fill({ 'label-empathy': 'Theirs' });
    await one.page.getByRole('button', { name: 'Save the draft' }).first().click();
    await one.page.waitForLoadState('load');
    await two.fill({ 'label-empathy': 'Mine' });
    await two.page.getByRole('button', { name: 'Save the draft' }).first().click();
    const both = await two.page.locator('#both').innerText();
    expect(both).toContain('Theirs');
    expect(both).toContain('Mine');
    expect(await two.page.inputValue('[name="label-empathy"]')).toBe('Mine');
    await two.page.getByRole('button', { name: 'Save the draft' }).first().click();
    await one.go(draft);
    expect(await one.page.inputValue('[name="label-empathy"]')).toBe('Mine');
    await Promise.all([one.context.close(), two.context.close()]);
  });
});

type Edit = (visitor: Visitor) => Promise<void>;

async function removeCommunication({ page, fill }: Visitor): Promise<void> {
  await follow(page, page.locator('button[name=remove][value=communication]'));
  await fill({ 'weight-empathy': '100' });
}

describe('publishing to everybody, with applicants in every state', () => {
  let lead: Visitor;
  let approver: Visitor;
  let ratings: Awaited<ReturnType<typeof rowsOf>>;

  beforeAll(async () => {
    await addEverybody();
    ratings = await rowsOf('ratings');
    [lead, approver] = [await open(role.lead), await open(owner, { javaScriptEnabled: false })];
  });
  afterAll(() => Promise.all([lead.context.close(), approver.context.close()]));

  /** Where anchors change, settled responses can be tried first: by keyboard alone, blind, with the outcome after it. */
  async function tryAnchors(): Promise<void> {
    const { page } = lead;
    const offer = page.getByRole('link', { name: /^Try it on/ });
    if ((await offer.count()) === 0) return;
    await follow(page, offer);
    await lead.check();
    while ((await page.locator('form[action*="/sample/"]').count()) > 0) {
      for (const group of await page.locator('form[action*="/sample/"] fieldset').all()) {
        await group.locator('[type=radio]').first().focus();
        await page.keyboard.press('3');
      }
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('n')]);
    }
    expect(await textOf(lead)).toContain('Levels under the draft beside those under version');
    await lead.check();
    await lead.go(`${rubricOf(role)}/preview`);
  }

  /** Edits the draft, looks at what it would do, asks for it and has it approved. */
  async function change(edit: Edit): Promise<string> {
    const here = rubricOf(role);
    await lead.go(here);
    const begin = lead.page.locator('form[action$="/draft/begin"] button').first();
    if ((await begin.count()) > 0) {
      await beginDraft(role.lead, role);
      await editDraft(role.lead, role, exemplify);
    }
    await lead.go(`${here}/draft`);
    await edit(lead);
    await lead.page.getByRole('button', { name: 'Save the draft' }).first().click();
    await lead.page.waitForLoadState('load');
    await lead.go(`${here}/preview`);
    const preview = await textOf(lead);
    await lead.check();
    await tryAnchors();
    const everybody = lead.page.locator('input[name=scope][value=everybody]');
    if ((await everybody.count()) > 0 && (await everybody.getAttribute('type')) === 'radio')
      await everybody.check({ force: true });
    await lead.fill({ reason: REASON });
    await lead.page.locator('form[action$="/publication"] button').click();
    await lead.page.waitForLoadState('load');
    await test.deps.relay.soon();
    await approver.go(`/rubric-changes/${role.requisition.id}`);
    const approve = approver.page.getByRole('button', { name: 'Approve the change' });
    if ((await approve.count()) > 0) await approve.click();
    await test.runJobs();
    return preview;
  }

  it.each<[string, Edit]>([
    ['words', (page) => page.fill({ 'label-empathy': 'Reading what matters' })],
    ['order', ({ page }) => page.locator('button[name=down]').first().click()],
    ['weights', (page) => page.fill({ 'weight-empathy': '20', 'weight-communication': '80' })],
  ])('%s: counts at once, and nobody rates anything again', async (_kind, edit) => {
    const [before, tasks] = [await counting(), (await tasksOf(test, role)).length];
    await change(edit);
    expect(await counting()).not.toBe(before);
    expect(await tasksOf(test, role)).toHaveLength(tasks);
    expect(await rowsOf('ratings')).toEqual(ratings);
  });

  it.each<[string, Edit]>([
    ['anchors', (page) => page.fill({ 'anchor-empathy-3': 'Says in plain words why it matters.' })],
    ['structure', removeCommunication],
  ])('%s: counts once everybody who handed in is rated anew; old ratings stay', async (_kind, edit) => {
    const before = await counting();
    const old = await rowsOf('ratings');
    expect(await change(edit)).toContain('rated again');
    expect(await counting()).toBe(before);
    await rateOpen(test, role, { empathy: 4, communication: 4 });
    await test.runJobs();
    expect(await counting()).not.toBe(before);
    const kept = await rowsOf('ratings');
    expect(kept).toEqual(expect.arrayContaining([...ratings, ...old]));
    expect(kept.length).toBeGreaterThan(old.length);
  });

  it('leaves every version to be read with its reason', async () => {
    await lead.go(`${rubricOf(role)}/versions/5`);
    expect(await textOf(lead)).toContain(REASON);
    await lead.check();
  });
});

it('finds nothing against accessibility or the content policy on the way', () => {
  expect(findings.violations).toEqual([]);
  expect(findings.reports).toEqual([]);
  expect(findings.checked.size).toBeGreaterThanOrEqual(6);
});
