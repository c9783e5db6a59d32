import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { currentIntake } from '../../../src/core/requisition/requisition.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { makeDraft, storedRole } from '../../support/set-up-role.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let test: TestApp;
let recruiter: Staff;

beforeAll(async () => {
  test = await startTestApp();
  recruiter = await signInAs(test, await addOrganisation(test), ['recruiter']);
}, 60_000);
afterAll(() => test.close());

describe('the page of a new role', () => {
  it('says of each assessment what it holds, that its limits are unchecked and its key on trial', async () => {
    const { text } = await recruiter.get('/requisitions/new');
    const page = load(text)('main').text().replace(/\s+/g, ' ');
    expect(page).toContain('12 situations, 30 minutes limit set by the author, not yet checked');
    expect(page).toContain('3 prompts, 40 minutes');
    expect(page).toContain('Empathy, Communication, Adaptability');
    expect(page).toContain('Author key, awaiting an expert panel');
  });

  it('shows no rationale and no value of a key', async () => {
    const { text } = await recruiter.get('/requisitions/new');
    expect(text).not.toMatch(/rationale|fear of being stranded/);
  });

  it('is for recruiters only', async () => {
    const lead = await signInAs(test, recruiter.actor.organisationId, ['hiring-manager']);
    expect((await lead.get('/requisitions/new')).status).toBe(403);
  });
});

describe('making a draft', () => {
  it('pins copies of form, key and rubric and makes the maker a member', async () => {
    const path = await makeDraft(recruiter, 'Desk agent');
    const role = await storedRole(test, recruiter, path);
    const { organisationId, personId } = recruiter.actor;
    const intake = currentIntake(role);
    expect(role).toMatchObject({
      title: 'Desk agent',
      state: 'draft',
      members: [personId],
      simulated: false,
    });
    const form = await test.deps.stores.formVersions.get(organisationId, intake.formVersionId);
    expect(form.items).toHaveLength(15);
    expect(JSON.stringify(form)).not.toContain('rationale');
    const rubric = await test.deps.stores.rubrics.getVersion(organisationId, intake.rubricVersionId);
    expect(rubric).toMatchObject({ number: 1, requisitionId: role.id, rubricId: role.rubricId });
    const keys = await test.connection.collection('keyVersions').countDocuments({
      _id: intake.keyVersionId as never,
      organisationId,
    });
    expect(keys).toBe(1);
  });

  it('shares form and key with other roles of the organisation, and never the rubric', async () => {
    const roles = [
      await storedRole(test, recruiter, await makeDraft(recruiter)),
      await storedRole(test, recruiter, await makeDraft(recruiter)),
    ].map(currentIntake);
    const [one, other] = roles;
    expect(one?.formVersionId).toBe(other?.formVersionId);
    expect(one?.keyVersionId).toBe(other?.keyVersionId);
    expect(one?.rubricVersionId).not.toBe(other?.rubricVersionId);
    expect(one?.shuffleSeed).not.toBe(other?.shuffleSeed);
  });

  it('gives another organisation versions of its own', async () => {
    const stranger = await signInAs(test, await addOrganisation(test, 'Elsewhere'), ['recruiter']);
    const theirs = currentIntake(await storedRole(test, stranger, await makeDraft(stranger)));
    const ours = currentIntake(await storedRole(test, recruiter, await makeDraft(recruiter)));
    expect(theirs.formVersionId).not.toBe(ours.formVersionId);
    expect(theirs.keyVersionId).not.toBe(ours.keyVersionId);
  });

  it('is refused without a title, and keeps the assessment that was chosen', async () => {
    const answer = await recruiter.post('/requisitions/new', {
      title: ' ',
      assessmentId: 'customer-conversations',
    });
    const $ = load(answer.text);
    expect(answer.status).toBe(422);
    expect($('.summary a').attr('href')).toBe('#title');
    expect($('input[name=assessmentId]:checked').attr('value')).toBe('customer-conversations');
  });

  it('is refused for an assessment that is not on the shelf, and keeps the title', async () => {
    const answer = await recruiter.post('/requisitions/new', {
      title: 'Desk agent',
      assessmentId: 'no-such',
    });
    expect(answer.status).toBe(422);
    expect(load(answer.text)('input[name=title]').attr('value')).toBe('Desk agent');
  });
});
