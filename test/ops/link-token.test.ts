import { describe, expect, it } from '@jest/globals';
import { makeLinkToken, readLinkToken } from '../../src/ops/link-token.ts';
import { newId } from '../../src/ops/secrets.ts';

const SECRET = 'a secret only for tests, long enough';
const target = { id: newId<string>(), version: 3 };
const token = makeLinkToken(SECRET, 'invitation', target);

describe('link tokens', () => {
  it('give back what they were made for', () => {
    expect(readLinkToken(SECRET, 'invitation', token)).toEqual(target);
  });

  it.each([
    ['another version', token.replace('.3.', '.4.')],
    ['another id', token.replace(target.id, newId<string>())],
    ['a cut signature', token.slice(0, -1)],
    ['nothing', ''],
    ['more parts', `${token}.x`],
    ['an operator', '{"$ne":null}'],
  ])('are worthless with %s', (_title, forged) => {
    expect(readLinkToken(SECRET, 'invitation', forged)).toBeNull();
  });

  it('serve one purpose only', () => {
    expect(readLinkToken(SECRET, 'join', token)).toBeNull();
  });

  it('die with the secret', () => {
    expect(readLinkToken(`${SECRET}!`, 'invitation', token)).toBeNull();
  });
});
