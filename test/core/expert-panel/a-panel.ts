import type { ExpertPanel, PanelExpert } from '../../../src/core/expert-panel/expert-panel.ts';
import type {
  AssessmentId,
  ExpertPanelId,
  FormVersionId,
  KeyVersionId,
  OrganisationId,
  PanelExpertId,
  PersonId,
} from '../../../src/core/kernel/ids.ts';

export const at = new Date('2026-11-20T10:00:00Z');

export function aPanel(over: Partial<ExpertPanel> = {}): ExpertPanel {
  return {
    id: 'panel' as ExpertPanelId,
    organisationId: 'organisation' as OrganisationId,
    assessmentId: 'test-assessment' as AssessmentId,
    assessmentTitle: 'Test assessment',
    formVersionId: 'form' as FormVersionId,
    authorKeyId: 'author-key' as KeyVersionId,
    needed: 6,
    closesAt: at,
    state: 'closed',
    createdBy: 'owner' as PersonId,
    createdAt: at,
    closedAt: at,
    leftOut: [],
    publication: null,
    adoption: null,
    rev: 0,
    ...over,
  };
}

/** An expert who handed in what they gave to each option of each situation. */
export function anExpert(
  id: string,
  rated: Readonly<Record<string, Readonly<Record<string, number>>>>,
): PanelExpert {
  return {
    id: id as PanelExpertId,
    organisationId: 'organisation' as OrganisationId,
    panelId: 'panel' as ExpertPanelId,
    linkVersion: 0,
    state: 'handed-in',
    background: { relation: 'does-it', years: 3 },
    agreedAt: at,
    situations: Object.fromEntries(
      Object.entries(rated).map(([item, ratings]) => [item, { rev: 1, ratings }]),
    ),
    handedInAt: at,
  };
}
