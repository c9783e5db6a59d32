import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyedForms } from '../../../src/content/keyed-forms.ts';
import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import type { Requisition } from '../../../src/core/requisition/requisition.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { simulateRole } from '../../../src/simulation/simulate-role.ts';
import { createKeyVersionStore } from '../../../src/store/key-version-store.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { readPdf } from '../../support/read-pdf.ts';
import { readZip } from '../../support/read-zip.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { shelf } from '../../support/shelf.ts';

const APPLICANTS = 24;

let test: TestApp;
let home: OrganisationId;
let lead: Staff;
let recruiter: Staff;
let requisition: Requisition;
const folder = mkdtempSync(join(tmpdir(), 'manual-package-'));

beforeAll(async () => {
  test = await startTestApp();
  home = newId<OrganisationId>();
  const about = { name: 'Harbour Line', contactName: 'The team', contactEmail: 'team@example.org' };
  await test.deps.stores.organisations.insertFirst({ id: home, ...about }, test.deps.clock());
  recruiter = await signInAs(test, home, ['recruiter']);
  lead = await signInAs(test, home, ['hiring-manager']);
  const keys = { keyedForms: keyedForms(shelf), keyVersions: createKeyVersionStore(test.connection) };
  const wanted = { applicants: APPLICANTS, evidence: APPLICANTS, seed: 'manual' };
  const made = await simulateRole(test.deps, keys, wanted, () => undefined);
  if (made.kind !== 'simulated') throw new Error(made.kind);
  requisition = made.requisition;
  const members = [...requisition.members, lead.actor.personId];
  await test.connection.collection('requisitions').updateOne({ _id: requisition.id }, { $set: { members } });
}, 60_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await test.close();
});

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

async function file(staff: Staff, at: string): Promise<Buffer> {
  const response = await staff.agent.get(at).responseType('blob');
  expect(response.status).toBe(200);
  expect(response.headers['content-disposition']).toContain('attachment');
  return response.body as Buffer;
}

describe('the technical manual', () => {
  it('is a tagged PDF behind a button of the quality page, for those who may read that page', async () => {
    const at = `/requisitions/${requisition.id}/quality/manual`;
    const page = await lead.get(`/requisitions/${requisition.id}/quality`);
    expect(page.text).toContain(`href="${at}"`);
    const { pages, roles, language, bookmarks } = readPdf(await file(lead, at));
    const text = squeeze(pages.join(' '));
    for (const said of ['All data are simulated.', 'Unsupervised and not verified.', 'no expert panel']) {
      expect(text).toContain(said);
    }
    expect(bookmarks).toEqual(expect.arrayContaining(['Purpose', 'Reliability', 'Fairness', 'Versions']));
    expect(roles.slice(0, 4)).toEqual(['Document', 'H1', 'P', 'H2']);
    expect(roles.filter((role) => role === 'Table').length).toBeGreaterThanOrEqual(3);
    expect(language).toBe('en');
    expect((await recruiter.get(at)).status).toBe(403);
    expect((await lead.get(`/quality/${requisition.id}/manual/package`)).status).toBe(403);
  });

  it('is made one at a time: whoever asks meanwhile is told to try again', async () => {
    const at = `/requisitions/${requisition.id}/quality/manual`;
    const replies = await Promise.all([lead.agent.get(at), lead.agent.get(at)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 503]);
    expect((await lead.agent.get(at)).status).toBe(200);
  });

  it('comes for an auditor with the rows that its figures follow from, and that is recorded', async () => {
    const auditor = await signInAs(test, home, ['auditor']);
    const files = readZip(await file(auditor, `/quality/${requisition.id}/manual/package`));
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    const again = spawnSync(process.execPath, [join(folder, 'recompute.mjs')], { encoding: 'utf8' });
    expect(again.stdout).toContain(', 0 different.');

    // People with a prompt that was not rated count in no coefficient.
    const rows = (files.get('written.csv')?.toString() ?? '').trim().split('\n').slice(1);
    const scores = rows.filter((row) => !/,(,|$)/.test(row)).map(parseFloat);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1);
    expect(scores.length).toBeGreaterThan(10);
    const manual = squeeze(readPdf(files.get('manual.pdf') ?? Buffer.alloc(0)).pages.join(' '));
    expect(manual).toContain(`n = ${scores.length}); SD of scores ${Math.sqrt(variance).toFixed(1)}.`);
    expect(files.get('manual.html')?.toString()).toContain('<h2>Reliability</h2>');

    const events = await test.deps.stores.audit.listNewest(home, 20);
    const made = events.filter(({ type }) => type === 'technical-manual-made').map(({ facts }) => facts);
    expect(made).toContainEqual({ requisitionId: requisition.id, file: 'package' });
  });
});
