import type { Draft } from './response-queue.ts';

/** The part of localStorage that is used. It may be full, switched off or forbidden: every call may throw. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** Copies of unacknowledged answers of one attempt on this device. */
export function createDeviceCopy(shelf: () => Shelf, attemptId: string) {
  const prefix = `attune:${attemptId}:`;
  // Two windows of one writer keep the same question side by side: each has a place of its own.
  const window = Math.random();
  const placeOf = ({ item }: Draft): string => `${prefix}${item}:${window}`;

  function names(): string[] {
    try {
      const all = Array.from({ length: shelf().length }, (_, index) => shelf().key(index) ?? '');
      return all.filter((name) => name.startsWith(prefix));
    } catch {
      return [];
    }
  }

  function read(name: string): Draft | null {
    try {
      const draft = JSON.parse(shelf().getItem(name) ?? 'null') as Partial<Draft> | null;
      return typeof draft?.seq === 'number' && typeof draft.fields === 'object' ? (draft as Draft) : null;
    } catch {
      return null;
    }
  }

  function remove(name: string): void {
    try {
      shelf().removeItem(name);
    } catch {
      // Nothing can be kept, so nothing is there.
    }
  }

  return {
    /** False where the device keeps nothing: then the page says so. */
    keep(draft: Draft): boolean {
      try {
        shelf().setItem(placeOf(draft), JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    works(): boolean {
      try {
        shelf().setItem(prefix, '');
        shelf().removeItem(prefix);
        return true;
      } catch {
        return false;
      }
    },
    list: (): Draft[] => names().flatMap((name) => read(name) ?? []),
    /** Only this very text: another window may have left one of its own. */
    drop: (draft: Draft, kept?: Draft): void => {
      for (const name of names())
        if (name !== (kept && placeOf(kept)) && JSON.stringify(read(name)) === JSON.stringify(draft))
          remove(name);
    },
    clear: (): void => {
      names().forEach(remove);
    },
  };
}

export type DeviceCopy = ReturnType<typeof createDeviceCopy>;
