/** A time in which nobody could reach us, through our own fault. Its id is the id of the credits given for it. */
export interface Outage {
  readonly id: string;
  readonly from: Date;
  readonly to: Date;
  readonly state: 'giving-back' | 'given-back';
  /** Attempts that the clock looks at before this moment have their credit. */
  readonly placeMs: number;
  /** Parts that were credited. */
  readonly credited: number;
}

/** A running process says so this often. */
export const ALIVE_EVERY_MS = 4000;
const LONGEST_SILENCE_MS = 12_000;

/** The outage between two signs of life, or null where they are close enough. The same silence has the same id. */
export function outageBetween(last: Date, now: Date): Outage | null {
  if (now.getTime() - last.getTime() <= LONGEST_SILENCE_MS) return null;
  return {
    id: `outage:${last.getTime()}`,
    from: last,
    to: now,
    state: 'giving-back',
    placeMs: last.getTime(),
    credited: 0,
  };
}
