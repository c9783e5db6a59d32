import { load } from 'cheerio';
import type { Rubric } from '../../../src/core/rubric/rubric-draft.ts';
import type { Staff } from '../../support/actors.ts';
import type { TestApp } from '../../support/test-app.ts';
import type { RatingRole } from '../rating-desk/rating-role.ts';

export type Fields = Record<string, string | string[]>;

export const REASON = 'The desk now also answers travellers who are stranded.';
export const rubricOf = ({ requisition }: RatingRole) => `/requisitions/${requisition.id}/rubric`;
export const storedRubric = (test: TestApp, { requisition }: RatingRole): Promise<Rubric> =>
  test.deps.stores.rubricDrafts.get(requisition);

/** The fields of a page's form as a browser would send them, with the line ends of browsers. */
export function fieldsOf(html: string, action: string): Fields {
  const page = load(html);
  const fields: Fields = {};
  const add = (name: string, value: string) => {
    const known = fields[name];
    fields[name] = known === undefined ? value : [...(typeof known === 'string' ? [known] : known), value];
  };
  for (const input of page(`form[action$="${action}"]`).find('input, textarea, select').toArray()) {
    const { name, type, value, checked } = input.attribs;
    if (name === undefined || name === '_csrf') continue;
    if ((type === 'checkbox' || type === 'radio') && checked === undefined) continue;
    const text = input.name === 'textarea' ? page(input).text().replace(/^\n/, '') : value;
    add(name, (text ?? '').replace(/\n/g, '\r\n'));
  }
  return fields;
}

/** Begins the draft and gives every level an example, which the rubric of these roles has not. */
export async function beginDraft(lead: Staff, role: RatingRole): Promise<void> {
  const here = rubricOf(role);
  const { text } = await lead.get(here);
  await lead.post(`${here}/draft/begin`, fieldsOf(text, '/draft/begin'));
}

/** Saves the draft as somebody who opens the editor and changes some fields. */
export async function editDraft(lead: Staff, role: RatingRole, change: (fields: Fields) => Fields) {
  const { text } = await lead.get(`${rubricOf(role)}/draft`);
  return lead.post(`${rubricOf(role)}/draft`, { ...change(fieldsOf(text, '/rubric/draft')), action: 'save' });
}

export const exemplify = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      name.startsWith('example-') && value === '' ? `Words for ${name}` : value,
    ]),
  );

export const weigh = (empathy: number) => (fields: Fields) => ({
  ...exemplify(fields),
  'weight-empathy': String(empathy),
  'weight-communication': String(100 - empathy),
});

export const reword = (anchor: string) => (fields: Fields) => ({
  ...exemplify(fields),
  'anchor-empathy-3': anchor,
});

/** Asks for the change as its preview page does, and lets everything run that follows. */
export async function publish(test: TestApp, lead: Staff, role: RatingRole, scope: string, reason = REASON) {
  const here = rubricOf(role);
  const { text } = await lead.get(`${here}/preview`);
  const answer = await lead.post(`${here}/publication`, {
    ...fieldsOf(text, '/publication'),
    scope,
    reason,
  });
  await test.deps.relay.soon();
  return answer;
}

export async function approve(test: TestApp, second: Staff, { requisition }: RatingRole) {
  const here = `/rubric-changes/${requisition.id}`;
  const { text } = await second.get(here);
  const answer = await second.post(`${here}/approval`, fieldsOf(text, '/approval'));
  await test.deps.relay.soon();
  return answer;
}
