import { describe, expect, it } from '@jest/globals';
import { findItem, findSection, itemsOf, sectionOf } from '../../../src/core/form/find-item.ts';
import type { ItemId, SectionId } from '../../../src/core/kernel/ids.ts';
import { aForm, JUDGMENT, WRITING } from './a-form.ts';

describe('finding in a form', () => {
  it('gives items and sections by id, or null', () => {
    expect(findItem(aForm(), 'w02')?.kind).toBe('written-response');
    expect(findItem(aForm(), 'p01')).toBeNull();
    expect(findSection(aForm(), 'writing')?.minutes).toBe(40);
    expect(findSection(aForm(), '__proto__')).toBeNull();
  });

  it('gives the items of a section in its order', () => {
    expect(itemsOf(aForm(), JUDGMENT).map(({ id }) => id)).toEqual(['j01', 'b01']);
    expect(itemsOf(aForm(), 'x' as SectionId)).toEqual([]);
    expect(itemsOf(aForm({ items: [] }), JUDGMENT)).toEqual([]);
  });

  it('gives the section of an item; a form without one is broken', () => {
    expect(sectionOf(aForm(), 'w01' as ItemId).id).toBe(WRITING);
    expect(() => sectionOf(aForm(), 'p01' as ItemId)).toThrow('item p01 is in no section');
  });
});
