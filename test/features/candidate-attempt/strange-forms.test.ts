import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { load } from 'cheerio';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, invite, type Device } from './candidate.ts';

let test: TestApp;
let device: Device;
beforeAll(async () => {
  test = await startTestApp();
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => {
  device = await aSittingDevice(test, await invite(test));
  await device.post('/parts/judgment/hand-in');
  await device.post('/parts/writing/start');
});

const TYPED = 'I am sorry that the train left without you.';

const boxOf = (html: string, name: string): string =>
  load(html)(`textarea[name=${name}]`).text().replace(/^\n/, '');

describe('a form that no page of ours would send', () => {
  it('comes back with all its text where it is longer than a page can take', async () => {
    const long = TYPED.repeat(4000);
    const answer = await device.post('/items/w01/response', { seq: 1, go: 'stay', a: long, b: '' });
    expect(answer.status).toBe(413);
    expect(boxOf(answer.text, 'a')).toBe(long);
    expect(load(answer.text)('main').text()).toContain('shorten it and send it again');
    expect((await device.attempt()).responses).not.toHaveProperty('w01');
  });

  it('is refused with words about the text where it is longer than anybody would read', async () => {
    const answer = await device.post('/items/w01/response', { seq: 1, go: 'stay', a: TYPED.repeat(20_000) });
    expect(answer.status).toBe(413);
    expect(load(answer.text)('main').text()).toContain('nothing of it was saved');
  });

  it.each([
    ['first', [TYPED, 'Another text.'], TYPED],
    ['first that is not empty', ['', ' ', TYPED], TYPED],
  ])('comes back with the %s of what a field was sent with', async (_which, texts, shown) => {
    const answer = await device.post('/items/w01/response', { seq: 1, go: 'stay', a: texts, b: '' });
    expect(answer.status).toBe(422);
    expect(boxOf(answer.text, 'a')).toBe(shown);
    expect(load(answer.text)('main').text()).toContain('look at it and save again');
  });
});
