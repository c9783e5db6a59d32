import { randomBytes } from 'node:crypto';
import type { Value } from '../bson/values.ts';

/** Gives the next documents of an open query; `done` when there are none left. */
export type Batches = {
  readonly next: (count: number, deadline: Deadline) => Promise<Value[]>;
  readonly done: () => boolean;
};
export type Deadline = { at: number | null };

type Cursor = { readonly namespace: string; readonly batches: Batches; usedAt: number; busy: boolean };

const IDLE_MS = 10 * 60 * 1000;
const MOST_OPEN = 1000;

/** Open cursors. They hold a position, not a snapshot, and end when nobody asks for ten minutes. */
export class CursorTable {
  readonly #open = new Map<bigint, Cursor>();

  add(namespace: string, batches: Batches, now: number): bigint {
    this.#expire(now);
    const id = randomBytes(8).readBigInt64LE(0) & 0x7fffffffffffffffn;
    this.#open.set(id, { namespace, batches, usedAt: now, busy: false });
    return id;
  }

  find(id: bigint, now: number): Cursor | null {
    this.#expire(now);
    const cursor = this.#open.get(id) ?? null;
    if (cursor) {
      cursor.usedAt = now;
      this.#open.delete(id);
      this.#open.set(id, cursor);
    }
    return cursor;
  }

  remove(id: bigint): boolean {
    return this.#open.delete(id);
  }

  /** The least recently used come first in the map. */
  #expire(now: number): void {
    for (const [id, cursor] of this.#open) {
      if (cursor.usedAt > now - IDLE_MS && this.#open.size < MOST_OPEN) return;
      this.#open.delete(id);
    }
  }
}
