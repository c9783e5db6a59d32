import { linkExpiry } from '../../../core/applicant/link-expiry.ts';
import type { Form } from '../../../core/form/form.ts';
import type { OrganisationId } from '../../../core/kernel/ids.ts';
import { currentIntake, type Requisition } from '../../../core/requisition/requisition.ts';
import { USUAL_RETENTION } from '../../../core/requisition/retention.ts';
import type { Deps } from '../../../deps.ts';
import type { ShownInvitation } from '../find-invitation.ts';
import type { Preview } from './preview-sitting.ts';

/** What people who are invited to this role now will see. */
export async function previewOfRole(deps: Deps, requisition: Requisition): Promise<Preview> {
  const { organisationId, id } = requisition;
  const { formVersionId, panelKey } = currentIntake(requisition);
  const form = await deps.stores.formVersions.get(organisationId, formVersionId);
  const byPanel = panelKey !== null;
  const leave = `/requisitions/${id}`;
  return preview(deps, { root: `${leave}/preview`, leave, organisationId, form, requisition, byPanel });
}

/** An assessment of the shelf, with the rules that a new role begins with; null where there is none of that id. */
export async function findPreviewOfShelf(
  deps: Deps,
  organisationId: OrganisationId,
  assessmentId: string,
): Promise<Preview | null> {
  const form = deps.forms.find((one) => one.assessmentId === assessmentId);
  if (form === undefined) return null;
  const requisition = {
    title: form.title,
    timeMode: { kind: 'timed', noLimitAllowed: true },
    revealAt: 'shortlist',
    retention: USUAL_RETENTION,
    simulated: false,
    confirmation: null,
  } as const;
  const root = `/assessments/${assessmentId}/preview`;
  return preview(deps, {
    root,
    leave: '/requisitions/new',
    organisationId,
    form,
    requisition,
    byPanel: false,
  });
}

interface Found extends Pick<Preview, 'root' | 'leave'> {
  readonly organisationId: OrganisationId;
  readonly form: Form;
  readonly requisition: ShownInvitation['requisition'];
  readonly byPanel: boolean;
}

async function preview(
  deps: Deps,
  { root, leave, organisationId, form, requisition, byPanel }: Found,
): Promise<Preview> {
  const organisation = await deps.stores.organisations.find(organisationId);
  if (organisation === null) throw new Error(`organisation ${organisationId} is gone`);
  const now = deps.clock();
  const beginUntil = linkExpiry(now);
  const invitation = { requisition, organisation, form, byPanel, attempt: null, beginUntil };
  return { root, leave, now, invitation };
}
