import { z } from 'zod';
import { ROLES } from '../../core/person/person.ts';

/** Control characters and halves of characters have no place in a name or an address. */
const PLAIN = /^[^\p{Cc}\p{Cs}]*$/u;

const name = (what: string) =>
  z
    .string(`Enter ${what}.`)
    .trim()
    .min(1, `Enter ${what}.`)
    .max(120, `Shorten ${what} to 120 characters.`)
    .regex(PLAIN, `Enter ${what} in plain characters.`);

const email = z
  .string('Enter an e-mail address.')
  .trim()
  .max(254, 'This address is too long.')
  .regex(PLAIN, 'Enter the address in plain characters.')
  .regex(/^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/, 'Enter a whole e-mail address, such as name@example.org.');

/** Long is what counts; no rules about kinds of characters (they make passwords worse). */
const newPassword = z
  .string('Choose a password.')
  .min(12, 'Choose a password of at least 12 characters. Three or four words are good.')
  .max(128, 'Choose a password of at most 128 characters.');

export const SetUpRequest = z.strictObject({
  code: z
    .string('Enter the code.')
    .trim()
    .min(1, 'Enter the code that was printed on the console at the start.'),
  organisation: name('the name of your organisation'),
  contactName: name('the name candidates may turn to'),
  contactEmail: email,
  name: name('your name'),
  email,
  password: newPassword,
});
export type SetUp = z.output<typeof SetUpRequest>;

export const SignInRequest = z.strictObject({
  email: z.string().trim().max(254, 'This address is too long.').min(1, 'Enter your e-mail address.'),
  password: z.string().max(128, 'This password is too long.').min(1, 'Enter your password.'),
  next: z.string().max(500).optional(),
});

export const SignInQuery = z.object({ next: z.string().max(500).optional() });

/** One box ticked comes as a text, several as a list, none not at all. */
const roles = z
  .union([z.string().transform((role) => [role]), z.array(z.string())], 'Choose at least one role.')
  .pipe(z.array(z.enum(ROLES, 'Choose roles from the list.')).min(1, 'Choose at least one role.'));

export const InvitePersonRequest = z.strictObject({ name: name('the name'), email, roles });
export const PersonParams = z.strictObject({ personId: z.string().regex(/^[\w-]{22}$/) });
export const ChangeRolesRequest = z.strictObject({ roles, rev: z.coerce.number().int() });
export const ChangeStateRequest = z.strictObject({
  state: z.enum(['active', 'deactivated']),
  rev: z.coerce.number().int(),
});

export const JoinParams = z.strictObject({ token: z.string().max(120) });
export const JoinRequest = z.strictObject({ name: name('your name'), password: newPassword });
