import { invitationState, type InvitationState } from '../../core/applicant/invitation-state.ts';
import type { ApplicantMail } from '../../core/mail/mail.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { makeLinkToken } from '../../ops/link-token.ts';
import type { Invitation } from '../../store/applicant-model.ts';
import type { Place } from './requests.ts';

const ON_A_PAGE = 50;
/** Lists of people who need something are short and have one page. */
const MOST_ALIKE = 100;

/** One line of the invitation page. No applicant id, label, level or figure: names stand alone. */
export interface InvitationLine extends Omit<Invitation, 'applicantId' | 'linkVersion'> {
  readonly state: InvitationState;
  /** Null where no link works any more. */
  readonly link: string | null;
  /** The newest mail to this person. */
  readonly mail: ApplicantMail | null;
}

export interface InvitationList {
  readonly lines: readonly InvitationLine[];
  /** The invitation after which the next page begins; null on the last. */
  readonly next: string | null;
  /** How many people's mail failed for good, on all pages. */
  readonly failed: number;
  readonly place: Place;
}

export async function listInvitations(
  deps: Deps,
  actor: Actor,
  requisition: Requisition,
  place: Place,
): Promise<InvitationList> {
  const { organisationId } = actor;
  const [found, failed] = await Promise.all([
    find(deps, requisition, place),
    deps.stores.mailOutbox.countFailed(organisationId, requisition.id),
  ]);
  const page = found.slice(0, showsAll(place) ? ON_A_PAGE : MOST_ALIKE);
  const lines = await linesOf(deps, requisition, page);
  const next = page.length < found.length ? (page.at(-1)?.invitationId ?? null) : null;
  return { lines, next, failed, place };
}

const showsAll = ({ mail, link }: Place): boolean => mail === undefined && link === undefined;

function find(deps: Deps, requisition: Requisition, place: Place): Promise<Invitation[]> {
  if (place.mail === 'failed') return findFailed(deps, requisition);
  const { organisationId, id } = requisition;
  if (place.link === 'asked') return deps.stores.applicants.listAskingForLink(organisationId, id, MOST_ALIKE);
  return findPage(deps, requisition, place);
}

async function findPage(
  { stores }: Deps,
  { organisationId, id }: Requisition,
  { after }: Place,
): Promise<Invitation[]> {
  const before =
    after === undefined ? null : await stores.applicants.findInvitation(organisationId, id, after);
  return stores.applicants.listInvitations(organisationId, id, ON_A_PAGE + 1, before);
}

async function findFailed({ stores }: Deps, { organisationId, id }: Requisition): Promise<Invitation[]> {
  const ids = await stores.mailOutbox.listFailed(organisationId, id, MOST_ALIKE);
  return stores.applicants.listInvitationsOf(organisationId, id, ids);
}

/** One person alone: the line that pages show, and what changing them needs. Null where there is nobody. */
export async function findInvited(
  deps: Deps,
  requisition: Requisition,
  invitationId: string,
): Promise<{ readonly invitation: Invitation; readonly line: InvitationLine } | null> {
  const { organisationId, id } = requisition;
  const invitation = await deps.stores.applicants.findInvitation(organisationId, id, invitationId);
  if (invitation === null) return null;
  const [line] = await linesOf(deps, requisition, [invitation]);
  return line === undefined ? null : { invitation, line };
}

async function linesOf(
  deps: Deps,
  { organisationId, id }: Requisition,
  page: readonly Invitation[],
): Promise<readonly InvitationLine[]> {
  const ids = page.map(({ applicantId }) => applicantId);
  const [states, mails] = await Promise.all([
    deps.stores.attempts.listStates(organisationId, id, ids),
    deps.stores.mailOutbox.findNewest(organisationId, id, ids),
  ]);
  const now = deps.clock();
  return page.map(({ applicantId, linkVersion, ...contact }) => {
    const state = invitationState(contact, states.get(applicantId) ?? null, now);
    const token = makeLinkToken(deps.secret, 'invitation', { id: applicantId, version: linkVersion });
    const link = state === 'ended' ? null : `${deps.config.publicUrl}/i/${token}`;
    return { ...contact, state, link, mail: mails.get(applicantId) ?? null };
  });
}
