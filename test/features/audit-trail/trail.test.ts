import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import type { DomainEvent } from '../../../src/core/kernel/domain-event.ts';
import { newApplicant } from '../../../src/core/applicant/new-applicant.ts';
import type { ApplicantId, EventId, OrganisationId, PersonId } from '../../../src/core/kernel/ids.ts';
import { newId, newLabel } from '../../../src/ops/secrets.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { aRequisition } from '../../support/builders.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

let test: TestApp;
let home: OrganisationId;
let auditor: Staff;
beforeAll(async () => {
  test = await startTestApp();
  home = await addOrganisation(test);
  auditor = await signInAs(test, home, ['auditor']);
});
afterAll(() => test.close());

const record = (over: Partial<DomainEvent>): Promise<void> =>
  test.deps.stores.audit.record({
    id: newId<EventId>(),
    type: 'requisition-opened',
    at: new Date('2026-11-03T14:05:00Z'),
    organisationId: home,
    actor: { kind: 'system' },
    facts: {},
    ...over,
  });

/** Somebody of the organisation, with the event that invited them. */
async function invitedLabel(): Promise<string> {
  const id = newId<ApplicantId>();
  const requisition = aRequisition(home);
  const { applicant, contact, facts } = newApplicant(
    requisition,
    { id, invitationId: newId(), name: 'Ana', email: `${id}@example.org`, reference: null },
    test.deps.clock(),
  );
  const label = newLabel();
  await test.deps.stores.applicants.insert({ ...applicant, label }, contact, test.deps.clock(), []);
  await record({ type: 'applicant-invited', facts });
  return label;
}

async function rowsOf(path: string): Promise<string[]> {
  const answer = await auditor.get(path);
  expect(answer.status).toBe(200);
  const $ = load(answer.text);
  return $('tbody tr')
    .toArray()
    .map((row) => $(row).text().replace(/\s+/g, ' ').trim());
}

describe('the audit trail', () => {
  it('names who did what in which role, with the time of what staff did', async () => {
    const role = aRequisition(home, { title: 'Front desk' });
    await test.deps.stores.requisitions.insert(role, []);
    const actor = { kind: 'person', personId: auditor.actor.personId } as const;
    await record({ actor, facts: { requisitionId: role.id } });
    const rows = await rowsOf(`/audit?about=${role.id}`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(auditor.actor.name);
    expect(rows[0]).toContain('Role opened');
    expect(rows[0]).toContain('Front desk');
    expect(rows[0]).toContain('14:05');
  });

  it('shows of what an applicant did the day and no time', async () => {
    const applicantId = newId();
    const actor = { kind: 'candidate' } as const;
    await record({ type: 'attempt-begun', actor, facts: { applicantId, requisitionId: newId() } });
    const [row] = (await rowsOf('/audit')).filter((text) => text.includes(applicantId));
    expect(row).toContain('3 November 2026');
    expect(row).toContain('The applicant');
    expect(row).not.toContain('14:05');
  });

  it('shows no time of what followed from it either, which would tell the same', async () => {
    const applicantId = newId();
    await record({ type: 'attempt-closed', facts: { applicantId, requisitionId: newId() } });
    const [row] = (await rowsOf('/audit')).filter((text) => text.includes(applicantId));
    expect(row).toContain('Attune');
    expect(row).not.toContain('14:05');
  });

  it('finds an applicant by the label, however it is typed', async () => {
    const label = await invitedLabel();
    const rows = await rowsOf(`/audit?about=${label.toLowerCase()}`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('Applicant invited');
  });

  it('finds an applicant among several who were compared or exported together, in the order of time', async () => {
    const [label, others] = [await invitedLabel(), Array.from({ length: 7 }, () => newId())];
    const [{ id } = { id: '' }] = await test.deps.stores.erasure.findTargets(home, label);
    const applicantIds = [...others, id];
    await record({ type: 'comparison-viewed', at: new Date('2026-11-05'), facts: { applicantIds } });
    await record({ type: 'applicant-moved', at: new Date('2026-11-04'), facts: { applicantId: id } });
    const [compared, moved, invited, ...more] = await rowsOf(`/audit?about=${label}`);
    expect([moved, invited]).toEqual([
      expect.stringContaining('Applicant moved'),
      expect.stringContaining('Applicant invited'),
    ]);
    expect(compared).toContain(`Comparison viewed – applicant ${others.slice(0, 5).join(', ')} and 3 more`);
    expect(more).toEqual([]);
  });

  it('says nothing of other organisations', async () => {
    const strange = newId();
    await record({ organisationId: newId<OrganisationId>(), facts: { applicantId: strange } });
    expect((await rowsOf('/audit')).join(' ')).not.toContain(strange);
    expect(await rowsOf(`/audit?about=${strange}`)).toEqual([
      'Nothing that is recorded fits all of this. Widen the days, or show everything.',
    ]);
  });

  it('leads through everything page by page, each event once, also where many happened at one time', async () => {
    const elsewhere = await signInAs(test, await addOrganisation(test), ['owner']);
    const ids = Array.from({ length: 120 }, () => newId<PersonId>());
    for (const personId of ids) {
      await record({ organisationId: elsewhere.actor.organisationId, facts: { personId } });
    }
    const seen: string[] = [];
    let path: string | undefined = '/audit?what=requisition-opened&from=2026-11-03';
    while (path !== undefined) {
      const $ = load((await elsewhere.get(path)).text);
      seen.push(
        ...$('tbody tr')
          .toArray()
          .map((row) => $(row).find('td').last().text().trim()),
      );
      path = $('a[rel=next]').attr('href');
    }
    expect(seen.filter((text) => text.startsWith('person ')).sort()).toEqual(
      ids.map((id) => `person ${id}`).sort(),
    );
  });

  it('is narrowed by what happened, by who did it and by days, together and by themselves', async () => {
    const role = newId();
    const facts = { requisitionId: role };
    const actor = { kind: 'person', personId: auditor.actor.personId } as const;
    await record({ type: 'places-drawn', at: new Date('2026-10-01T23:59:59Z'), actor, facts });
    await record({ type: 'places-drawn', at: new Date('2026-10-02T00:00:00Z'), facts });
    await record({ type: 'attempt-begun', at: new Date('2026-10-03'), actor: { kind: 'candidate' }, facts });
    const told = async (query: string): Promise<readonly string[]> =>
      (await rowsOf(`/audit?${query}`)).map((row) => row.replace(/ A role that is gone.*/, ''));

    expect(await told('what=places-drawn')).toEqual([
      '2 October 2026 Attune Places drawn',
      `1 October 2026 23:59 ${auditor.actor.name} Places drawn`,
    ]);
    expect(await told('what=places-drawn&who=attune')).toEqual(['2 October 2026 Attune Places drawn']);
    expect(await told(`what=places-drawn&who=${auditor.actor.personId}`)).toHaveLength(1);
    expect(await told('who=applicant&from=2026-10-03&to=2026-10-03')).toEqual([
      '3 October 2026 The applicant Attempt begun',
    ]);
    expect(await told('from=2026-10-01&to=2026-10-01')).toHaveLength(1);
    expect(await told('from=2026-10-02&to=2026-10-03')).toHaveLength(2);
    expect(await told('from=2026-10-03&to=2026-10-01')).toEqual([expect.stringContaining('Nothing')]);
  });

  it('says of a day that is none that it narrows nothing, and offers what has happened', async () => {
    const $ = load((await auditor.get('/audit?from=yesterday')).text);
    expect($('main').text()).toContain('Type a day such as 2026-03-02');
    expect($('input[name=from]').attr('value')).toBe('yesterday');
    const offered = $('select[name=what] option').toArray();
    expect(offered.map((option) => $(option).attr('value'))).toContain('places-drawn');
  });

  it('takes any text to look for without a fault', async () => {
    for (const about of ['', ' ', '$where', '<b>', 'Ω'.repeat(40)]) {
      expect((await auditor.get(`/audit?about=${encodeURIComponent(about)}`)).status).toBe(200);
    }
    expect((await auditor.get(`/audit?about=${'x'.repeat(41)}`)).status).toBe(404);
  });
});
