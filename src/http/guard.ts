import type { Request } from 'express';
import { mayInOrganisation } from '../core/access/organisation-access.ts';
import { mayInRequisition } from '../core/access/requisition-access.ts';
import type { ApplicantId, AttemptId, RequisitionId } from '../core/kernel/ids.ts';
import type { Actor } from '../core/person/person.ts';
import { sha256 } from '../ops/secrets.ts';
import { CANDIDATE_COOKIE, readCookies } from './cookies.ts';
import { erasedReply } from './erased-reply.ts';
import type { HttpDeps } from './http-deps.ts';
import { forbidden, notFound, redirect, type Reply } from './reply.ts';
import { contextOf } from './request-context.ts';
import { sendAgainPage } from './send-again-page.ts';
import type { AccessRule, Granted } from './route.ts';

type Decision<Kind extends AccessRule['kind']> =
  | { readonly kind: 'granted'; readonly granted: Granted[Kind] }
  | { readonly kind: 'denied'; readonly reply: Reply };

/** Loads what a route is about and decides in one step, so that there is no object without a decision. */
export async function guard(
  deps: HttpDeps,
  rule: AccessRule,
  req: Request,
): Promise<Decision<AccessRule['kind']>> {
  if (rule.kind === 'candidate') return guardCandidate(deps, req);
  const actor = (req.user as Actor | undefined) ?? null;
  if (actor !== null) contextOf(req).actorId = actor.personId;
  if (rule.kind === 'public') return { kind: 'granted', granted: { actor } };
  if (actor === null) return { kind: 'denied', reply: signedOut(deps, req) };
  if (rule.kind === 'staff') return { kind: 'granted', granted: { actor } };
  if (rule.kind === 'organisation') {
    return mayInOrganisation(actor, rule.action) === 'allowed'
      ? { kind: 'granted', granted: { actor } }
      : { kind: 'denied', reply: forbidden };
  }
  return guardRequisition(deps, rule, actor, req);
}

async function guardRequisition(
  deps: HttpDeps,
  rule: AccessRule & { kind: 'requisition' },
  actor: Actor,
  req: Request,
): Promise<Decision<'requisition'>> {
  const unsafeId = String(req.params['requisitionId']) as RequisitionId;
  const requisition = await deps.findRequisition(actor.organisationId, unsafeId);
  if (requisition === null) return { kind: 'denied', reply: notFound };
  const access = mayInRequisition(actor, rule.action, requisition);
  if (access === 'allowed') {
    const changes = req.method !== 'GET' && req.method !== 'HEAD';
    if (changes && requisition.state === 'archived') return { kind: 'denied', reply: archived(unsafeId) };
    return { kind: 'granted', granted: { actor, requisition } };
  }
  return { kind: 'denied', reply: access === 'forbidden' ? forbidden : notFound };
}

/** Someone else's attempt, an unbound device and an attempt that does not exist look alike. */
async function guardCandidate(deps: HttpDeps, req: Request): Promise<Decision<'candidate'>> {
  const cookie = readCookies(req)[CANDIDATE_COOKIE];
  if (cookie === undefined) return { kind: 'denied', reply: unbound(deps, req) };
  const bindingHash = sha256(cookie);
  const attempt = await deps.findBoundAttempt(String(req.params['attemptId']) as AttemptId, bindingHash);
  if (attempt === null) return { kind: 'denied', reply: await withoutAttempt(deps, req, cookie) };
  return { kind: 'granted', granted: { attempt, bindingHash } };
}

/** The cookie names the applicant, so that a device that was writing learns of an erasure and clears its own copy. */
async function withoutAttempt(deps: HttpDeps, req: Request, cookie: string): Promise<Reply> {
  const applicantId = cookie.split('.')[1];
  const contact = applicantId === undefined ? null : await deps.findErased(applicantId as ApplicantId);
  if (contact === null) return unbound(deps, req);
  return erasedReply(String(req.params['attemptId']), contact, req.accepts(['html', 'json']) === 'json');
}

const archived = (id: RequisitionId): Reply => ({
  kind: 'refused',
  status: 409,
  heading: 'This role is archived',
  text: 'Nothing was changed. Everything in an archived role can be read, and nothing can be changed any more.',
  actions: [{ label: 'Look at the role', href: `/requisitions/${id}` }],
});

/** What was typed without a script is nowhere else: it comes back, to be sent again. */
function unbound({ config }: HttpDeps, req: Request): Reply {
  const sent = req.method === 'POST' && req.accepts(['html', 'json']) !== 'json';
  return (sent ? sendAgainPage(config.publicUrl, req, 'unbound') : null) ?? unboundDevice;
}

const unboundDevice: Reply = {
  kind: 'refused',
  status: 404,
  heading: 'Open your invitation link again',
  text: 'This device is not connected to a started assessment. Open the link from your invitation: it continues where you were. What was saved is kept, unless it was erased on request.',
};

/** What one of our pages sent after the session had ended comes back, so that nothing typed is lost. */
function signedOut({ config }: HttpDeps, req: Request): Reply {
  if (req.method !== 'POST') return redirect(signInAddress(req));
  if (req.accepts(['html', 'json']) === 'json')
    return { kind: 'json', status: 401, body: { error: 'signed-out' } };
  return sendAgainPage(config.publicUrl, req, 'signed-out') ?? redirect('/sign-in');
}

const signInAddress = ({ originalUrl }: Request): string =>
  originalUrl === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(originalUrl)}`;
