import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Beside the event loop. */
const pack = promisify(deflateRaw);

/** Names are UTF-8, contents deflated. */
const FLAGS = 0x0800;
const DEFLATED = 8;
const NEEDS = 20;

/** Small files as one ZIP archive, all dated `at`. Names are ours, and no archive of ours comes near 4 GiB. */
export async function writeZip(files: Files, at: Date): Promise<Buffer> {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = await pack(bytes);
    const said = describe(Buffer.from(name), bytes, packed, at);
    const local = Buffer.concat([signature(0x04034b50), said, Buffer.from(name), packed]);
    entries.push(entryOf(said, Buffer.from(name), offset));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  return Buffer.concat([...parts, directory, endOf(entries.length, directory.length, offset)]);
}

const signature = (value: number): Buffer => numbers([4, value]);

/** Little-endian numbers one after the other, each with its length in bytes. */
function numbers(...list: readonly (readonly [length: number, value: number])[]): Buffer {
  return Buffer.concat(
    list.map(([length, value]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}

/** What stands before the file as well as in the directory at the end. */
function describe(name: Buffer, bytes: Buffer, packed: Buffer, at: Date): Buffer {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const head = numbers([2, NEEDS], [2, FLAGS], [2, DEFLATED], [2, time], [2, date], [4, crc32(bytes)]);
  return Buffer.concat([head, numbers([4, packed.length], [4, bytes.length], [2, name.length], [2, 0])]);
}

const entryOf = (said: Buffer, name: Buffer, offset: number): Buffer =>
  Buffer.concat([
    numbers([4, 0x02014b50], [2, NEEDS]),
    said,
    numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
    name,
  ]);

const endOf = (count: number, length: number, offset: number): Buffer =>
  numbers([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, length], [4, offset], [2, 0]);
