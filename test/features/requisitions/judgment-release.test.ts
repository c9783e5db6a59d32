import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addFinished, addRatingRole } from '../rating-desk/rating-role.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
}, 60_000);
afterAll(() => test.close());

const REASON = 'The panel meets in spring and the pilot cannot wait.';
const mainText = (html: string) => load(html)('main').text().replace(/\s+/g, ' ');

/** A real role with a finished applicant, and two owners who are not members of it. */
async function aRealRole() {
  const role = await addRatingRole(test, 0);
  await addFinished(test, role);
  const owners = [
    await signInAs(test, role.organisationId, ['owner'], 'Olga One'),
    await signInAs(test, role.organisationId, ['owner'], 'Otto Two'),
  ] as const;
  const page = `/settings/roles/${role.requisition.id}`;
  const rev = async () =>
    load((await owners[0].get(page)).text)('input[name=rev]')
      .first()
      .attr('value');
  const stored = async () => {
    const found = await test.deps.stores.requisitions.find(role.organisationId, role.requisition.id);
    if (found === null) throw new Error('gone');
    return found;
  };
  const list = async () =>
    mainText((await role.lead.get(`/requisitions/${role.requisition.id}/applicants`)).text);
  return { role, owners, page, rev, stored, list };
}

const release = (owner: Staff, page: string, rev: string | undefined) =>
  owner.post(`${page}/judgment`, { rev, reason: REASON, understood: 'yes' });

describe('the release of Judgment', () => {
  it('is an owner’s, who need not be a member, and makes lists say what the score rests on', async () => {
    const { role, owners, page, rev, list } = await aRealRole();
    expect(await list()).toContain('Judgment is kept back: author key, awaiting expert panel');
    expect(mainText((await owners[0].get('/settings/roles')).text)).toContain(role.requisition.title);
    expect(mainText((await owners[0].get(page)).text)).toContain('Why it is kept back');
    expect((await release(owners[0], page, await rev())).status).toBe(303);
    expect(await list()).toContain('Judgment rests on an author key, awaiting expert panel');
    const overview = mainText((await role.lead.get(`/requisitions/${role.requisition.id}`)).text);
    expect(overview).toContain('Released by Olga One');
    expect(overview).toContain(REASON);
  }, 60_000);

  it('needs a reason of 20 characters and a tick, and keeps what was typed', async () => {
    const { owners, page, rev, stored } = await aRealRole();
    const answer = await owners[0].post(`${page}/judgment`, { rev: await rev(), reason: 'We want it.' });
    expect(answer.status).toBe(422);
    const $ = load(answer.text);
    expect($('#reason').text()).toBe('We want it.');
    expect(
      $('.summary a')
        .map((_, a) => a.attribs['href'])
        .get(),
    ).toEqual(['#reason', '#understood']);
    expect((await stored()).judgmentRelease).toBeNull();
  }, 60_000);

  it('by two owners at once is one owner’s, and the other is told with the reason still there', async () => {
    const { owners, page, rev, stored } = await aRealRole();
    const seen = await rev();
    const answers = await Promise.all(owners.map((owner) => release(owner, page, seen)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(mainText(lost?.text ?? '')).toContain('Somebody changed this role meanwhile');
    const winner = owners[answers.findIndex(({ status }) => status === 303)];
    expect((await stored()).judgmentRelease?.by).toBe(winner?.actor.personId);
  }, 60_000);

  it('can be withdrawn, which keeps the score back again and the release on record', async () => {
    const { role, owners, page, rev, stored, list } = await aRealRole();
    await release(owners[0], page, await rev());
    const answer = await owners[1].post(`${page}/judgment/withdrawal`, { rev: await rev() });
    expect(answer.status).toBe(303);
    expect(await list()).toContain('Judgment is kept back');
    expect((await stored()).pastReleases).toEqual([
      expect.objectContaining({ reason: REASON, withdrawnBy: owners[1].actor.personId }),
    ]);
    const text = mainText((await owners[0].get(page)).text);
    expect(text).toContain('Released by Olga One');
    expect(text).toContain('withdrawn by Otto Two');
    await test.deps.relay.soon();
    const events = await test.deps.stores.audit.listNewest(role.organisationId, 50);
    const types = events.map(({ type }) => type);
    expect(types).toContain('judgment-released');
    expect(types).toContain('judgment-release-withdrawn');
    expect(JSON.stringify(events)).not.toContain(REASON);
  }, 60_000);

  it('is not there for owners of other organisations', async () => {
    const { page, stored } = await aRealRole();
    const stranger = await signInAs(test, await addOrganisation(test), ['owner']);
    expect((await stranger.get(page)).status).toBe(404);
    expect((await release(stranger, page, '0')).status).toBe(404);
    expect((await stored()).judgmentRelease).toBeNull();
  }, 60_000);
});
