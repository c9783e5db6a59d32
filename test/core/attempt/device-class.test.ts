import { describe, expect, it } from '@jest/globals';
import { deviceClassOf } from '../../../src/core/attempt/device-class.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0';
const APPLE = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5';

describe('the class of a device', () => {
  it.each([
    ['phone', 'Chrome, Android', '?1', `Mozilla/5.0 (Linux; Android 10; K) ${CHROME} Mobile Safari/537.36`],
    [
      'phone',
      'Samsung, without a hint',
      undefined,
      'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
    ],
    [
      'phone',
      'Firefox, Android',
      undefined,
      'Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0',
    ],
    [
      'phone',
      'Safari, iPhone',
      undefined,
      `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${APPLE} Mobile/15E148 Safari/604.1`,
    ],
    [
      'phone',
      'Edge, Windows Phone',
      undefined,
      'Mozilla/5.0 (Windows Phone 10.0; Android 6.0.1; Microsoft; Lumia 950) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/52.0.2743.116 Mobile Safari/537.36 Edge/15.15063',
    ],
    [
      'phone',
      'Opera Mini',
      undefined,
      'Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; en) Presto/2.12.423 Version/12.16',
    ],
    [
      'phone',
      'Chrome that keeps its name short and sends the hint',
      '?1',
      'Mozilla/5.0 (Linux; Android 10; K)',
    ],
    [
      'tablet',
      'Safari, older iPad',
      undefined,
      'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1',
    ],
    [
      'tablet',
      'Chrome, Android tablet',
      '?0',
      `Mozilla/5.0 (Linux; Android 13; SM-X906C) ${CHROME} Safari/537.36`,
    ],
    [
      'tablet',
      'Firefox, Android tablet',
      undefined,
      'Mozilla/5.0 (Android 13; Tablet; rv:132.0) Gecko/132.0 Firefox/132.0',
    ],
    [
      'tablet',
      'Silk, Fire',
      undefined,
      'Mozilla/5.0 (Linux; Android 9; KFMAWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/118.2.1 like Chrome/118.0.5993.144 Safari/537.36',
    ],
    [
      'computer',
      'Chrome, Windows',
      '?0',
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`,
    ],
    [
      'computer',
      'Internet Explorer with a pen',
      undefined,
      'Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; Tablet PC 2.0; rv:11.0) like Gecko',
    ],
    [
      'computer',
      'Safari, Mac, and newer iPads',
      undefined,
      `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${APPLE} Safari/605.1.15`,
    ],
    [
      'computer',
      'Firefox, Linux',
      undefined,
      'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
    ],
    [
      'computer',
      'Chrome, Chromebook',
      '?0',
      `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME} Safari/537.36`,
    ],
    [null, 'a program', undefined, 'curl/8.5.0'],
    [null, 'an empty name', undefined, ''],
    [null, 'no name, and a hint that only rules out a phone', '?0', undefined],
    [null, 'a hint of another form', '1', undefined],
  ] as const)('is %s for %s', (deviceClass, _name, hint, agent) => {
    expect(deviceClassOf(hint, agent)).toBe(deviceClass);
  });
});
