import { randomBytes } from 'node:crypto';
import type { Value } from '../bson/values.ts';

/** Gives the next documents of an open query; `done` when there are none left. */
export type Batches = {
  readonly next: (count: number, deadline: Deadline) => Promise<Value[]>;
  readonly done: () => boolean;
};
export type Deadline = { at: number | null };

/** Who opened a cursor, on what, and whether it may lie unused for long. */
export type CursorOwner = {
  readonly namespace: string;
  readonly session: string | null;
  readonly lasting: boolean;
};
type Cursor = CursorOwner & { readonly batches: Batches; usedAt: number; busy: boolean };

const IDLE_MS = 10 * 60 * 1000;
const MOST_OPEN = 1000;

/** Open cursors. They hold a position, not a snapshot, and end when nobody asks for ten minutes. */
export class CursorTable {
  readonly #open = new Map<bigint, Cursor>();

  add(owner: CursorOwner, batches: Batches, now: number): bigint {
    this.#expire(now);
    const id = randomBytes(8).readBigInt64LE(0) & 0x7fffffffffffffffn;
    this.#open.set(id, { ...owner, batches, usedAt: now, busy: false });
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
      const idle = !cursor.lasting && cursor.usedAt <= now - IDLE_MS;
      if (idle || this.#open.size >= MOST_OPEN) this.#open.delete(id);
    }
  }
}
