import type { Actor } from '../../core/person/person.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { emptyForm } from '../../http/form-state.ts';
import { redirect, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute } from '../../http/routes-for.ts';
import { adoptAssessment } from './adopt-assessment.ts';
import { newRequisitionPage } from './pages.ts';
import { NewRequisitionRequest, type NewRequisition } from './requests.ts';

/** A new role adopts an assessment from the shelf. The only pages whose feature is given keys, and they show none. */
export function assessmentCatalogRoutes(deps: Deps, keys: KeyDeps): Route[] {
  async function create({ actor, body }: { actor: Actor; body: NewRequisition }): Promise<Reply> {
    const outcome = await adoptAssessment(deps, keys, actor, body);
    if (outcome.kind === 'no-such-assessment') {
      const problems = [{ field: 'assessmentId', message: 'Choose an assessment of the list.' }];
      return { ...newRequisitionPage(keys.keyedForms, { values: body, problems }), status: 422 };
    }
    return redirect(`/requisitions/${outcome.requisitionId}`, {
      kind: 'ok',
      text: 'The role is a draft. Below is what it still needs before it can open.',
    });
  }

  return [
    organisationRoute('create-requisition', {
      method: 'get',
      path: '/requisitions/new',
      handle: () => Promise.resolve(newRequisitionPage(keys.keyedForms, emptyForm)),
    }),
    organisationRoute('create-requisition', {
      method: 'post',
      path: '/requisitions/new',
      body: NewRequisitionRequest,
      handle: create,
      invalid: ({ raw, problems }) =>
        Promise.resolve(newRequisitionPage(keys.keyedForms, { values: raw, problems })),
    }),
  ];
}
