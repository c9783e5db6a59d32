import { describe, expect, it } from '@jest/globals';
import { inflateRawSync } from 'node:zlib';
import { writeZip } from '../../src/presentation/write-zip.ts';
import { readZip } from '../support/read-zip.ts';

describe('an archive', () => {
  it('holds every file under its name, as a reader of its own finds it', async () => {
    const files = { 'a.csv': 'x,y\n1,2\n', 'ä.txt': 'é'.repeat(5000), 'empty.md': '' };
    const read = readZip(await writeZip(files, new Date('2026-03-01T12:30:10Z')));
    expect(Object.fromEntries([...read].map(([name, bytes]) => [name, bytes.toString()]))).toEqual(files);
  });

  it('says of every file the checksum that its bytes have', async () => {
    // The CRC-32 of "123456789" is published as the check value of the algorithm.
    const archive = await writeZip({ n: '123456789' }, new Date('2026-03-01T12:30:10Z'));
    expect(archive.readUInt32LE(14)).toBe(0xcbf43926);
    expect(inflateRawSync(archive.subarray(31)).toString()).toBe('123456789');
  });
});
