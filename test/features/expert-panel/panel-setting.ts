import { load } from 'cheerio';
import request from 'supertest';
import { keyedForms } from '../../../src/content/keyed-forms.ts';
import type { OptionRatings } from '../../../src/core/expert-panel/expert-panel.ts';
import { judgmentItems } from '../../../src/core/expert-panel/rateable-situations.ts';
import type { PanelExpertId } from '../../../src/core/kernel/ids.ts';
import { createPanelExpertStore } from '../../../src/store/panel-expert-store.ts';
import type { Staff } from '../../support/actors.ts';
import { PUBLIC_URL, type TestApp } from '../../support/test-app.ts';
import { shelf } from '../../support/shelf.ts';

const keyed = keyedForms(shelf).find(({ form }) => form.assessmentId === 'customer-conversations');
if (keyed === undefined) throw new Error('the assessment is not on the shelf');
const { form } = keyed;
export const { key } = keyed;
export const items = judgmentItems(form);

export const mainText = (html: string) => load(html)('main').text().replace(/\s+/g, ' ');

/** What expert number `place` gives: nearly the same as the others, but for the last option of the first situation. */
export function ratingsOf(item: (typeof items)[number], place: number): Record<string, string> {
  return Object.fromEntries(
    item.options.map(({ id }, option) => {
      const disputed = item === items[0] && option === item.options.length - 1;
      const shared = Math.max(1, 6 - option) + (place % 3 === 0 ? 1 : 0);
      return [`rating-${id}`, String(disputed ? (place % 2 === 0 ? 1 : 7) : shared)];
    }),
  );
}

/** What an owner and experts do in a panel, by the pages. */
export function panelSetting(test: TestApp, owner: Staff) {
  const dayAhead = (days: number) =>
    new Date(test.deps.clock().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  const revOf = async (page: string) =>
    load((await owner.get(page)).text)('input[name=rev]')
      .first()
      .attr('value') ?? '';

  async function setUp(assessmentId = 'customer-conversations', needed = '6'): Promise<string> {
    const answer = await owner.post('/settings/panels/new', { assessmentId, needed, lastDay: dayAhead(20) });
    return answer.headers['location'] ?? '';
  }

  async function invite(page: string, names: readonly string[]): Promise<readonly string[]> {
    const people = names.map((name) => `${name}, ${name}@experts.example`).join('\n');
    await owner.post(`${page}/experts`, { people });
    return linksOf(page);
  }

  /** The paths of the links on the panel's page, by the names of the experts. */
  async function linksOf(page: string): Promise<readonly string[]> {
    const $ = load((await owner.get(page)).text);
    return $('.copy input')
      .map((_, input) => new URL(input.attribs['value'] ?? '').pathname)
      .get();
  }

  const post = (path: string, fields: object) =>
    request(test.app).post(path).set('Origin', PUBLIC_URL).type('form').send(fields);
  const get = (path: string) => request(test.app).get(path);

  const agree = (link: string) =>
    post(`${link}/taking-part`, { relation: 'leads-it', years: '7', agree: 'yes' });

  async function rateAll(link: string, place: number): Promise<void> {
    await agree(link);
    for (const item of items) {
      await post(`${link}/situations/${item.id}`, { rev: '0', ...ratingsOf(item, place) });
    }
  }

  /** The same past the pages, which have shown by then that they work. */
  async function storeAll(link: string, place: number): Promise<void> {
    const panelExperts = createPanelExpertStore(test.connection);
    const id = link.split('/')[2]?.split('.')[0] as PanelExpertId;
    const expert = await panelExperts.find(id);
    if (expert === null) throw new Error('no such expert');
    await panelExperts.agree(expert, { relation: 'does-it', years: 3 }, test.deps.clock());
    for (const item of items) {
      const given = ratingsOf(item, place);
      const rated = item.options.map((option) => [option.id, Number(given[`rating-${option.id}`])]);
      const ratingsGiven = Object.fromEntries(rated) as OptionRatings;
      await panelExperts.saveRatings(expert, item.id, { seen: 0, ratings: ratingsGiven, complete: true });
    }
  }

  const handIn = (link: string) => post(`${link}/hand-in`, {});

  return { agree, dayAhead, get, handIn, invite, linksOf, post, rateAll, revOf, setUp, storeAll };
}
