import { mayInOrganisation } from '../../core/access/organisation-access.ts';
import type { Actor, Person } from '../../core/person/person.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import type { Cell } from '../../http/parts.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { panelKeyWords } from '../../presentation/panel-key-words.ts';

const AUTHOR_KEY = 'author key, awaiting expert panel';

/** Whether Judgment is shown on an author key; owners get the way to the page on which they decide. */
export function judgmentCell(actor: Actor, requisition: Requisition, people: readonly Person[]): Cell {
  const { text, sub } = judgmentWords(requisition, people);
  if (requisition.simulated || mayInOrganisation(actor, 'release-judgment') !== 'allowed') {
    return { kind: 'text', text, sub };
  }
  return { kind: 'link', text, href: `/settings/roles/${requisition.id}`, sub };
}

export function judgmentWords(
  requisition: Requisition,
  people: readonly Person[],
): { readonly text: string; readonly sub: string } {
  const { simulated, judgmentRelease } = requisition;
  const { panelKey } = currentIntake(requisition);
  if (panelKey !== null) return { text: 'Shown', sub: panelKeyWords(panelKey) };
  if (simulated) return { text: 'Shown, because everything here is simulated', sub: AUTHOR_KEY };
  if (judgmentRelease === null) {
    return {
      text: 'Kept back',
      sub: `${AUTHOR_KEY}; an owner may release it with a recorded reason`,
    };
  }
  const { by, at, reason } = judgmentRelease;
  const name = people.find(({ id }) => id === by)?.name ?? 'an owner';
  return {
    text: `Released by ${name} on ${formatDate(at)}`,
    sub: `${AUTHOR_KEY}. Reason: ${reason}`,
  };
}
