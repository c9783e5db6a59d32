/** What an attempt may have kept aside; beyond it the text stays on the device. */
const MAX_ENTRIES = 500;
const MAX_BYTES = 8 * 1024 * 1024;

export interface QuarantineUse {
  readonly entries: number;
  readonly bytes: number;
}

/** Whether another refused response of that size can still be kept aside. */
export function mayQuarantine(use: QuarantineUse, bytes: number): boolean {
  return use.entries < MAX_ENTRIES && use.bytes + bytes <= MAX_BYTES;
}
