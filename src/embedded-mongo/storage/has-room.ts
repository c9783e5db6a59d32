import { statfsSync } from 'node:fs';

/** More than one transaction takes, so that no page is left half-way by a disk that fills up under it. */
const LEAST_FREE_BYTES = 64 * 1024 * 1024;

/** Whether the disk has space for another transaction. A file system that does not tell its size has. */
export function hasRoom(directory: string): boolean {
  const { bavail, blocks, bsize } = statfsSync(directory);
  return blocks === 0 || bavail * bsize >= LEAST_FREE_BYTES;
}
