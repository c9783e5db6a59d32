import { mayInRequisition } from '../../core/access/requisition-access.ts';
import type { Actor, Person } from '../../core/person/person.ts';
import type { PastRelease, Requisition } from '../../core/requisition/requisition.ts';
import { errorOf, summaryFor, textareaFor, textOf, type FormState } from '../../http/form-state.ts';
import type { Checkbox, DefinitionList } from '../../http/parts.ts';
import type { PageReply } from '../../http/reply.ts';
import { formatDate } from '../../presentation/format-date.ts';
import { judgmentWords } from './judgment-words.ts';
import { OVERTAKEN } from './page-frame.ts';
import { erasureWords, retentionWords } from './retention-words.ts';
import { STATE } from './words.ts';

interface OwnerRole {
  readonly actor: Actor;
  readonly requisition: Requisition;
  readonly people: readonly Person[];
  /** Judgment of this role rests on the key of an expert panel: nothing is kept back. */
  readonly panelKey: boolean;
  readonly now: Date;
}

/** One role as an owner answers for it: how long its applicants are kept, and whether Judgment is shown. */
export function ownerRolePage(role: OwnerRole, form: FormState, overtaken: boolean): PageReply {
  const { actor, requisition, people } = role;
  const { id, title, state, assessmentTitle, simulated } = requisition;
  const vm = {
    breadcrumb: {
      links: [
        { label: 'Settings', href: '/settings' },
        { label: 'Roles', href: '/settings/roles' },
      ],
      here: title,
    },
    header: { heading: title, sub: assessmentTitle, chips: [STATE[state]], buttons: [] },
    summary: summaryFor(form),
    overtaken: overtaken ? OVERTAKEN : null,
    facts: factsOf(role),
    open:
      mayInRequisition(actor, 'view', requisition) === 'allowed'
        ? { label: 'Open the role', href: `/requisitions/${id}` }
        : null,
    judgment: { ...judgmentWords(requisition, people), nothingToRelease: nothingToRelease(role) },
    action: `/settings/roles/${id}/judgment`,
    rev: String(requisition.rev),
    release: mayRelease(role) ? releaseFields(form) : null,
    withdraw: requisition.judgmentRelease !== null && state !== 'archived',
    past: requisition.pastReleases.map((past) => pastLine(past, people)),
  };
  return { kind: 'page', layout: 'staff', view: 'requisitions/owner-role', title, vm, simulated };
}

function factsOf({ requisition, people, now }: OwnerRole): DefinitionList {
  const { retention, members } = requisition;
  const names = people.filter(({ id }) => members.includes(id)).map(({ name }) => name);
  const line = (term: string, text: string, sub: string | null = null) => ({
    term,
    cell: { kind: 'text' as const, text, sub },
  });
  return {
    items: [
      line('Members', names.length === 0 ? 'Nobody' : names.join(', ')),
      line(
        'Applicants kept',
        retentionWords(retention),
        retention.kind === 'by-hand' ? retention.reason : null,
      ),
      line('Erasure', erasureWords(requisition, now) ?? 'Planned when the role is closed.'),
    ],
  };
}

function nothingToRelease({ requisition, panelKey }: OwnerRole): string | null {
  if (requisition.simulated) return 'Everything in this role is simulated, so Judgment is shown.';
  if (panelKey) return 'The key of this role comes from an expert panel, so Judgment is shown.';
  return requisition.state === 'archived' ? 'This role is archived and can only be read.' : null;
}

const mayRelease = (role: OwnerRole): boolean =>
  role.requisition.judgmentRelease === null && nothingToRelease(role) === null;

function releaseFields(form: FormState) {
  const understood: Checkbox = {
    id: 'understood',
    name: 'understood',
    label: 'I have read why it is kept back, and release it for this role',
    hint: null,
    error: errorOf(form, 'understood'),
    value: 'yes',
    checked: textOf(form, 'understood') === 'yes',
  };
  const reason = textareaFor(form, {
    name: 'reason',
    label: 'Reason',
    hint: 'At least 20 characters. It is recorded with your name; members and the auditor read it.',
    rows: 4,
  });
  return { reason, understood };
}

function pastLine({ reason, by, at, withdrawnBy, withdrawnAt }: PastRelease, people: readonly Person[]) {
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? 'an owner';
  return {
    text: `Released by ${nameOf(by)} on ${formatDate(at)}, withdrawn by ${nameOf(withdrawnBy)} on ${formatDate(withdrawnAt)}.`,
    reason: `Reason: ${reason}`,
  };
}
