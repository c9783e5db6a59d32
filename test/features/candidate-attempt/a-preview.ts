import { aForm } from '../../core/form/a-form.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import type { TestApp } from '../../support/test-app.ts';
import { invite } from './candidate.ts';

export const ROLE_PAGES = [
  'landing',
  'set-up',
  'practice.p01',
  'part.judgment',
  'item.j01',
  'item.b01',
  'check.judgment',
  'part.writing',
  'item.w01',
  'item.w01.next',
  'item.w02',
  'item.w02.next',
  'check.writing',
  'receipt',
];

/** A member of a role, and where its preview is; the form holds what no candidate may read. */
export async function aPreview(test: TestApp): Promise<{ readonly member: Staff; readonly root: string }> {
  const secret = { dimension: 'hidden-dimension', key: { a: 6.1234 } };
  const items = aForm().items.map((item) => ({ ...item, ...secret }));
  const { requisition } = await invite(test, { form: aForm({ items }) });
  const member = await signInAs(test, requisition.organisationId, ['recruiter']);
  await test.deps.stores.requisitions.change(requisition, { members: [member.actor.personId] }, []);
  return { member, root: `/requisitions/${requisition.id}/preview` };
}
