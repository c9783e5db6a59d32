import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FormVersionId, OrganisationId } from '../../src/core/kernel/ids.ts';
import type { Connection } from '../../src/store/connection.ts';
import { createFormVersionStore } from '../../src/store/form-version-store.ts';
import { aForm } from '../core/form/a-form.ts';
import { testConnection } from '../support/test-app.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await testConnection();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const organisationId = 'organisation-1' as OrganisationId;
const id = 'form-1' as FormVersionId;

describe('a pinned form', () => {
  it('is what was adopted, whatever is adopted under the same id later', async () => {
    const store = createFormVersionStore(connection);
    await store.insert({ id, organisationId, form: aForm(), adoptedAt: new Date() });
    await store.insert({ id, organisationId, form: aForm({ title: 'Edited' }), adoptedAt: new Date() });
    expect(await store.get(organisationId, id)).toEqual(aForm());
    expect(await createFormVersionStore(connection).get(organisationId, id)).toEqual(aForm());
    await expect(store.get('other' as OrganisationId, id)).rejects.toThrow('not in the store');
  });
});
