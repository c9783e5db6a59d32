import type { KeyedForm } from '../../content/keyed-forms.ts';
import type { AssessmentId, FormVersionId, OrganisationId } from '../../core/kernel/ids.ts';
import type { PanelKey } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';
import { contentId } from '../../ops/content-id.ts';

/** The assessments of the shelf whose present edition has the key of an expert panel of this organisation. */
export type PanelKeys = ReadonlyMap<AssessmentId, PanelKey>;

export async function findPanelKeys(
  { stores }: Deps,
  shelf: readonly KeyedForm[],
  organisationId: OrganisationId,
): Promise<PanelKeys> {
  const found = await Promise.all(
    shelf.map(async ({ form }): Promise<[AssessmentId, PanelKey][]> => {
      const formVersionId = contentId<FormVersionId>({ organisationId, form });
      const panel = await stores.expertPanels.findPublished(organisationId, formVersionId);
      if (panel === null) return [];
      const { experts, at } = panel.publication;
      return [[form.assessmentId, { experts, publishedAt: at }]];
    }),
  );
  return new Map(found.flat());
}
