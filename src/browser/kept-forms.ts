import type { Entries } from './form-entries.ts';

const PREFIX = 'attune-form:';

export interface KeptForm {
  /** The form as the server had sent it when the typing began. */
  readonly base: string;
  readonly entries: Entries;
  /** It was sent; whether it arrived shows in what the server sends next. */
  readonly sent: boolean;
}

// Storage may be full or forbidden; then nothing is kept and the warning before leaving remains.
export function findKept(name: string): KeptForm | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null') as Partial<KeptForm> | null;
    return typeof kept?.base === 'string' && Array.isArray(kept.entries) ? (kept as KeptForm) : null;
  } catch {
    return null;
  }
}

export function keepForm(name: string, kept: KeptForm): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(kept));
  } catch {
    return;
  }
}

export function dropKept(name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    return;
  }
}

/** Nothing of one person stays in the tab for the next. */
export function dropAllKept(): void {
  try {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
    for (const name of names) sessionStorage.removeItem(name);
  } catch {
    return;
  }
}
