/** Work that may be asked for at any time. */
export interface Runner {
  /** Ends when everything that was there when it was asked for is done. */
  soon(): Promise<void>;
}

/** Never twice at once: whoever asks while it runs waits for one more run. */
export function createRunner(work: () => Promise<void>): Runner {
  let under: Promise<void> | null = null;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      await work();
    } while (isWanted());
  }

  // A function of its own, because the compiler does not see that `soon` sets it while `work` is awaited.
  const isWanted = (): boolean => again;

  return {
    soon() {
      again = true;
      under ??= run().finally(() => {
        under = null;
      });
      return under;
    },
  };
}
