import type { AdjustmentRequest } from '../../core/adjustment/adjustment-request.ts';
import type { AdjustmentRequestId, ApplicantId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { notFound, redirect, type Reply } from '../../http/reply.ts';
import { newId } from '../../ops/secrets.ts';
import type { ErasureTarget } from '../../store/erasure-store.ts';
import { applicantPage } from './applicant-page.ts';
import { describeAttempt } from './describe-attempt.ts';
import { loadCase } from './load-case.ts';
import { openForApplicant } from './open-for-applicant.ts';
import { queuePage, type FoundApplicant, type QueuedRequest } from './queue-page.ts';
import type { Find } from './requests.ts';

const MOST_OPEN = 50;
const MOST_RECENT = 20;
const MOST_OF_ONE = 100;
const GONE = 'A role that is gone';

interface AboutApplicant {
  readonly actor: Actor;
  readonly params: { readonly applicantId: string };
}

/** The queue, and the page of one applicant. */
export function queueHandlers(deps: Deps) {
  const { stores } = deps;

  async function describe(requests: readonly AdjustmentRequest[]): Promise<QueuedRequest[]> {
    const nowMs = deps.clock().getTime();
    const described = requests.map(async (request): Promise<QueuedRequest> => {
      const of = await loadCase(deps, request);
      if (of === null) return { request, roleTitle: GONE, attempt: '–' };
      const attempt = describeAttempt(of, nowMs);
      return { request, roleTitle: of.requisition.title, attempt };
    });
    return Promise.all(described);
  }

  async function find({ organisationId }: Actor, wanted: string): Promise<FoundApplicant[] | null> {
    if (wanted === '') return null;
    const targets = await stores.erasure.findTargets(organisationId, wanted);
    const active = targets.filter(({ state }) => state === 'active');
    const roles = await stores.requisitions.findTitles(
      organisationId,
      active.map(({ requisitionId }) => requisitionId),
    );
    return active.map((target) => ({ target, roleTitle: roles.get(target.requisitionId) ?? GONE }));
  }

  /** Somebody of another organisation is not there. */
  async function load({ actor, params }: AboutApplicant): Promise<ErasureTarget | null> {
    const target = await stores.erasure.findTarget(params.applicantId as ApplicantId);
    return target?.organisationId === actor.organisationId && target.state === 'active' ? target : null;
  }

  return {
    async queue({ actor, query }: { actor: Actor; query: Find }): Promise<Reply> {
      const { organisationId } = actor;
      const [open, newest] = await Promise.all([
        stores.adjustmentRequests.listOpen(organisationId, MOST_OPEN + 1),
        stores.adjustmentRequests.listNewest(organisationId, MOST_RECENT),
      ]);
      return queuePage({
        open: await describe(open.slice(0, MOST_OPEN)),
        more: open.length > MOST_OPEN,
        recent: await describe(newest.filter(({ state }) => state !== 'open')),
        find: query.find ?? '',
        found: await find(actor, query.find ?? ''),
        now: deps.clock(),
      });
    },

    async applicant(input: AboutApplicant & { query: { page?: number | undefined } }): Promise<Reply> {
      const target = await load(input);
      if (target === null) return notFound;
      const { organisationId, requisitionId, id: applicantId } = target;
      const about = { organisationId, requisitionId, applicantId };
      const of = await loadCase(deps, about);
      if (of === null) return notFound;
      return applicantPage({
        of,
        requests: await stores.adjustmentRequests.listOf(about, MOST_OF_ONE),
        kept: of.attempt === null ? [] : await stores.quarantine.list(of.attempt),
        page: input.query.page ?? 1,
        requestId: newId<string>(),
        now: deps.clock(),
      });
    },

    async open(input: AboutApplicant & { body: { request: string } }): Promise<Reply> {
      const target = await load(input);
      if (target === null) return notFound;
      const id = input.body.request as AdjustmentRequestId;
      await openForApplicant(deps, input.actor, target, id);
      return redirect(`/adjustments/requests/${id}`);
    },
  };
}
