import { describe, expect, it } from '@jest/globals';
import { createDeviceCopy, type Shelf } from '../../../src/browser/candidate/device-copy.ts';

function aShelf(): Shelf {
  const held = new Map<string, string>();
  return {
    get length() {
      return held.size;
    },
    key: (index) => [...held.keys()][index] ?? null,
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: (name) => void held.delete(name),
  };
}

const draft = { item: 'w01', url: '/save', epoch: 1, baseSeq: 0, seq: 1, fields: { a: 'text' } };

describe('copies on the device', () => {
  it('are found again, listed, dropped one by one and cleared', () => {
    const shelf = aShelf();
    const copies = createDeviceCopy(() => shelf, 'attempt-1');
    expect(copies.keep(draft)).toBe(true);
    copies.keep({ ...draft, item: 'w02' });
    expect(copies.list()).toEqual([draft, { ...draft, item: 'w02' }]);
    copies.drop(draft);
    expect(copies.list()).toEqual([{ ...draft, item: 'w02' }]);
    copies.clear();
    expect(shelf.length).toBe(0);
  });

  it('of two windows stand side by side, also where both have the same number', () => {
    const shelf = aShelf();
    const [one, other] = [
      createDeviceCopy(() => shelf, 'attempt-1'),
      createDeviceCopy(() => shelf, 'attempt-1'),
    ];
    const elsewhere = { ...draft, fields: { a: 'typed elsewhere' } };
    one.keep(draft);
    other.keep(elsewhere);
    expect(one.list()).toEqual([draft, elsewhere]);
    one.drop(draft);
    expect(other.list()).toEqual([elsewhere]);
    other.drop(elsewhere);
    expect(shelf.length).toBe(0);
  });

  it('of a closed window are taken over without a moment in which nothing is kept', () => {
    const shelf = aShelf();
    createDeviceCopy(() => shelf, 'attempt-1').keep(draft);
    const reopened = createDeviceCopy(() => shelf, 'attempt-1');
    reopened.keep(draft);
    reopened.drop(draft, draft);
    expect(reopened.list()).toEqual([draft]);
    const next = { ...draft, seq: 2, fields: { a: 'typed on' } };
    reopened.keep(next);
    expect(reopened.list()).toEqual([next]);
  });

  it('of one attempt do not touch those of another', () => {
    const shelf = aShelf();
    const other = createDeviceCopy(() => shelf, 'attempt-2');
    other.keep(draft);
    const copies = createDeviceCopy(() => shelf, 'attempt-1');
    copies.clear();
    expect(copies.list()).toEqual([]);
    expect(other.list()).toEqual([draft]);
  });

  it('that cannot be read are left alone', () => {
    const shelf = aShelf();
    shelf.setItem('attune:attempt-1:w01', '{"seq":');
    shelf.setItem('attune:attempt-1:w02', '{"seq":"1"}');
    expect(createDeviceCopy(() => shelf, 'attempt-1').list()).toEqual([]);
  });

  it('are told apart from nothing where the device keeps nothing', () => {
    const refuse = (): Shelf => {
      throw new Error('switched off');
    };
    const copies = createDeviceCopy(refuse, 'attempt-1');
    expect(copies.keep(draft)).toBe(false);
    expect(copies.list()).toEqual([]);
    copies.drop(draft);
    copies.clear();
  });
});
