import type { PersonId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import { raterPool } from '../../core/rating/rater-pool.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../http/route.ts';
import { conflictsPage, type DeclaredConflict } from './conflicts-page.ts';
import { declareConflict } from './declare-conflict.ts';
import type { DeclareConflict } from './requests.ts';

interface Base {
  readonly actor: Actor;
  readonly requisition: Requisition;
}

const MOST_SHOWN = 500;

/** What members of a role know about raters and applicants before anything is given out. */
export function conflictHandlers(deps: Deps) {
  const { stores } = deps;

  async function show(requisition: Requisition, form: FormState): Promise<Reply> {
    const { organisationId, members } = requisition;
    const people = await stores.people.list(organisationId);
    const declared = await listDeclared(requisition, new Map(people.map(({ id, name }) => [id, name])));
    return conflictsPage({ requisition, pool: raterPool(people, members), declared, form });
  }

  async function listDeclared(
    { organisationId, id }: Requisition,
    names: ReadonlyMap<PersonId, string>,
  ): Promise<readonly DeclaredConflict[]> {
    const conflicts = await stores.ratingConflicts.listOfRole(organisationId, id, MOST_SHOWN);
    const applicantIds = [...new Set(conflicts.map(({ applicantId }) => applicantId))];
    const applicants = await stores.applicants.findMany(organisationId, id, applicantIds);
    const labels = new Map(applicants.map((applicant) => [applicant.id, applicant.label]));
    return conflicts.map(({ applicantId, raterId, declaredAt }) => ({
      rater: names.get(raterId) ?? 'A former rater',
      label: labels.get(applicantId) ?? 'somebody who is gone',
      declaredAt,
    }));
  }

  async function refuse(requisition: Requisition, form: FormState): Promise<Reply> {
    const page = await show(requisition, form);
    return page.kind === 'page' ? { ...page, status: 422 } : page;
  }

  return {
    show: ({ requisition }: Base): Promise<Reply> => show(requisition, emptyForm),

    async declare({ actor, requisition, body }: Base & { body: DeclareConflict }): Promise<Reply> {
      const { organisationId, id: requisitionId, members } = requisition;
      const wrong = (field: string, message: string) =>
        refuse(requisition, { values: body, problems: [{ field, message }] });
      const pool = raterPool(await stores.people.list(organisationId), members);
      const rater = pool.find(({ id }) => id === body.rater);
      if (rater === undefined) return wrong('rater', 'Choose a rater from the list.');
      const applicant = await stores.applicants.findByLabel(organisationId, requisitionId, body.label);
      if (applicant === null)
        return wrong('label', 'Nobody in this role has this label. Look it up in the list.');
      const about = { organisationId, requisitionId, applicantId: applicant.id, raterId: rater.id };
      const declared = await declareConflict(deps, actor, about);
      void deps.relay.soon();
      return redirect(
        `/requisitions/${requisitionId}/rating/conflicts`,
        declared
          ? { kind: 'ok', text: `${rater.name} gets nothing of ${applicant.label}.` }
          : { kind: 'warn', text: 'That was declared before.' },
      );
    },

    declareAgain: ({
      requisition,
      raw,
      problems,
    }: Base & { raw: RawFields; problems: readonly FieldProblem[] }): Promise<Reply> =>
      show(requisition, { values: raw, problems }),
  };
}
