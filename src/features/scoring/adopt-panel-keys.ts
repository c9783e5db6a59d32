import type { ExpertPanel, KeyAdoption } from '../../core/expert-panel/expert-panel.ts';
import type { IntakeId, RequisitionId } from '../../core/kernel/ids.ts';
import { adoptKey } from '../../core/requisition/adopt-key.ts';
import { systemEvent } from '../../ops/new-event.ts';
import { newId } from '../../ops/secrets.ts';
import { refreshStanding } from './refresh-standing.ts';
import type { ScoringDeps } from './scoring-deps.ts';

const PAGE = 50;
const SIDE_BY_SIDE = 10;
const MOST_PANELS = 20;

/** Lets roles take over the keys that panels have published, and computes the scores that follow from it. */
export async function adoptPanelKeys(deps: ScoringDeps): Promise<void> {
  for (const panel of await deps.stores.expertPanels.listAdopting(MOST_PANELS)) {
    try {
      await goOn(deps, panel);
    } catch (error) {
      deps.logger.error({ err: error, panelId: panel.id }, 'a panel key could not be taken over');
    }
  }
}

/** Remembers after every portion how far it came; whoever comes second finds it done, or goes on from there. */
async function goOn(deps: ScoringDeps, panel: ExpertPanel): Promise<void> {
  let seen = panel;
  while (seen.adoption !== null) {
    const { left, walkedTo } = seen.adoption;
    const adoption =
      left === null
        ? nextRole(await switchRoles(deps, seen))
        : await bringUpToDate(deps, seen, left, walkedTo);
    if ((await deps.stores.expertPanels.change(seen, { adoption }, [])) !== 'changed') return;
    seen = { ...seen, adoption, rev: seen.rev + 1 };
  }
}

const nextRole = (left: readonly RequisitionId[]): KeyAdoption | null =>
  left.length === 0 ? null : { left, walkedTo: '' };

/** Changes the intakes of every role with the form; returns the roles in which people go by the key now. */
async function switchRoles(deps: ScoringDeps, panel: ExpertPanel): Promise<readonly RequisitionId[]> {
  const { organisationId, formVersionId, publication } = panel;
  if (publication === null) throw new Error(`panel ${panel.id} has published nothing`);
  const roles = await deps.stores.requisitions.listWithForm(organisationId, formVersionId);
  for (const { id } of roles) await switchRole(deps, panel, publication, id);
  const now = await deps.stores.requisitions.listWithForm(organisationId, formVersionId);
  return now
    .filter(({ intakes }) => intakes.some(({ keyVersionId }) => keyVersionId === publication.keyVersionId))
    .map(({ id }) => id);
}

async function switchRole(
  { stores, clock }: ScoringDeps,
  { organisationId, formVersionId }: ExpertPanel,
  { keyVersionId, experts, at }: NonNullable<ExpertPanel['publication']>,
  requisitionId: RequisitionId,
): Promise<void> {
  for (;;) {
    const role = await stores.requisitions.find(organisationId, requisitionId);
    if (role === null) return;
    const now = clock();
    const taken = adoptKey(role, {
      ...{ formVersionId, keyVersionId, panelKey: { experts, publishedAt: at } },
      next: { id: newId<IntakeId>(), shuffleSeed: newId(), now },
    });
    if (taken.kind === 'unaffected') return;
    const event = systemEvent({
      ...{ type: 'panel-key-adopted', at: now, organisationId },
      facts: { requisitionId, keyVersionId, for: taken.kind === 'switched' ? 'everybody' : 'next-intake' },
    });
    if ((await stores.requisitions.change(role, { intakes: taken.intakes }, [event])) === 'changed') return;
  }
}

async function bringUpToDate(
  deps: ScoringDeps,
  { organisationId }: ExpertPanel,
  left: readonly RequisitionId[],
  walkedTo: string,
): Promise<KeyAdoption | null> {
  const [requisitionId, ...others] = left;
  if (requisitionId === undefined) return null;
  const page = await deps.stores.erasure.listActive(organisationId, requisitionId, walkedTo, PAGE);
  for (let at = 0; at < page.length; at += SIDE_BY_SIDE) {
    const together = page.slice(at, at + SIDE_BY_SIDE);
    await Promise.all(
      together.map(({ id: applicantId }) =>
        refreshStanding(deps, { organisationId, requisitionId, applicantId }),
      ),
    );
  }
  const last = page.length < PAGE ? undefined : page.at(-1);
  return last === undefined ? nextRole(others) : { left, walkedTo: last.label };
}
