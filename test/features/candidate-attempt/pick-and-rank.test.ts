import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { aForm, aPickOneItem, aRankOptionsItem, JUDGMENT } from '../../core/form/a-form.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, invite, type Device } from './candidate.ts';

let test: TestApp;
let device: Device;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

/** One judgment part with a pick and an order, as HTTP sees them. */
const form = () => {
  const items = [aPickOneItem(), aRankOptionsItem()];
  const plain = aForm();
  const sections = plain.sections
    .filter(({ id }) => id === JUDGMENT)
    .map((section) => ({ ...section, items: items.map(({ id }) => id) }));
  const practice = [{ ...aRankOptionsItem({ id: 'p01' as ItemId }), explanation: 'Asking first helps.' }];
  return aForm({ items, sections, practice });
};
beforeEach(async () => {
  device = await aSittingDevice(test, await invite(test, { form: form() }));
});

/** What a browser without script sends for the order page. */
function fieldsShown(): Record<string, string> {
  const { page } = device;
  const shown: Record<string, string> = {};
  page('input[name=seq], input[name=order], input[name^=place-], input[name=confirmed][checked]').each(
    (_, input) => {
      shown[String(page(input).attr('name'))] = String(page(input).attr('value'));
    },
  );
  return shown;
}
async function press(go: string, over: Record<string, string> = {}) {
  const response = await device.post('/items/r01/response', { ...fieldsShown(), ...over, go });
  await device.open('/items/r01');
  return response;
}
const order = () => device.page('input[name=order]').attr('value');

describe('picking and ordering without script', () => {
  it('goes from the first pick to the receipt', async () => {
    await device.open('/items/k01');
    expect(device.page('input[name=pick]')).toHaveLength(4);
    await device.post('/items/k01/response', { seq: 1, go: 'next', pick: 'b' });
    await device.open('/items/r01');
    await press('up-c');
    await press('check', { confirmed: 'yes' });
    await device.open('/parts/judgment/check');
    expect(
      device
        .page('tbody tr')
        .text()
        .match(/Answered/g),
    ).toHaveLength(2);
    await device.post('/parts/judgment/hand-in');
    const receipt = await device.agent.get(device.path('')).redirects(1);
    expect(receipt.text).toContain('Your choice: step 2.');
    expect(receipt.text).toContain('Your order: step 1, 3, 2, 4.');
  });

  it('moves an option by its buttons and leaves the focus on the button', async () => {
    await device.open('/items/r01');
    const moved = await press('up-c');
    expect(moved.headers['location']).toMatch(/\/items\/r01\?writer=1#up-c$/);
    await press('up-c');
    expect(order()).toBe('c,a,b,d');
    expect(device.page('#up-c').attr('aria-disabled')).toBe('true');
    expect(device.page('#up-c').text()).toContain('Place 1 of 4');
  });

  it('takes numbers, and keeps them when two are alike', async () => {
    await device.open('/items/r01');
    await press('stay', { 'place-d': '1', 'place-a': '4' });
    expect(order()).toBe('d,b,c,a');
    const refused = await device.post('/items/r01/response', {
      ...fieldsShown(),
      'place-b': '1',
      confirmed: 'yes',
      go: 'next',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Two steps have the same place.');
    expect(refused.text).toMatch(/name="place-b" value="1"/);
  });

  it('stores a move after the save by script that carries the same number', async () => {
    await device.open('/items/r01');
    await device.save('r01', fieldsShown());
    await press('down-a');
    expect(order()).toBe('b,a,c,d');
    expect((await device.attempt()).responses['r01' as ItemId]?.seq).toBe(2);
  });

  it('does not take the order as it was shown for an answer', async () => {
    await device.open('/items/r01');
    await press('check');
    await device.open('/parts/judgment/check');
    expect(device.page('tbody tr').eq(1).text()).not.toContain('Answered');
  });

  it('lets a practice order be moved and explains it afterwards', async () => {
    const moved = await device.post('/practice/p01', { order: 'a,b,c,d', go: 'up-b' });
    expect(moved.text).toContain('value="b,a,c,d"');
    expect(moved.text).toMatch(/id="up-b"[^>]* autofocus/);
    expect(moved.text).not.toContain('Asking first helps.');
    const shown = await device.post('/practice/p01', { order: 'b,a,c,d' });
    expect(shown.text).toContain('Asking first helps.');
  });
});
