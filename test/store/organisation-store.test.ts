import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationId } from '../../src/core/kernel/ids.ts';
import type { Connection } from '../../src/store/connection.ts';
import { createOrganisationStore } from '../../src/store/organisation-store.ts';
import { testConnection } from '../support/test-app.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await testConnection();
}, 60_000);
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const settings = {
  name: 'Northway Clinics',
  contactName: 'Ines at the desk',
  contactEmail: 'desk@northway.example',
  technicalHelp: null,
  answerWithinDays: 3,
};

describe('changing an organisation', () => {
  it('is refused for whoever read it before somebody else changed it', async () => {
    const store = createOrganisationStore(connection);
    const id = 'first' as OrganisationId;
    await store.insertFirst({ id, ...settings, name: 'Harbour Line' }, new Date());
    const seen = await store.find(id);
    if (seen === null) throw new Error('it was not stored');
    expect(seen).toMatchObject({ rev: 0, technicalHelp: null });
    expect(await store.change(seen, settings, [])).toBe('changed');
    expect(await store.change(seen, { ...settings, name: 'Too late' }, [])).toBe('changed-meanwhile');
    const now = await store.find(id);
    expect(now).toEqual({ id, ...settings, rev: 1 });
    if (now === null) throw new Error('it is gone');
    expect(await store.change({ ...now, rev: 0 }, settings, [])).toBe('changed-meanwhile');
    expect(await store.change(now, { ...settings, name: 'In time' }, [])).toBe('changed');
  });
});
