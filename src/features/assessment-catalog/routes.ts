import type { Actor } from '../../core/person/person.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { emptyForm, type FormState } from '../../http/form-state.ts';
import { redirect, type PageReply, type Reply } from '../../http/reply.ts';
import type { Route } from '../../http/route.ts';
import { organisationRoute } from '../../http/routes-for.ts';
import { adoptAssessment } from './adopt-assessment.ts';
import { findPanelKeys } from './find-panel-keys.ts';
import { newRequisitionPage } from './pages.ts';
import { NewRequisitionRequest, type NewRequisition } from './requests.ts';

/** A new role adopts an assessment from the shelf. The only pages whose feature is given keys, and they show none. */
export function assessmentCatalogRoutes(deps: Deps, keys: KeyDeps): Route[] {
  async function show({ organisationId }: Actor, form: FormState): Promise<PageReply> {
    const panelKeys = await findPanelKeys(deps, keys.keyedForms, organisationId);
    return newRequisitionPage(keys.keyedForms, panelKeys, form);
  }

  async function create({ actor, body }: { actor: Actor; body: NewRequisition }): Promise<Reply> {
    const outcome = await adoptAssessment(deps, keys, actor, body);
    if (outcome.kind === 'no-such-assessment') {
      const problems = [{ field: 'assessmentId', message: 'Choose an assessment of the list.' }];
      return { ...(await show(actor, { values: body, problems })), status: 422 };
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
      handle: ({ actor }) => show(actor, emptyForm),
    }),
    organisationRoute('create-requisition', {
      method: 'post',
      path: '/requisitions/new',
      body: NewRequisitionRequest,
      handle: create,
      invalid: ({ actor, raw, problems }) => show(actor, { values: raw, problems }),
    }),
  ];
}
