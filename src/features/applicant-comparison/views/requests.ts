import { z } from 'zod';

const id = z.string().regex(/^[\w-]{22}$/);
const LONGEST_NAME = 60;

/** What of a list's address a view keeps: neither ticks nor the page. */
const KEPT = new Set(
  'intake sort stage evidence label could-be on level finished-from finished-to note'.split(' '),
);

export function cleanQuery(text: string): string {
  const asked = [...new URLSearchParams(text)].filter(
    ([name, value]) => KEPT.has(name) && value !== '' && value.length <= 100,
  );
  return new URLSearchParams(asked.slice(0, 30)).toString();
}

export const ViewsParams = z.strictObject({ requisitionId: id });
export const ViewParams = z.strictObject({ requisitionId: id, viewId: id });
/** The address of the list that is to be saved, as one text. */
export const ViewsQuery = z.object({ list: z.string().catch('').default('').transform(cleanQuery) });

const naming = {
  name: z
    .string('Write a name.')
    .trim()
    .min(1, 'Write a name.')
    .max(LONGEST_NAME, `Use at most ${LONGEST_NAME} characters.`)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Type this again: it holds a character that cannot be shown.'),
  shared: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
};
export const SaveRequest = z.strictObject({ ...naming, list: z.string().max(4000).transform(cleanQuery) });
export const ChangeRequest = z.strictObject(naming);
