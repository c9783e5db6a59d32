/**
 * The server's time, whatever the clock of the device says. It runs on the time since the page was opened and is set by
 * answers; the one that was quickest on the way is believed. Input: a clock that only goes forward, in ms.
 */
export function createServerClock(elapsed: () => number, serverNow: number) {
  let offset = serverNow - elapsed();
  let trip = Number.POSITIVE_INFINITY;

  return {
    now: (): number => elapsed() + offset,
    /** An answer sent at `sentAt` (elapsed) told the server's time. */
    set(sentAt: number, told: number): void {
      const took = elapsed() - sentAt;
      if (took > trip || took > 2000) return;
      trip = took;
      offset = told - (sentAt + took / 2);
    },
    /** After a sleep the device may not have counted: the next answer is believed. */
    doubt(): void {
      trip = Number.POSITIVE_INFINITY;
    },
  };
}

export type ServerClock = ReturnType<typeof createServerClock>;
