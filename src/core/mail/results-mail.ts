import type { ComposedMail, Envelope } from './compose-mail.ts';
import type { DecisionLetter } from './decision-letter.ts';
import { mailBodies } from './mail-bodies.ts';
import type { Block } from './mail-words.ts';
import { plainLine } from './plain-line.ts';

type ResultsMail = Omit<DecisionLetter, 'message' | 'link'> & { readonly link: string };

/** Says that results can be read, and nothing of them: a mail may be read by others than the person. */
export function composeResultsMail(
  { name, organisation, roleTitle, link, contact }: ResultsMail,
  { mailId, host, address }: Envelope,
): ComposedMail {
  const [from, title] = [plainLine(organisation), plainLine(roleTitle)];
  const say = (text: string): Block => ({ kind: 'text', text });
  const blocks: readonly Block[] = [
    say(`Hello ${plainLine(name)},`),
    say(`${from} has put what people saw in your responses on your page, for the role “${title}”.`),
    say('It says it level by level, with your own words, and has no rank, no pass and no fail.'),
    { kind: 'link', label: 'Read your results', href: link },
    say(`Do you have a question? Write to ${plainLine(contact.name)}: ${plainLine(contact.email)}`),
    say(from),
  ];
  return {
    messageId: `<${mailId}@${host}>`,
    from: { name: from, address: plainLine(contact.email) },
    to: { name: plainLine(name), address: plainLine(address) },
    subject: `Your results are there: ${title} at ${from}`,
    ...mailBodies(blocks),
  };
}
