import mongoose from 'mongoose';

const { EJSON, deserialize, serialize } = mongoose.mongo.BSON;

type Document = mongoose.mongo.Document;

/** One document as a line of canonical Extended JSON. Refuses rather than write a line that would come back altered. */
export function toLine(bytes: Uint8Array, where: string): string {
  const line = EJSON.stringify(readTyped(bytes), { relaxed: false });
  if (!Buffer.from(serialize(fromLine(line), { ignoreUndefined: false })).equals(bytes)) {
    throw new Error(
      `A document of ${where} cannot be written as Extended JSON without change: ${line.slice(0, 200)}`,
    );
  }
  return line;
}

/** Numbers keep their types, so that writing gives the same bytes again. */
export const fromLine = (line: string): Document => EJSON.parse(line, { relaxed: false }) as Document;

const readTyped = (bytes: Uint8Array): Document =>
  deserialize(bytes, { promoteValues: false, promoteBuffers: false, bsonRegExp: true });
