import { expect, it } from '@jest/globals';
import { plainLine } from '../../../src/core/mail/plain-line.ts';

it.each([
  ['Ana\r\nBcc: all@example.org', 'Ana Bcc: all@example.org'],
  ['  Łukasz\t Żak ', 'Łukasz Żak'],
  ['a\u2028b\u0000c', 'a b c'],
  ['\u202Egnp.exe', 'gnp.exe'],
  ['👩‍🔧 Noor', '👩‍🔧 Noor'],
])('makes %j the line %j', (typed, line) => {
  expect(plainLine(typed)).toBe(line);
});
