import type { ComposedMail, Envelope } from './compose-mail.ts';
import { mailBodies } from './mail-bodies.ts';
import type { Block } from './mail-words.ts';
import { plainLine } from './plain-line.ts';

/** What an applicant is told about the decision, with what stands around the words of whoever decided. */
export interface DecisionLetter {
  readonly name: string;
  readonly organisation: string;
  readonly roleTitle: string;
  /** As it was typed: paragraphs, parted by empty lines. */
  readonly message: string;
  /** Null where the letter does not go out by mail: links are not for everybody who decides. */
  readonly link: string | null;
  readonly contact: { readonly name: string; readonly email: string };
}

/** The letter ready to be sent; the same mail has the same Message-ID however often it is tried. */
export function composeLetter(letter: DecisionLetter, { mailId, host, address }: Envelope): ComposedMail {
  return {
    messageId: `<${mailId}@${host}>`,
    from: { name: plainLine(letter.organisation), address: plainLine(letter.contact.email) },
    to: { name: plainLine(letter.name), address: plainLine(address) },
    ...previewLetter(letter),
  };
}

/** Word for word what the applicant gets. */
export const previewLetter = (letter: DecisionLetter): Pick<ComposedMail, 'subject' | 'text' | 'html'> => ({
  subject: `About your application: ${plainLine(letter.roleTitle)} at ${plainLine(letter.organisation)}`,
  ...mailBodies(blocksOf(letter)),
});

function blocksOf({
  name,
  organisation,
  roleTitle,
  message,
  link,
  contact,
}: DecisionLetter): readonly Block[] {
  const say = (text: string): Block => ({ kind: 'text', text });
  const from = plainLine(organisation);
  return [
    say(`Hello ${plainLine(name)},`),
    say(`${from} writes to you about the role “${plainLine(roleTitle)}”.`),
    ...paragraphsOf(message).map(say),
    link === null
      ? say('You can also read this by the link of your test.')
      : { kind: 'link', label: 'You can also read this here', href: link },
    say(`Do you have a question? Write to ${plainLine(contact.name)}: ${plainLine(contact.email)}`),
    say(from),
  ];
}

/** Lines stay lines; nothing in them can change the lines around them. */
export const paragraphsOf = (message: string): readonly string[] =>
  message
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map(plainLine).join('\n').trim())
    .filter((paragraph) => paragraph !== '');
