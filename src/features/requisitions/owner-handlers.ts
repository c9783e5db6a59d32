import type { RequisitionId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { releaseJudgment } from '../../core/requisition/release-judgment.ts';
import { currentIntake, type Requisition } from '../../core/requisition/requisition.ts';
import { withdrawRelease } from '../../core/requisition/withdraw-release.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { notFound, redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { changeRequisition } from './change-requisition.ts';
import { ownerListPage } from './owner-list-page.ts';
import { ownerRolePage } from './owner-role-page.ts';
import { rereadRole } from './read-role.ts';
import type { Release } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly params: { readonly requisitionId: string };
}
type Withdrawal = About & { readonly body: { readonly rev: number } };

const ON_A_PAGE = 50;

const REFUSALS = {
  'released-before': 'Judgment of this role was released already.',
  'not-released': 'Judgment of this role is kept back already.',
  simulated: 'Everything in this role is simulated: Judgment is shown anyway.',
  archived: 'An archived role can only be read.',
} as const;

/** Every role of the organisation for its owners, and the release of Judgment. */
export function ownerHandlers(deps: Deps) {
  /** A role of another organisation is not there. */
  const find = ({ actor, params }: About): Promise<Requisition | null> =>
    deps.stores.requisitions.find(actor.organisationId, params.requisitionId as RequisitionId);

  async function show(
    actor: Actor,
    requisition: Requisition,
    form: FormState,
    overtaken = false,
  ): Promise<PageReply> {
    const { organisationId, id } = requisition;
    const intake = currentIntake(requisition);
    const { rubricVersionId } = intake;
    const list = { organisationId, requisitionId: id, intakeId: intake.id, rubricVersionId };
    const [people, standings] = await Promise.all([
      deps.stores.people.list(organisationId),
      deps.stores.standings.list(list, 1, null),
    ]);
    const panelKey = intake.panelKey !== null || standings[0]?.judgment.keyStatus === 'panel';
    return ownerRolePage({ actor, requisition, people, panelKey, now: deps.clock() }, form, overtaken);
  }

  /** What was typed beside what somebody else stored meanwhile. */
  async function showOvertaken(actor: Actor, seen: Requisition, form: FormState): Promise<Reply> {
    return { ...(await show(actor, await rereadRole(deps, seen), form, true)), status: 409 };
  }

  async function release(input: About & { body: Release }): Promise<Reply> {
    const { actor, body } = input;
    const requisition = await find(input);
    if (requisition === null) return notFound;
    const form = { values: { reason: body.reason }, problems: [] };
    if (requisition.rev !== body.rev) return showOvertaken(actor, requisition, form);
    const release = { reason: body.reason, by: actor.personId, at: deps.clock() };
    const outcome = releaseJudgment(requisition, release);
    const here = `/settings/roles/${requisition.id}`;
    if (outcome.kind !== 'released') return redirect(here, { kind: 'warn', text: REFUSALS[outcome.kind] });
    const changed = await changeRequisition(deps, {
      actor,
      requisition,
      rev: body.rev,
      type: 'judgment-released',
      changes: outcome.changes,
    });
    if (changed === 'changed-meanwhile') return showOvertaken(actor, requisition, form);
    return redirect(here, {
      kind: 'ok',
      text: 'Judgment is shown now, and says that it rests on an author key.',
    });
  }

  async function withdraw(input: Withdrawal): Promise<Reply> {
    const { actor, body } = input;
    const requisition = await find(input);
    if (requisition === null) return notFound;
    if (requisition.rev !== body.rev) return showOvertaken(actor, requisition, emptyForm);
    const outcome = withdrawRelease(requisition, actor.personId, deps.clock());
    const here = `/settings/roles/${requisition.id}`;
    if (outcome.kind !== 'withdrawn') return redirect(here, { kind: 'warn', text: REFUSALS[outcome.kind] });
    const changed = await changeRequisition(deps, {
      actor,
      requisition,
      rev: body.rev,
      type: 'judgment-release-withdrawn',
      changes: outcome.changes,
    });
    if (changed === 'changed-meanwhile') return showOvertaken(actor, requisition, emptyForm);
    return redirect(here, { kind: 'ok', text: 'Judgment is kept back again. The release stays on record.' });
  }

  return {
    async list({ actor, query }: { actor: Actor; query: { before?: Date | undefined } }): Promise<Reply> {
      const before = query.before ?? null;
      const found = await deps.stores.requisitions.listOfOrganisation(
        actor.organisationId,
        before,
        ON_A_PAGE + 1,
      );
      return ownerListPage({
        requisitions: found.slice(0, ON_A_PAGE),
        older: found.length > ON_A_PAGE,
        newest: before === null,
        now: deps.clock(),
      });
    },

    async show(about: About): Promise<Reply> {
      const requisition = await find(about);
      return requisition === null ? notFound : show(about.actor, requisition, emptyForm);
    },

    release,
    async releaseAgain(input: About & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> {
      const requisition = await find(input);
      if (requisition === null) return notFound;
      return show(input.actor, requisition, { values: input.raw, problems: input.problems });
    },
    withdraw,
  };
}
