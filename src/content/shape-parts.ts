import { z } from 'zod';

/** Pieces that the shapes of several files share. Each message says what the value must be. */
export const text = z.string('must be a text').trim().min(1, 'must not be empty');

export const strictFile = <Fields extends z.ZodRawShape>(fields: Fields) =>
  z.strictObject(fields, 'must be a list of named fields');

export const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.array(entry, 'must be a list').min(1, 'must have at least one entry');

export const wholeNumber = (low: number, high: number) => {
  const message = `must be a whole number from ${low} to ${high}`;
  return z.int(message).min(low, message).max(high, message);
};

export const decimal = (low: number, high: number) => {
  const message = `must be a number from ${low} to ${high}`;
  return z.number(message).min(low, message).max(high, message);
};

export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, `must be one of ${words.join(', ')}`);

/** A short word chosen by the author and stable from birth; used as a key in documents, so without dots. */
export const idOf = <Id extends string>() =>
  z
    .string('must be a short word')
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be a short word of small letters, digits and hyphens')
    .transform((word) => word as Id);
