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
        shelf().setItem(prefix + draft.item, JSON.stringify(draft));
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
    /** Only what is there: another window may have left a text of its own. */
    drop: (draft: Draft): void => {
      const { seq, epoch } = read(prefix + draft.item) ?? draft;
      if (seq === draft.seq && epoch === draft.epoch) remove(prefix + draft.item);
    },
    clear: (): void => {
      names().forEach(remove);
    },
  };
}

export type DeviceCopy = ReturnType<typeof createDeviceCopy>;
