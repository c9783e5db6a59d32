import { isWholeAddress, LONGEST_ADDRESS, LONGEST_NAME } from './mail-address.ts';

/** Somebody to invite, and the line they were typed on. */
export interface Invitee {
  readonly line: number;
  readonly name: string;
  readonly email: string;
}

export interface InviteeProblem {
  readonly line: number;
  readonly kind: 'no-address' | 'broken-address' | 'two-addresses' | 'long' | 'twice';
  /** The line as typed, for the message. */
  readonly text: string;
}

export interface ReadInvitees {
  readonly invitees: readonly Invitee[];
  readonly problems: readonly InviteeProblem[];
}

/** Control characters and halves of characters have no place in a name or an address; a tab may part the two. */
const PLAIN = /^(?:\t|[^\p{Cc}\p{Cs}])*$/u;

/**
 * People typed one a line: `name <address>`, `name, address` (also with a semicolon or a tab) or an address alone,
 * whose first part then stands for the name. Empty lines are skipped.
 */
export function readInvitees(typed: string): ReadInvitees {
  const lines = typed
    .split(/\r\n|\r|\n/)
    .map((text, index) => ({ line: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '');
  const read = lines.map(({ line, text }) => readLine(line, text));
  const invitees = read.flatMap((one) => ('email' in one ? [one] : []));
  const twice = invitees
    .filter(({ email }, index) => invitees.findIndex((other) => sameAddress(other.email, email)) < index)
    .map(({ line, email }): InviteeProblem => ({ line, kind: 'twice', text: email }));
  const problems = [...read.flatMap((one) => ('kind' in one ? [one] : [])), ...twice];
  return { invitees, problems: problems.sort((left, right) => left.line - right.line) };
}

function readLine(line: number, text: string): Invitee | InviteeProblem {
  const problem = (kind: InviteeProblem['kind']): InviteeProblem => ({ line, kind, text });
  const marks = text.match(/@/g)?.length ?? 0;
  if (marks === 0) return problem('no-address');
  if (marks > 1) return problem('two-addresses');
  const { name, email } = partsOf(text);
  if (name.length > LONGEST_NAME || email.length > LONGEST_ADDRESS) return problem('long');
  if (!isWholeAddress(email) || !PLAIN.test(text)) return problem('broken-address');
  return { line, name: name === '' ? (email.split('@')[0] ?? email) : name, email };
}

function partsOf(text: string): { name: string; email: string } {
  const angled = /^(.*)<([^<>]*)>[,;]?$/.exec(text);
  if (angled !== null) return { name: plainName(angled[1] ?? ''), email: (angled[2] ?? '').trim() };
  const parts = text
    .split(/[,;\t]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const email = parts.find((part) => part.includes('@')) ?? '';
  return { name: plainName(parts.filter((part) => part !== email).join(' ')), email };
}

const plainName = (name: string): string => name.replace(/^[\s"',;]+|[\s"',;]+$/g, '').replace(/\s+/g, ' ');

const sameAddress = (left: string, right: string): boolean =>
  left.normalize('NFKC').toLowerCase() === right.normalize('NFKC').toLowerCase();
