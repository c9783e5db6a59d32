import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { ExpertPanelId, OrganisationId } from '../../../src/core/kernel/ids.ts';
import { judgmentItems } from '../../../src/core/expert-panel/rateable-situations.ts';
import { currentIntake, type Requisition } from '../../../src/core/requisition/requisition.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { makeDraft, makeOpenRole, storedRole } from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { ratings } from '../../core/scoring/a-form.ts';
import { addFinished, type Finished, type RatingRole } from '../rating-desk/rating-role.ts';
import { items, key, mainText, panelSetting, ratingsOf } from './panel-setting.ts';

const [first, second] = items;
if (first === undefined || second === undefined) throw new Error('too few situations');

let test: TestApp;
let home: OrganisationId;
let owner: Staff;
let recruiter: Staff;
let lead: Staff;
let panel: ReturnType<typeof panelSetting>;

beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  owner = await signInAs(test, home, ['owner'], 'Olga Owner');
  recruiter = await signInAs(test, home, ['recruiter']);
  lead = await signInAs(test, home, ['hiring-manager']);
  panel = panelSetting(test, owner);
}, 60_000);
afterAll(() => test.close());

async function anOpenRole(): Promise<RatingRole> {
  const requisition = await storedRole(test, recruiter, await makeOpenRole(test, recruiter));
  const members = [recruiter.actor.personId, lead.actor.personId];
  await test.deps.stores.requisitions.change(requisition, { members }, []);
  return { organisationId: home, requisition: await reread(requisition), lead, raters: [] } as never;
}

async function reread({ id }: Requisition): Promise<Requisition> {
  const found = await test.deps.stores.requisitions.find(home, id);
  if (found === null) throw new Error('the role is gone');
  return found;
}

/** Somebody who rates the options of every situation upwards, the other way round than the experts. */
const upwards = Object.fromEntries(
  items.map(({ id, options }) => [
    id,
    ratings(Object.fromEntries(options.map((option, place) => [option.id, Math.min(7, place + 1)]))),
  ]),
);

function standingIn({ requisition }: RatingRole, { applicant }: Finished) {
  const { rubricVersionId } = currentIntake(requisition);
  return test.deps.stores.standings.find(home, requisition.id, applicant.id, rubricVersionId);
}

const scoresOf = ({ attempt }: Finished) =>
  test.connection.collection('scores').find({ attemptId: attempt.id }).sort({ computedAt: 1 }).toArray();

describe('an expert panel', () => {
  it('makes the key from what experts rated alone, and lets roles take it over without touching a score', async () => {
    const keptBack = await anOpenRole();
    const shown = await anOpenRole();
    const release = { reason: 'The pilot cannot wait.', by: owner.actor.personId, at: test.deps.clock() };
    await test.deps.stores.requisitions.change(shown.requisition, { judgmentRelease: release }, []);
    const waiting = await addFinished(test, keptBack, upwards);
    const seen = await addFinished(test, shown, upwards);
    const onAuthorKey = (await standingIn(shown, seen))?.judgment;
    const before = await scoresOf(waiting);
    expect(onAuthorKey).toMatchObject({ keyStatus: 'author' });

    const page = await panel.setUp();
    const names = ['Ada', 'Ben', 'Cleo', 'Dov', 'Eva', 'Finn', 'Gus'];
    const links = await panel.invite(page, names);
    expect(links).toHaveLength(7);

    // The canary: neither the authors' key nor what others rated is on any page of an expert.
    await panel.rateAll(links[0] ?? '', 0);
    const [, other = ''] = links;
    const landing = await panel.get(other);
    await panel.agree(other);
    const pages = [landing.text, (await panel.get(`${other}/situations`)).text];
    for (const item of items) pages.push((await panel.get(`${other}/situations/${item.id}`)).text);
    for (const text of pages) {
      expect(text).not.toMatch(/<input[^>]* checked/);
      for (const { options } of Object.values(key.items))
        for (const { rationale } of Object.values(options))
          expect(text).not.toContain(rationale.slice(0, 40));
      expect(text).not.toContain('Ada');
    }

    expect((await panel.handIn(other)).status).toBe(409);
    await panel.rateAll(other, 1);
    await panel.rateAll(links[2] ?? '', 2);
    for (const place of [3, 4, 5]) await panel.storeAll(links[place] ?? '', place);
    for (const link of links.slice(0, 5)) expect((await panel.handIn(link)).status).toBe(303);

    // Nobody sees a result, and nobody closes, before enough have handed in.
    expect((await owner.get(`${page}/results`)).status).toBe(303);
    expect(mainText((await owner.get(page)).text)).toContain('Not enough yet (5 of 6)');
    await owner.post(`${page}/closing`, { rev: await panel.revOf(page) });
    expect((await owner.get(`${page}/results`)).status).toBe(303);
    await panel.handIn(links[5] ?? '');
    await owner.post(`${page}/closing`, { rev: await panel.revOf(page) });

    const late = await panel.post(`${links[6] ?? ''}/hand-in`, {});
    expect(mainText(late.text)).toContain('This panel is closed');
    const lateSave = await panel.post(`${links[5] ?? ''}/situations/${first.id}`, {
      rev: '1',
      ...ratingsOf(second, 0),
      [`rating-${first.options[0]?.id ?? ''}`]: '2',
    });
    expect(lateSave.status).toBe(409);
    expect(mainText(lateSave.text)).toContain('What you just chose was not saved');

    const results = mainText((await owner.get(`${page}/results`)).text);
    expect(results).toContain('A key can be made of this');
    expect(results).toContain('Expert 6');
    expect(results).toContain('Dropped: wider than chance');
    for (const name of names) expect(results).not.toContain(name);

    const preview = mainText((await owner.get(`${page}/publication`)).text);
    expect(preview).toContain('Roles in which everybody gets it 1');
    expect(preview).toContain('Roles in which it counts from the next invitation on 1');
    expect(preview).toContain('People with a Judgment score today 2');
    const rev = await panel.revOf(`${page}/publication`);
    const reason = 'Six people of three desks agree on it.';
    const unsaid = await owner.post(`${page}/publication/second-look`, { rev, reason: 'Because.' });
    expect(unsaid.status).toBe(422);
    expect(mainText((await owner.post(`${page}/publication/second-look`, { rev, reason })).text)).toContain(
      'Look at it once more',
    );
    const publish = { rev, reason, understood: 'yes' };
    const answers = await Promise.all([
      owner.post(`${page}/publication`, publish),
      owner.post(`${page}/publication`, publish),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    const panelId = page.split('/').at(-1) as ExpertPanelId;
    const published = await test.deps.stores.expertPanels.find(home, panelId);
    expect(published).toMatchObject({ state: 'published', publication: { experts: 6, reason } });
    const keyVersionId = published?.publication?.keyVersionId;
    await test.runJobs();
    const told = test.connection.collection('auditEvents');
    expect(await told.countDocuments({ type: 'panel-key-published' })).toBe(1);

    // Where Judgment was kept back, everybody has it now; the score under the authors' key stays beside it.
    expect(currentIntake(await reread(keptBack.requisition))).toMatchObject({
      keyVersionId,
      panelKey: { experts: 6 },
    });
    expect((await standingIn(keptBack, waiting))?.judgment).toMatchObject({ keyStatus: 'panel' });
    const after = await scoresOf(waiting);
    expect(after).toHaveLength(2);
    expect(after.find(({ _id }) => _id === before[0]?._id)).toEqual(before[0]);
    expect(after.map((score) => score['keyVersionId'] as string)).toContain(keyVersionId);
    const list = mainText((await lead.get(`/requisitions/${keptBack.requisition.id}/applicants`)).text);
    expect(list).toContain('Judgment rests on the key of an expert panel');
    const overview = mainText((await lead.get(`/requisitions/${keptBack.requisition.id}`)).text);
    expect(overview).toContain('key of an expert panel, 6 experts');

    // Where it was shown, nothing of it moves, and whoever is invited next is measured by the panel's key.
    const shownNow = await reread(shown.requisition);
    expect(shownNow.intakes).toHaveLength(2);
    expect(currentIntake(shownNow)).toMatchObject({ keyVersionId });
    expect((await standingIn(shown, seen))?.judgment).toEqual(onAuthorKey);
    expect(await scoresOf(seen)).toHaveLength(1);

    const fresh = await storedRole(test, recruiter, await makeDraft(recruiter, 'Night desk'));
    expect(currentIntake(fresh)).toMatchObject({ keyVersionId, panelKey: { experts: 6 } });
    const newcomer = await addFinished(test, { ...keptBack, requisition: fresh }, upwards);
    expect((await scoresOf(newcomer)).map((score) => score['keyVersionId'] as string)).toEqual([
      keyVersionId,
    ]);
    const shelf = mainText((await recruiter.get('/requisitions/new')).text);
    expect(shelf).toContain('Key of an expert panel, 6 experts');
  }, 120_000);

  it('keeps what an expert typed in a second window, and asks for gaps after handing in', async () => {
    const page = await panel.setUp('first-look');
    const [link = ''] = await panel.invite(page, ['Hana']);
    const [situation] = judgmentItems(
      await test.deps.stores.formVersions.get(
        home,
        (await test.deps.stores.expertPanels.find(home, page.split('/').at(-1) as ExpertPanelId))
          ?.formVersionId as never,
      ),
    );
    if (situation === undefined) throw new Error('no situation');
    await panel.agree(link);
    const at = `${link}/situations/${situation.id}`;
    const [one, two] = situation.options;
    const name = `rating-${one?.id ?? ''}`;
    expect((await panel.post(at, { rev: '0', [name]: '3' })).status).toBe(303);
    expect((await panel.post(at, { rev: '0', [name]: '3' })).status).toBe(303);
    const stale = await panel.post(at, { rev: '0', [name]: '6' });
    expect(stale.status).toBe(409);
    const $ = load(stale.text);
    expect($(`input[name=${name}]:checked`).attr('value')).toBe('6');
    expect(mainText(stale.text)).toContain(`3: ${one?.text ?? ''}`);
    const kept = $('input[name=rev]').attr('value');
    expect((await panel.post(at, { rev: kept, [name]: '6', [`rating-${two?.id ?? ''}`]: '8' })).status).toBe(
      422,
    );
    expect((await panel.post(at, { rev: kept, [name]: '6' })).status).toBe(303);
    expect(load((await panel.get(at)).text)(`input[name=${name}]:checked`).attr('value')).toBe('6');
    expect(mainText((await panel.get(`${link}/situations`)).text)).toContain(
      `1 of ${situation.options.length} options`,
    );

    // A new link ends the one before; a withdrawn expert leaves nothing behind.
    const expertPath = `${page}/experts`;
    const [line] = load((await owner.get(page)).text)(`form[action^="${expertPath}/"]`).get();
    const base = line?.attribs['action']?.replace(/\/link$/, '') ?? '';
    await owner.post(`${base}/link`);
    expect((await panel.get(link)).status).toBe(410);
    const [renewed = ''] = await panel.linksOf(page);
    expect((await panel.get(renewed)).status).toBe(303);
    await owner.post(`${base}/withdrawal`);
    expect((await panel.get(renewed)).status).toBe(410);
    const left = await test.connection.collection('panelExperts').findOne({ state: 'withdrawn' });
    expect(JSON.stringify(left)).not.toMatch(/Hana|situations|leads-it/);
  }, 60_000);

  it('answers bad input in words and keeps it, and refuses a second open panel for the same edition', async () => {
    const bad = { assessmentId: 'customer-conversations', needed: '3', lastDay: '2020-01-01' };
    const answer = await owner.post('/settings/panels/new', bad);
    expect(answer.status).toBe(422);
    expect(mainText(answer.text)).toContain('Enter a number from 6 to 100.');
    const past = await owner.post('/settings/panels/new', { ...bad, needed: '6' });
    expect(mainText(past.text)).toContain('Enter a day that is still ahead.');
    const again = await owner.post('/settings/panels/new', {
      ...bad,
      assessmentId: 'first-look',
      needed: '6',
      lastDay: panel.dayAhead(3),
    });
    const page = again.headers['location'] ?? '';
    expect(mainText((await owner.get(page)).text)).toContain('Withdrawn');
    const typed = { people: 'Ida, ida@experts.example\nJo without address' };
    const refused = await owner.post(`${page}/experts`, typed);
    expect(refused.status).toBe(422);
    expect(load(refused.text)('#people').text()).toBe(typed.people);
    expect(await panel.linksOf(page)).toEqual([]);
  }, 60_000);

  it('forgets who the experts were 90 days after its end', async () => {
    const contacts = () =>
      test.connection.collection('panelExperts').countDocuments({ email: { $exists: true } });
    expect(await contacts()).toBeGreaterThan(0);
    test.advance(89 * 86_400_000);
    await test.runJobs();
    expect(await contacts()).toBeGreaterThan(0);
    test.advance(25 * 86_400_000);
    await test.runJobs();
    expect(await contacts()).toBe(0);
  }, 60_000);
});
