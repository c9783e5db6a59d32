import request from 'supertest';
import { load, type CheerioAPI } from 'cheerio';
import type { Attempt } from '../../../src/core/attempt/attempt.ts';
import type { Applicant } from '../../../src/core/applicant/applicant.ts';
import type { DomainEvent } from '../../../src/core/kernel/domain-event.ts';
import type { Form } from '../../../src/core/form/form.ts';
import type { ApplicantId, AttemptId, FormVersionId } from '../../../src/core/kernel/ids.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { makeLinkToken } from '../../../src/ops/link-token.ts';
import { newId, newLabel } from '../../../src/ops/secrets.ts';
import { aForm } from '../../core/form/a-form.ts';
import { addOrganisation } from '../../support/actors.ts';
import { aRequisition, anIntake } from '../../support/builders.ts';
import { PUBLIC_URL, type TestApp } from '../../support/test-app.ts';

export interface Invited {
  readonly applicant: Applicant;
  readonly requisition: Requisition;
  readonly form: Form;
  readonly token: string;
}

/** An open role with a form of two parts, and one applicant who was sent a link. */
export async function invite(
  test: TestApp,
  over: { form?: Form; requisition?: Partial<Requisition>; applicant?: Partial<Applicant> } = {},
): Promise<Invited> {
  const organisationId = await addOrganisation(test);
  const form = over.form ?? aForm();
  const formVersionId = newId<FormVersionId>();
  const now = test.deps.clock();
  await test.deps.stores.formVersions.insert({ id: formVersionId, organisationId, form, adoptedAt: now });
  const intake = anIntake({ formVersionId });
  const requisition = aRequisition(organisationId, { intakes: [intake], ...over.requisition });
  await test.deps.stores.requisitions.insert(requisition, []);
  const applicant: Applicant = {
    id: newId<ApplicantId>(),
    organisationId,
    requisitionId: requisition.id,
    intakeId: intake.id,
    label: newLabel(),
    linkVersion: 0,
    linkExpiresAt: new Date(now.getTime() + 7 * 24 * 3_600_000),
    stage: 'open',
    state: 'active',
    rev: 0,
    ...over.applicant,
  };
  const email = `${applicant.id}@example.org`;
  const contact = { invitationId: newId<string>(), name: 'Noor Haddad', email, reference: null };
  await test.deps.stores.applicants.insert(applicant, contact, now, []);
  return { applicant, requisition, form, token: linkTokenFor(test, applicant) };
}

export const linkTokenFor = (test: TestApp, { id, linkVersion }: Pick<Applicant, 'id' | 'linkVersion'>) =>
  makeLinkToken(test.deps.secret, 'invitation', { id, version: linkVersion });

/** What the server tells the script. */
export interface Told {
  readonly storedSeq: number;
  readonly hash: string;
  readonly deadlineMs: number;
  readonly error: string;
  readonly words?: string;
}

export const told = (response: request.Response): Told => response.body as Told;

/** One device of a candidate: a browser with its own cookies and the page it has open. */
export class Device {
  readonly agent: ReturnType<typeof request.agent>;
  readonly test: TestApp;
  page: CheerioAPI = load('');
  attemptId = '' as AttemptId;
  epoch = 0;

  constructor(test: TestApp) {
    this.test = test;
    this.agent = request.agent(test.app);
  }

  /** Opens the link, reads, ticks and begins or resumes. */
  async begin(token: string): Promise<request.Response> {
    const response = await this.agent
      .post(`/i/${token}/begin`)
      .set('Origin', PUBLIC_URL)
      .type('form')
      .send({ read: 'yes', assistance: 'yes' });
    const [, id, writer] =
      /^\/attempts\/([\w-]{22})\?writer=(\d+)$/.exec(String(response.headers['location'])) ?? [];
    this.attemptId = (id ?? '') as AttemptId;
    this.epoch = Number(writer ?? 0);
    return response;
  }

  path(rest: string): string {
    return `/attempts/${this.attemptId}${rest}`;
  }

  /** Opens one of the attempt's pages as this tab. */
  async open(rest: string, writer: number | null = this.epoch): Promise<request.Response> {
    const query = writer === null ? '' : `?writer=${writer}`;
    const response = await this.agent.get(`${this.path(rest)}${query}`);
    this.page = load(response.text);
    return response;
  }

  /** The anti-forgery token of this device. */
  async csrf(): Promise<string> {
    if (this.page('#attempt').length === 0) await this.open('');
    return this.page('#attempt').attr('data-csrf') ?? '';
  }

  /** Posts a form of this tab. */
  async post(rest: string, fields: object = {}): Promise<request.Response> {
    return this.agent
      .post(this.path(rest))
      .type('form')
      .send({ epoch: this.epoch, ...fields, _csrf: await this.csrf() });
  }

  /** Saves as the script does. */
  async save(item: string, fields: object): Promise<request.Response> {
    return this.agent
      .post(this.path(`/items/${item}/response`))
      .set('Accept', 'application/json')
      .send({ epoch: String(this.epoch), ...fields, _csrf: await this.csrf() });
  }

  /** What the attempt has told so far, whether the relay has already taken it or not. */
  async told(): Promise<string[]> {
    await this.test.deps.relay.soon();
    const { organisationId } = await this.attempt();
    const row = await this.test.connection.collection('attempts').findOne({ _id: this.attemptId });
    const recorded = await this.test.deps.stores.audit.listNewest(organisationId, 100);
    const events = [...recorded, ...((row?.['outbox'] ?? []) as DomainEvent[])];
    const own = events.filter(({ facts }) => facts['attemptId'] === this.attemptId);
    return [...new Map(own.map(({ id, type }) => [id, type])).values()];
  }

  async attempt(): Promise<Attempt> {
    const row = await this.test.connection.collection('attempts').findOne({ _id: this.attemptId });
    const { organisationId, requisitionId } = row as unknown as Attempt;
    return this.test.deps.stores.attempts.reread({ id: this.attemptId, organisationId, requisitionId });
  }
}

/** A device that has begun and started the first part. */
export async function aSittingDevice(test: TestApp, invited: Invited): Promise<Device> {
  const device = new Device(test);
  await device.begin(invited.token);
  await device.post('/parts/judgment/start');
  return device;
}
