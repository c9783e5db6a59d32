import { mayInRequisition } from '../../../core/access/requisition-access.ts';
import type { BulkPerson, BulkWish } from '../../../core/applicant/bulk-action.ts';
import type { ApplicantId } from '../../../core/kernel/ids.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { Deps } from '../../../deps.ts';
import { emptyForm, textOf, type FormState } from '../../../http/form-state.ts';
import { intakeGone } from '../../../http/intake-gone.ts';
import { forbidden, notFound, redirect, type PageReply, type Reply } from '../../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../../http/route.ts';
import { newId } from '../../../ops/secrets.ts';
import { actionPage } from './action-page.ts';
import { bulkPage } from './bulk-page.ts';
import { confirmAction, undoOf } from './confirm-action.ts';
import { findRecent } from './recent-actions.ts';
import type { BulkForm, SelectionRequest } from './requests.ts';
import { MOST_AT_ONCE, selectByIds, selectPeople, type Selection } from './select-people.ts';

interface About {
  readonly actor: Actor;
  readonly requisition: Requisition;
}
type OfOne = About & { readonly params: { readonly bulkActionId: string } };

const MOST_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

export function bulkHandlers(deps: Deps) {
  const page = async (
    { actor, requisition }: About,
    selection: Selection,
    form: FormState,
    id: string,
  ): Promise<PageReply> => {
    const recent = await findRecent(deps, requisition);
    const mail = requisition.simulated ? 'simulated' : deps.mailer === null ? 'off' : 'on';
    return bulkPage({ actor, requisition, selection, id, mail, form, recent });
  };

  async function again(
    about: About & { raw: RawFields; problems: readonly FieldProblem[] },
  ): Promise<PageReply> {
    const form = { values: about.raw, problems: about.problems };
    const ids = textOf(form, 'applicants').split(' ') as ApplicantId[];
    const id = textOf(form, 'id');
    const selection = await selectByIds(deps, about.requisition, ids);
    return page(about, selection, form, id.length === 22 ? id : newId());
  }

  const find = ({ requisition: { organisationId, id }, params }: OfOne) =>
    deps.stores.bulkActions.find(organisationId, id, params.bulkActionId);

  const toAction = ({ id }: Requisition, bulkActionId: string): Reply =>
    redirect(`/requisitions/${id}/bulk-actions/${bulkActionId}`);

  return {
    async preview(input: About & { query: SelectionRequest }): Promise<Reply> {
      const gone = intakeGone(input.requisition, input.query.intake);
      if (gone !== null) return gone;
      const selection = await selectPeople(deps, input.actor, input.requisition, input.query);
      return page(input, selection, emptyForm, newId());
    },

    async confirm(input: About & { body: BulkForm }): Promise<Reply> {
      const { actor, requisition, body } = input;
      const mayInvite = mayInRequisition(actor, 'invite', requisition) === 'allowed';
      if (body.kind !== 'move' && !mayInvite) return forbidden;
      const wish = wishOf(body, deps.clock());
      if (wish === null) {
        const raw = { ...body, applicants: body.applicants.join(' ') };
        const problems = [{ field: 'until', message: UNTIL }];
        return { ...(await again({ ...input, raw, problems })), status: 422 };
      }
      const people = await findPeople(deps, requisition, body.applicants);
      await confirmAction(deps, actor, requisition, { id: body.id, wish, people });
      return toAction(requisition, body.id);
    },

    again,

    async show(input: OfOne): Promise<Reply> {
      const action = await find(input);
      return action === null ? notFound : actionPage(input.requisition, action);
    },

    async undo(input: OfOne): Promise<Reply> {
      const action = await find(input);
      if (action === null) return notFound;
      const undo = undoOf(action);
      if (undo === null) return toAction(input.requisition, action.id);
      await confirmAction(deps, input.actor, input.requisition, undo);
      return toAction(input.requisition, undo.id);
    },
  };
}

/** Also who was erased since the page was seen, so that the action can say so. */
async function findPeople(
  { stores }: Deps,
  { organisationId, id }: Requisition,
  ids: readonly ApplicantId[],
): Promise<readonly BulkPerson[]> {
  const found = await stores.applicants.findMany(organisationId, id, ids.slice(0, MOST_AT_ONCE));
  return found
    .toSorted((left, right) => (left.label < right.label ? -1 : 1))
    .map(({ id: applicantId, label, stage }) => ({ applicantId, label, stage }));
}

const UNTIL = `Choose a day that is not over, within the next ${MOST_DAYS} days.`;

/** Null where the day does not do. */
function wishOf(body: BulkForm, now: Date): BulkWish | null {
  if (body.kind === 'move') return { kind: 'move', to: body.to, reason: body.reason };
  if (body.kind !== 'extend') return { kind: body.kind };
  const until = new Date(`${body.until}T23:59:59.999Z`);
  const days = (until.getTime() - now.getTime()) / DAY_MS;
  return days > 0 && days <= MOST_DAYS + 1 ? { kind: 'extend', until } : null;
}
