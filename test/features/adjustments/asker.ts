import { load } from 'cheerio';
import request from 'supertest';
import type { AdjustmentRequest } from '../../../src/core/adjustment/adjustment-request.ts';
import { aForm } from '../../core/form/a-form.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { makeOpenRole, storedRole } from '../../support/set-up-role.ts';
import { PUBLIC_URL, type TestApp } from '../../support/test-app.ts';
import { invite, linkTokenFor, type Invited } from '../candidate-attempt/candidate.ts';

export const handlerOf = (test: TestApp, { applicant }: Invited): Promise<Staff> =>
  signInAs(test, applicant.organisationId, ['adjustments']);

export async function storedOf(test: TestApp, { applicant }: Invited): Promise<readonly AdjustmentRequest[]> {
  const { organisationId, requisitionId, id: applicantId } = applicant;
  return test.deps.stores.adjustmentRequests.listOf({ organisationId, requisitionId, applicantId }, 20);
}

/** Asks with the form of the link, before anything has begun. */
export async function askByLink(test: TestApp, { token }: Invited, fields: object) {
  const page = load((await request(test.app).get(`/i/${token}/adjustments`).expect(200)).text);
  const id = page('input[name=request]').attr('value');
  return request(test.app)
    .post(`/i/${token}/adjustments`)
    .set('Origin', PUBLIC_URL)
    .type('form')
    .send({ request: id, ...fields });
}

/** Somebody with an invitation who has asked for something. */
export async function anAsker(test: TestApp, fields: object = { want: 'more-time' }): Promise<Invited> {
  const invited = await invite(test);
  const asked = await askByLink(test, invited, fields);
  if (asked.status !== 303) throw new Error(`not asked: ${asked.status}`);
  return invited;
}

/** The newest request of somebody as its page shows it, with a fresh grant for each part. */
export async function openRequest(test: TestApp, staff: Staff, invited: Invited) {
  const [stored] = await storedOf(test, invited);
  if (stored === undefined) throw new Error('nothing was asked');
  const path = `/adjustments/requests/${stored.id}`;
  const page = load((await staff.get(path).expect(200)).text);
  const grant = (section: string) =>
    page(`form:has(input[name=section][value=${section}]) input[name=grant]`).attr('value') ?? '';
  return { path, page, grant, text: page('main').text().replace(/\s+/g, ' ') };
}

/** Gives so many minutes for a part by the form of the request. */
export async function give(test: TestApp, staff: Staff, invited: Invited, section: string, minutes: number) {
  const { path, grant } = await openRequest(test, staff, invited);
  const fields = { section, give: 'minutes', minutes: String(minutes), grant: grant(section) };
  return { path, fields, answer: await staff.post(`${path}/time`, fields) };
}

/** Applicants of a role that was made by the forms, so that every page of it works. */
export async function inviteForReal(
  test: TestApp,
  staff: Staff,
  people: readonly string[],
): Promise<Invited[]> {
  const path = await makeOpenRole(test, staff);
  await staff.post(`${path}/invitations`, { people: people.join('\n') });
  const requisition = await storedRole(test, staff, path);
  const { organisationId, id: requisitionId } = requisition;
  const rows = await test.connection.collection('applicants').find({ requisitionId }).toArray();
  return Promise.all(
    rows.map(async (row) => {
      const id = String(row._id) as Invited['applicant']['id'];
      const applicant = await test.deps.stores.applicants.find(organisationId, requisitionId, id);
      if (applicant === null) throw new Error('nobody was invited');
      return { applicant, requisition, form: aForm(), token: linkTokenFor(test, applicant) };
    }),
  );
}
