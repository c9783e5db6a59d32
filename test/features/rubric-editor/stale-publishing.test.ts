import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { load } from 'cheerio';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addRatingRole, type RatingRole } from '../rating-desk/rating-role.ts';
import { beginDraft, editDraft, fieldsOf, publish, rubricOf, weigh } from './edit-rubric.ts';
import { addScored, addSisterRole } from './rated-role.ts';

/** Whole journeys on a machine that may be busy. */
jest.setTimeout(60_000);

describe('publishing what somebody changed meanwhile', () => {
  let test: TestApp;
  let home: RatingRole;
  let role: RatingRole;
  let lead: Staff;
  let draft: string;
  const reason = 'A reason that took a while to write.';
  let mara: Staff;
  let rev: string;
  beforeAll(async () => {
    test = await startTestApp();
    home = await addRatingRole(test, 0);
    ({ lead } = home);
    mara = await signInAs(test, home.organisationId, ['hiring-manager'], 'Mara Manager');
  }, 60_000);
  afterAll(() => test.close());

  async function lookAtPreview(): Promise<void> {
    role = await addSisterRole(test, home);
    draft = `${rubricOf(role)}/draft`;
    await beginDraft(lead, role);
    const now = await test.deps.stores.requisitions.find(home.organisationId, role.requisition.id);
    if (now === null) throw new Error('the role is gone');
    const members = [...now.members, mara.actor.personId];
    await test.deps.stores.requisitions.change(now, { members }, []);
    await addScored(test, role);
    await editDraft(lead, role, weigh(20));
    rev = fieldsOf((await lead.get(`${rubricOf(role)}/preview`)).text, '/publication')['rev'] as string;
  }

  async function expectKept(words: string): Promise<string> {
    await test.deps.relay.soon();
    const answer = await lead.post(`${rubricOf(role)}/publication`, { rev, scope: 'everybody', reason });
    expect(answer.status).toBe(409);
    const page = load(answer.text);
    expect(page('main').text()).toContain(words);
    expect(page('textarea[name=reason]').text()).toContain(reason);
    expect(page('input[name=scope][value=everybody]').is('[checked]')).toBe(true);
    return page('main').text();
  }

  it('keeps the reason and says who left the draft unfinished', async () => {
    await lookAtPreview();
    await editDraft(mara, role, (fields) => ({ ...fields, 'weight-empathy': '3' }));
    expect(await expectKept('Mara Manager saved the draft since you looked at it')).toContain(
      'The weights add up to 83',
    );
  });

  it('keeps the reason and says who sent it off', async () => {
    await lookAtPreview();
    await publish(test, mara, role, 'everybody');
    await expectKept('Mara Manager sent the draft off');
  });

  it('keeps the reason and says who discarded it', async () => {
    await lookAtPreview();
    await mara.post(`${draft}/discarding`, { rev });
    await expectKept('Mara Manager discarded or published the draft');
  });
});
