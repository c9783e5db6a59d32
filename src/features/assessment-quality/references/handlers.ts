import { mayInOrganisation } from '../../../core/access/organisation-access.ts';
import type { RequisitionId } from '../../../core/kernel/ids.ts';
import { LEAST_PEOPLE } from '../../../core/norms/tally-scores.ts';
import type { Actor } from '../../../core/person/person.ts';
import type { Deps } from '../../../deps.ts';
import { emptyForm, type FormState } from '../../../http/form-state.ts';
import { notFound, redirect, type Reply } from '../../../http/reply.ts';
import type { FieldProblem, RawFields } from '../../../http/route.ts';
import { findScope } from './find-scope.ts';
import { freezeConstants } from './freeze-constants.ts';
import { freezeNormGroup } from './freeze-norm-group.ts';
import { readReferences } from './read-references.ts';
import { referencesPage } from './references-page.ts';
import type { NormGroupForm } from './requests.ts';

interface About {
  readonly actor: Actor;
  readonly params: { readonly requisitionId: string };
}
type Again = About & { readonly raw: RawFields; readonly problems: readonly FieldProblem[] };

export function referenceHandlers(deps: Deps) {
  const { stores } = deps;
  const find = ({ actor, params }: About) =>
    stores.requisitions.find(actor.organisationId, params.requisitionId as RequisitionId);

  async function show(about: About, forms: { group: FormState; constants: FormState }): Promise<Reply> {
    const requisition = await find(about);
    if (requisition === null) return notFound;
    const found = await findScope(deps, requisition);
    const { organisationId } = about.actor;
    const references = await readReferences(deps, organisationId, found.scope.id);
    const evidence = await stores.standingCounts.countEvidence(found.members.flatMap(({ lists }) => lists));
    const complete = new Map(
      evidence
        .filter(({ kind }) => kind === 'complete')
        .map(({ requisitionId, count }) => [requisitionId, count]),
    );
    const may = mayInOrganisation(about.actor, 'freeze-references') === 'allowed';
    return referencesPage({ requisition, found, references, complete, may, forms });
  }

  const again = (about: About, group: FormState, constants: FormState) => show(about, { group, constants });
  const typed = ({ raw, problems }: Again): FormState => ({ values: raw, problems });
  const back = ({ requisitionId }: About['params'], text: string): Reply =>
    redirect(`/quality/${requisitionId}/references`, { kind: 'ok', text });

  return {
    show: (about: About) => again(about, emptyForm, emptyForm),
    groupAgain: (input: Again) => again(input, typed(input), emptyForm),
    constantsAgain: (input: Again) => again(input, emptyForm, typed(input)),

    async freezeGroup(input: About & { body: NormGroupForm }): Promise<Reply> {
      const requisition = await find(input);
      if (requisition === null) return notFound;
      const outcome = await freezeNormGroup(
        deps,
        input.actor,
        await findScope(deps, requisition),
        input.body,
      );
      if (outcome.kind === 'frozen') return back(input.params, 'The norm group is frozen.');
      const { name, description, roles, from, to } = input.body;
      const values = { name, description, roles, from: dayOf(from), to: dayOf(to) };
      const message = `Fewer than ${LEAST_PEOPLE} completed attempts have a score (${outcome.n} are complete). Tick more roles or widen the days.`;
      const shown = await again(input, { values, problems: [{ field: 'roles', message }] }, emptyForm);
      return shown.kind === 'page' ? { ...shown, status: 422 } : shown;
    },

    async freezeConstants(input: About & { body: { weightOfJudgment: number } }): Promise<Reply> {
      const requisition = await find(input);
      if (requisition === null) return notFound;
      const { weightOfJudgment: judgment } = input.body;
      const weights = { judgment, written: 100 - judgment };
      const outcome = await freezeConstants(deps, input.actor, await findScope(deps, requisition), weights);
      if (outcome.kind === 'frozen')
        return back(input.params, 'The constants are frozen. Reports show Overall.');
      const message =
        outcome.kind === 'too-few'
          ? `Only ${outcome.n} of ${LEAST_PEOPLE} completed attempts have both scores. Wait for more.`
          : 'All have the same score on one part, so there is nothing to measure differences by.';
      const form = {
        values: { weightOfJudgment: String(judgment) },
        problems: [{ field: 'weightOfJudgment', message }],
      };
      const shown = await again(input, emptyForm, form);
      return shown.kind === 'page' ? { ...shown, status: 422 } : shown;
    },
  };
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
