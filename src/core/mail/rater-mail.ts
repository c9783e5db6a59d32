import type { ComposedMail, Envelope } from './compose-mail.ts';
import { mailBodies } from './mail-bodies.ts';
import type { RaterMailKind } from './mail.ts';
import type { Block } from './mail-words.ts';
import { plainLine } from './plain-line.ts';

/** Everything a rater is told by mail: how much waits in which role, and nothing about anybody who wrote it. */
export interface RaterMailContent {
  readonly kind: RaterMailKind;
  readonly name: string;
  readonly organisation: string;
  readonly roleTitle: string;
  /** Responses of the role that are theirs and not handed in, or that they may take. */
  readonly responses: number;
  /** The first day by which some of them should be handed in; null where nobody set one. */
  readonly dueAt: Date | null;
  readonly link: string;
  readonly contact: { readonly name: string; readonly email: string };
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

export const composeRaterMail = (
  content: RaterMailContent,
  { mailId, host, address }: Envelope,
): ComposedMail => ({
  messageId: `<${mailId}@${host}>`,
  from: { name: plainLine(content.organisation), address: plainLine(content.contact.email) },
  to: { name: plainLine(content.name), address: plainLine(address) },
  subject: subjectOf(content),
  ...mailBodies(blocksOf(content)),
});

const roleOf = ({ roleTitle }: RaterMailContent): string => plainLine(roleTitle);
const countOf = ({ responses }: RaterMailContent): string =>
  `${responses} ${responses === 1 ? 'response' : 'responses'}`;

const SUBJECTS: Readonly<Record<RaterMailKind, string>> = {
  'rating-given': 'Responses to rate',
  'rating-due': 'Please hand in your ratings',
  'rating-waiting': 'Responses wait for a rater',
};
const subjectOf = (content: RaterMailContent): string => `${SUBJECTS[content.kind]}: ${roleOf(content)}`;

function saysOf(content: RaterMailContent): string {
  const verb = content.responses === 1 ? 'is' : 'are';
  const what = `${countOf(content)} of the role “${roleOf(content)}” ${verb}`;
  switch (content.kind) {
    case 'rating-given':
      return `${what} yours to rate.`;
    case 'rating-due':
      return `${what} not handed in yet.`;
    case 'rating-waiting':
      return `${what} free to take. Whoever takes them first rates them.`;
  }
}

const othersOf = ({ kind }: RaterMailContent): string =>
  kind === 'rating-waiting'
    ? 'If you have no time, do nothing: other raters are told as well.'
    : 'If you know somebody who wrote one of them, or cannot rate them in time, hand them back there: other people rate them instead.';

function blocksOf(content: RaterMailContent): readonly Block[] {
  const { name, organisation, dueAt, link, contact } = content;
  const say = (text: string): Block => ({ kind: 'text', text });
  return [
    say(`Hello ${plainLine(name)},`),
    say(saysOf(content)),
    ...(dueAt === null
      ? []
      : [
          say(`They should be handed in by ${DAY.format(dueAt)}. Nothing is taken away when the day passes.`),
        ]),
    { kind: 'link', label: 'Sign in and open your list', href: link },
    say(othersOf(content)),
    say(`Do you have a question? Write to ${plainLine(contact.name)}: ${plainLine(contact.email)}`),
    say(plainLine(organisation)),
  ];
}
