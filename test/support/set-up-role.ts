import { load } from 'cheerio';
import type { RequisitionId } from '../../src/core/kernel/ids.ts';
import type { Requisition } from '../../src/core/requisition/requisition.ts';
import type { Staff } from './actors.ts';
import type { TestApp } from './test-app.ts';

/** Makes a draft through the form and returns its address. */
export async function makeDraft(staff: Staff, title = 'Travel support agent'): Promise<string> {
  const fields = { title, assessmentId: 'customer-conversations' };
  const answer = await staff.post('/requisitions/new', fields);
  const path = answer.headers['location'];
  if (answer.status !== 303 || path === undefined) throw new Error(`no draft: ${answer.status}`);
  return path;
}

export async function storedRole(test: TestApp, staff: Staff, path: string): Promise<Requisition> {
  const id = path.split('/')[2] as RequisitionId;
  const found = await test.deps.stores.requisitions.find(staff.actor.organisationId, id);
  if (found === null) throw new Error('the role is not stored');
  return found;
}

/** The revision that an open page of the role would post back. */
export async function revOf(staff: Staff, page: string): Promise<string> {
  const { text } = await staff.get(page);
  return load(text)('input[name=rev]').first().attr('value') ?? '';
}

export const TASKS = {
  text: ['Answer calls of travellers', 'Find another way when a trip fails'],
  often: ['daily', 'weekly'],
  criteria: ['0:empathy', '0:communication', '1:adaptability'],
};

export const RULES = {
  places: '4',
  placesRule: 'draw',
  decidingColumn: 'written',
  timeMode: 'timed',
  timeReason: '',
  revealAt: 'shortlist',
};

/** Posts a form of the role as if its page had just been opened. */
export async function postFresh(staff: Staff, path: string, page: string, fields: object) {
  const rev = await revOf(staff, `${path}/${page}`);
  return staff.post(`${path}/${page}`, { ...fields, rev });
}

/** A role that misses nothing, still a draft; set up in the store, because the forms have their own tests. */
export function makeReadyDraft(test: TestApp, staff: Staff): Promise<string> {
  return makeRole(test, staff, 'draft');
}

export function makeOpenRole(test: TestApp, staff: Staff): Promise<string> {
  return makeRole(test, staff, 'open');
}

async function makeRole(test: TestApp, staff: Staff, state: Requisition['state']): Promise<string> {
  const path = await makeDraft(staff);
  const role = await storedRole(test, staff, path);
  const tasks = [
    { text: 'Answer calls', often: 'daily', criteria: ['empathy', 'communication', 'adaptability'] },
  ] as unknown as Requisition['tasks'];
  const intakes = role.intakes.map((intake) => ({ ...intake, places: 4, placesRule: 'draw' as const }));
  const confirmation = { by: 'R. Diaz, head of the desk', at: test.deps.clock() };
  await test.deps.stores.requisitions.change(role, { state, tasks, confirmation, intakes }, []);
  return path;
}
