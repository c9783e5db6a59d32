import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ItemId } from '../../../src/core/kernel/ids.ts';
import { JUDGMENT, WRITING } from '../../core/form/a-form.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { aSittingDevice, invite, told, type Device } from './candidate.ts';

let test: TestApp;
let device: Device;
beforeAll(async () => {
  test = await startTestApp();
  device = await aSittingDevice(test, await invite(test));
  await device.post(`/parts/${JUDGMENT}/hand-in`);
  await device.post(`/parts/${WRITING}/start`);
});
afterAll(() => test.close());

describe('awkward names of fields', () => {
  it.each(['__proto__', 'constructor', '$set', 'a.b', 'responses.w1'])(
    '%s beside a text is not taken for part of it',
    async (name) => {
      const before = (await device.attempt()).responses['w01' as ItemId];
      const seq = (before?.seq ?? 0) + 1;
      const text = `beside ${name}`;
      const body = `{"epoch":"1","seq":"${seq}","a":"${text}","${name}":"x","_csrf":"${await device.csrf()}"}`;
      const answer = await device.agent
        .post(device.path('/items/w01/response'))
        .set('Accept', 'application/json')
        .type('json')
        .send(body);
      expect([answer.status, told(answer).storedSeq]).toEqual([200, seq]);
      const { responses } = await device.attempt();
      expect(responses['w01' as ItemId]?.value).toEqual({ kind: 'written-response', a: text, b: '' });
    },
  );
});
