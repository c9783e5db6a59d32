import { describe, expect, it } from '@jest/globals';
import { gateWords } from '../../src/presentation/gate-words.ts';

describe('what a reader of scores is told about the raters', () => {
  const under = { anchorHash: 'anchors' };

  it.each(['advised', 'off'] as const)('is that they are not certified where the gate is %s', (rule) => {
    expect(gateWords({ raterGate: { rule, anchorHash: null } }, under)).toBe('Raters not certified.');
  });

  it('is that certificates are required only under the anchors for which they are', () => {
    const raterGate = { rule: 'required', anchorHash: 'anchors' } as const;
    expect(gateWords({ raterGate }, under)).toBe('Certified raters are required.');
    expect(gateWords({ raterGate }, { anchorHash: 'new anchors' })).toBe('Raters not certified.');
  });
});
