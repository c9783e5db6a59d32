import { compareKeys, type KeyDifference } from '../../../core/expert-panel/compare-keys.ts';
import { countChanges, type ScoreChanges, type ScorePair } from '../../../core/expert-panel/count-changes.ts';
import { makePanelKey } from '../../../core/expert-panel/make-panel-key.ts';
import type { Key } from '../../../core/form/key.ts';
import type { IntakeId, KeyVersionId } from '../../../core/kernel/ids.ts';
import { adoptKey, type KeyTaken } from '../../../core/requisition/adopt-key.ts';
import type { Intake, Requisition } from '../../../core/requisition/requisition.ts';
import { judgmentScore } from '../../../core/scoring/judgment-score.ts';
import type { StandingPlace } from '../../../store/standing-store.ts';
import type { PanelDeps } from '../panel-deps.ts';
import type { Results } from './load-results.ts';

/** What publishing would do, in counts: nobody is named and no role either. */
export interface PublicationPreview {
  readonly differences: readonly KeyDifference[];
  /** The key before is a panel's as well. */
  readonly replacesPanel: boolean;
  readonly changes: ScoreChanges;
  /** There are more people than were counted. */
  readonly cut: boolean;
  readonly roles: Readonly<Record<KeyTaken['kind'], number>>;
}

const AT_ONCE = 250;
/** Enough to see how scores move, few enough to wait for. */
const MOST = 1000;

export async function previewPublication(deps: PanelDeps, results: Results): Promise<PublicationPreview> {
  const { panel, form, judged } = results;
  const { organisationId, formVersionId } = panel;
  const authorKey = await deps.keyVersions.get(organisationId, panel.authorKeyId);
  const published = await deps.stores.expertPanels.findPublished(organisationId, formVersionId);
  const before =
    published === null
      ? authorKey
      : await deps.keyVersions.get(organisationId, published.publication.keyVersionId);
  const key = makePanelKey(authorKey, panel, judged);
  const roles = await deps.stores.requisitions.listWithForm(organisationId, formVersionId);
  const pairs = await scorePairs(deps, results, key, roles);
  return {
    differences: compareKeys(form, before, key),
    replacesPanel: published !== null,
    changes: countChanges(pairs),
    cut: pairs.length >= MOST,
    roles: countRoles(deps, results, roles),
  };
}

function countRoles(
  { clock }: PanelDeps,
  { panel: { formVersionId }, judged }: Results,
  roles: readonly Requisition[],
): PublicationPreview['roles'] {
  const now = clock();
  const key = {
    formVersionId,
    // Stands for the key that is not there yet: no intake goes by it.
    keyVersionId: '' as KeyVersionId,
    panelKey: { experts: judged.counted, publishedAt: now },
    next: { id: '' as IntakeId, shuffleSeed: '', now },
  };
  const kinds = roles.filter(({ simulated }) => !simulated).map((role) => adoptKey(role, key).kind);
  const count = (kind: KeyTaken['kind']) => kinds.filter((one) => one === kind).length;
  return {
    switched: count('switched'),
    'next-intake': count('next-intake'),
    unaffected: count('unaffected'),
  };
}

/** Scores of people who finished, as they are and as they would be. */
async function scorePairs(
  deps: PanelDeps,
  { panel, form }: Results,
  key: Key,
  roles: readonly Requisition[],
): Promise<readonly ScorePair[]> {
  const pairs: ScorePair[] = [];
  for (const role of roles.filter(({ simulated }) => !simulated)) {
    for (const intake of role.intakes.filter(({ formVersionId }) => formVersionId === panel.formVersionId)) {
      for await (const { before, responses } of readScored(deps, role, intake)) {
        pairs.push({ before, after: judgmentScore({ form, key, responses }).score.value });
        if (pairs.length >= MOST) return pairs;
      }
    }
  }
  return pairs;
}

async function* readScored({ stores }: PanelDeps, role: Requisition, intake: Intake) {
  const { organisationId, id: requisitionId } = role;
  const list = {
    organisationId,
    requisitionId,
    intakeId: intake.id,
    rubricVersionId: intake.rubricVersionId,
  };
  let after: StandingPlace | null = null;
  for (;;) {
    const page: Awaited<ReturnType<typeof stores.standings.list>> = await stores.standings.list(
      list,
      AT_ONCE,
      after,
    );
    const ids = page.flatMap(({ attemptId, finishedAt }) =>
      attemptId === null || finishedAt === null ? [] : [attemptId],
    );
    const responses = await stores.attempts.listResponses(organisationId, requisitionId, ids);
    for (const { attemptId, judgment } of page) {
      const given = attemptId === null ? undefined : responses.get(attemptId);
      if (given !== undefined) yield { before: judgment.score.value, responses: given };
    }
    if (page.length < AT_ONCE) return;
    after = page.at(-1) ?? null;
  }
}
