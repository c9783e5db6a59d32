import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { calibrationUses } from '../../../src/core/calibration/calibration-use.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { addCalibratedRole, levelsOf, RESPONSES, type CalibratedRole } from './a-calibrated-role.ts';

let test: TestApp;
let role: CalibratedRole;
let at: string;
beforeAll(async () => {
  test = await startTestApp();
  role = await addCalibratedRole(test);
  at = `/rating/training/${role.anchorHash}`;
}, 60_000);
afterAll(() => test.close());

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const main = async (path: string) => load((await role.rater.get(path).expect(200)).text)('main');
const text = async (path: string) => squeeze((await main(path)).text());
const practiceLinks = async () => {
  const page = load((await role.rater.get(at)).text);
  return page('table a')
    .toArray()
    .map((link) => page(link).attr('href') ?? '');
};

describe('practice of a rater', () => {
  it('is found from the list of anchors, and says that it certifies nobody', async () => {
    expect((await main('/rating/training')).find('table a').attr('href')).toBe(at);
    expect(await text(at)).toContain('0 of 12 responses practised.');
    expect(await text(at)).toContain(
      'Practice status only: these levels are authored, not confirmed by experts.',
    );
    expect(await text(at)).toContain('there are 0. Until then practice is all there is');
  });

  it('shows no level, reason or cited words before own levels are given', async () => {
    const [link = ''] = await practiceLinks();
    const { text: html } = await role.rater.get(link).expect(200);
    const response = RESPONSES.find(({ id }) => link.endsWith(`/${id}`));
    expect(squeeze(load(html)('main').text())).toContain(squeeze(response?.a ?? 'no response'));
    expect(load(html)('input[type=radio][checked]').length).toBe(0);
    for (const { because } of Object.values(response?.levels ?? {})) {
      expect(load(html)('main').text()).not.toContain(because);
    }
  });

  it('keeps what was chosen where a level is missing, and says which', async () => {
    const [link = ''] = await practiceLinks();
    const refused = await role.rater.post(link, { 'level-empathy': '2' });
    expect(refused.status).toBe(422);
    const page = load(refused.text);
    expect(page('input[name=level-empathy]:checked').val()).toBe('2');
    expect(page('.error-summary, [role=alert]').text()).toContain('Choose a level for');
    expect(await text(at)).toContain('0 of 12');
  });

  it('puts own levels beside the authored ones with anchor and reason, and keeps the progress', async () => {
    const [link = ''] = await practiceLinks();
    const id = link.split('/').at(-1) ?? '';
    const response = RESPONSES.find((one) => one.id === id);
    expect((await role.rater.post(link, levelsOf(id))).status).toBe(303);
    const said = await text(link);
    expect(said).toContain('The same level on 3 of 3 criteria.');
    expect(said).toContain('authored, not confirmed by experts');
    for (const { because } of Object.values(response?.levels ?? {})) expect(said).toContain(squeeze(because));
    expect(await text(at)).toContain('1 of 12 responses practised.');
    const again = load((await role.rater.get(`${link}?again=yes`)).text);
    expect(again('input[type=radio][checked]').length).toBe(0);
  });

  it('offers only responses that serve for nothing else, and nothing to members or strangers', async () => {
    const uses = calibrationUses(RESPONSES);
    const offered = (await practiceLinks()).map((link) => link.split('/').at(-1) ?? '');
    expect(offered.map((id) => uses.get(id))).toEqual(offered.map(() => 'training'));
    for (const [id, use] of uses) {
      if (use !== 'training') await role.rater.get(`${at}/practice/${id}`).expect(404);
    }
    await role.lead.get(at).expect(403);
    const elsewhere = await addCalibratedRole(test);
    await test.deps.stores.requisitions.change(elsewhere.requisition, { state: 'closed' }, []);
    await elsewhere.rater.get(at).expect(404);
  });
});
