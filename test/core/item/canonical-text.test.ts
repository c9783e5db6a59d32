import { describe, expect, it } from '@jest/globals';
import { canonicalText } from '../../../src/core/item/canonical-text.ts';

describe('the spelling of a text', () => {
  it('has one line end and is otherwise as it was typed', () => {
    expect(canonicalText('a\r\nb\rc\n ')).toEqual({ kind: 'text', text: 'a\nb\nc\n ' });
    expect(canonicalText('e\u0301 \u00e9')).toEqual({ kind: 'text', text: 'e\u0301 \u00e9' });
  });

  it.each(['\ud83d', '\ude00\ud83d', 'x\0'])('that no page can give back is refused: %j', (text) => {
    expect(canonicalText(text)).toEqual({ kind: 'refused', reason: 'ill-formed-text' });
  });
});
