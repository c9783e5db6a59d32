import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import type { OrganisationId, RequisitionId } from '../../../src/core/kernel/ids.ts';
import { addOrganisation, signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aPerson, aRole, ratedThroughout } from '../applicant-comparison/a-role.ts';
import { storeRole } from '../applicant-comparison/store-role.ts';

let test: TestApp;
let home: OrganisationId;
let recruiter: Staff;
const logged: string[] = [];

beforeAll(async () => {
  test = await startTestApp();
  Object.assign(test.deps.logger, {
    [pino.symbols.streamSym]: { write: (line: string) => logged.push(line) },
  });
  test.deps.logger.level = 'info';
  home = await addOrganisation(test);
  recruiter = await signInAs(test, home, ['recruiter']);
}, 60_000);
afterAll(() => test.close());

/** A role of 201 people, of whom the last cannot be written where that is asked for. */
async function aLongRole(last: 'whole' | 'broken'): Promise<RequisitionId> {
  const role = aRole(home, { members: [recruiter.actor.personId] });
  await storeRole(test, role);
  const { standing } = aPerson(role, { label: 'GGGGG', ...ratedThroughout(role.form, [2, 2, 2]) });
  const many = Array.from({ length: 201 }, (_, index) => ({
    ...standing,
    applicantId: `${index}`.padStart(22, 'y') as typeof standing.applicantId,
    shuffleRank: index,
  }));
  await test.deps.stores.standings.insertMany(many);
  const { id: requisitionId } = role.requisition;
  const broken = { $set: { criteria: null } };
  const standings = test.connection.collection('standings');
  if (last === 'broken') await standings.updateOne({ requisitionId, shuffleRank: 200 }, broken);
  return requisitionId;
}

const fileOf = (id: RequisitionId, format: string): string =>
  `/requisitions/${id}/exports/file?rows=applicants&format=${format}`;

/** What the trail says of exports of a role, once each that began has ended. */
async function trailOf(id: RequisitionId): Promise<readonly (readonly [string, unknown])[]> {
  for (let turn = 0; ; turn += 1) {
    const events = await test.deps.stores.audit.listNewest(home, 200);
    const own = events.filter(({ facts }) => facts['requisitionId'] === id);
    const ids = new Set(own.map(({ facts }) => facts['exportId']));
    if (own.length === 2 * ids.size || turn === 100)
      return own.map(({ type, facts }) => [type, facts['format']] as const).toSorted();
    await setTimeout(50);
  }
}

/** Asks on a connection of its own, without what a browser does for whoever uses it. */
async function ask(path: string, version: '1.0' | '1.1'): Promise<Socket> {
  const { hostname, port } = new URL(test.address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const cookies = recruiter.agent.jar.getCookies({
    path: '/',
    domain: '127.0.0.1',
    secure: false,
    script: false,
  });
  socket.write(
    `GET ${path} HTTP/${version}\r\nHost: ${hostname}:${port}\r\nCookie: ${cookies.toValueString()}\r\n\r\n`,
  );
  return socket;
}

describe('an export', () => {
  it('that breaks off is no whole file in any format, and both its ends are on record', async () => {
    const id = await aLongRole('broken');
    for (const format of ['csv', 'json']) {
      await expect(recruiter.get(fileOf(id, format)).then(({ status }) => status)).rejects.toThrow(
        /aborted|hang up/,
      );
    }
    expect((await recruiter.get(fileOf(id, 'xlsx'))).status).toBe(500);
    expect(await trailOf(id)).toEqual([
      ['export-begun', 'csv'],
      ['export-begun', 'json'],
      ['export-broken-off', 'csv'],
      ['export-broken-off', 'json'],
    ]);
    expect(logged.filter((line) => line.includes('an export broke off'))).toHaveLength(2);
    expect(logged.filter((line) => line.includes('an answer broke off'))).toHaveLength(2);
  });

  it('that breaks off resets a connection whose end would be the end of the file', async () => {
    const socket = await ask(fileOf(await aLongRole('broken'), 'csv'), '1.0');
    let read = '';
    socket.on('data', (piece: Buffer) => (read += piece.toString()));
    const end = await new Promise<string>((resolve) => {
      socket.on('end', () => {
        resolve('ended');
      });
      socket.on('error', ({ code }: Error & { code?: string }) => {
        resolve(code ?? 'an error');
      });
    });
    expect(read).toMatch(/^HTTP\/1\.1 200/);
    expect(end).toBe('ECONNRESET');
  });

  it('whose reader goes away is not said to have left whole', async () => {
    const id = await aLongRole('whole');
    const socket = await ask(fileOf(id, 'json'), '1.1');
    await once(socket, 'data');
    socket.resetAndDestroy();
    expect(await trailOf(id)).toEqual([
      ['export-begun', 'json'],
      ['export-broken-off', 'json'],
    ]);
  });

  it('that left whole is said to have, in every format', async () => {
    const id = await aLongRole('whole');
    for (const format of ['csv', 'json', 'xlsx', 'pdf']) {
      const file = recruiter.agent.get(fileOf(id, format)).responseType('blob');
      expect((await file).status).toBe(200);
    }
    expect(await trailOf(id)).toEqual(
      ['export-begun', 'export-ended'].flatMap((type) =>
        ['csv', 'json', 'pdf', 'xlsx'].map((format) => [type, format]),
      ),
    );
  });
});
