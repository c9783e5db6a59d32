/** What an attempt may have kept aside; beyond it the text stays on the device. */
export const QUARANTINE_MAX_ENTRIES = 500;
export const QUARANTINE_MAX_BYTES = 8 * 1024 * 1024;

export interface QuarantineUse {
  readonly entries: number;
  readonly bytes: number;
}

/** Whether another refused response of that size can still be kept aside. */
export function mayQuarantine(use: QuarantineUse, bytes: number): boolean {
  return use.entries < QUARANTINE_MAX_ENTRIES && use.bytes + bytes <= QUARANTINE_MAX_BYTES;
}
