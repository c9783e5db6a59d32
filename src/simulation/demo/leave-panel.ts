import { keyedItem } from '../../core/scoring/keyed-item.ts';
import type { Key } from '../../core/form/key.ts';
import type { JudgmentItem } from '../../core/item/item.ts';
import { JOB_RELATIONS, type OptionRatings } from '../../core/expert-panel/expert-panel.ts';
import { judgmentItems } from '../../core/expert-panel/rateable-situations.ts';
import type { ItemId, PanelExpertId } from '../../core/kernel/ids.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps, KeyDeps } from '../../deps.ts';
import { inviteExperts } from '../../features/expert-panel/owner/invite-experts.ts';
import { setUpPanel } from '../../features/expert-panel/owner/set-up-panel.ts';
import type { PanelExpertStore, SeenExpert } from '../../store/panel-expert-store.ts';
import { createRandom } from '../random.ts';
import { DEMO_SEED } from './demo-courses.ts';

const ASSESSMENT = 'customer-conversations';
const DAY_MS = 86_400_000;
const NEEDED = 6;
const EXPERTS = 7;
/** Experts scatter around what the authors think, and far around what one option in four is worth. */
const SPREAD = 0.6;
const DISPUTED = { share: 0.25, spread: 1.9 };

/**
 * A panel of simulated experts. One who is needed has a situation left, and nobody closes a panel before: no key
 * comes of it unless a person rates, too.
 */
export async function leavePanel(deps: Deps, keys: KeyDeps, owner: Actor): Promise<void> {
  const { organisationId } = owner;
  const keyed = keys.keyedForms.find(({ form }) => form.assessmentId === ASSESSMENT);
  if (keyed === undefined) throw new Error(`${ASSESSMENT} is not on the shelf`);
  const panelDeps = { ...deps, ...keys };
  const lastDay = new Date(deps.clock().getTime() + 21 * DAY_MS);
  const made = await setUpPanel(panelDeps, owner, { assessmentId: ASSESSMENT, needed: NEEDED, lastDay });
  if (made.kind !== 'set-up') return;
  const panel = await deps.stores.expertPanels.find(organisationId, made.panelId);
  if (panel === null) throw new Error('the panel of the demo is gone');
  const numbers = Array.from({ length: EXPERTS }, (_, place) => place + 1);
  const lines = numbers.map((number) => `Simulated expert ${number}, expert-${number}@simulated.example`);
  await inviteExperts(panelDeps, owner, panel, lines.join('\n'));
  const invited = await keys.panelExperts.listInvited(organisationId, panel.id);
  const items = judgmentItems(keyed.form);
  const draw = drawRatings(keyed.key);
  const takingPart = invited.slice(0, NEEDED).map(({ id }, place) => {
    const rated = place === NEEDED - 1 ? items.slice(0, -1) : items;
    return {
      id,
      place,
      ratings: rated.map((item) => [item.id, draw(item)] as const),
      isDone: rated === items,
    };
  });
  await Promise.all(takingPart.map((one) => takePart(keys.panelExperts, one, deps.clock())));
}

interface TakingPart {
  readonly id: PanelExpertId;
  readonly place: number;
  readonly ratings: readonly (readonly [ItemId, OptionRatings])[];
  readonly isDone: boolean;
}

async function takePart(experts: PanelExpertStore, taking: TakingPart, at: Date): Promise<void> {
  const { id, place, ratings, isDone } = taking;
  const relation = JOB_RELATIONS[place % JOB_RELATIONS.length] ?? 'does-it';
  await experts.agree(await getExpert(experts, id), { relation, years: 3 + 2 * place }, at);
  const expert = await getExpert(experts, id);
  await Promise.all(
    ratings.map(([itemId, own]) =>
      experts.saveRatings(expert, itemId, { seen: 0, ratings: own, complete: true }),
    ),
  );
  if (isDone) await experts.handIn(await getExpert(experts, id), at);
}

async function getExpert(experts: PanelExpertStore, id: PanelExpertId): Promise<SeenExpert> {
  const expert = await experts.find(id);
  if (expert === null) throw new Error('an expert of the demo is gone');
  return expert;
}

/** What one expert after the other gives to the options of a situation; which are in dispute is the same for all. */
function drawRatings(key: Key): (item: JudgmentItem) => OptionRatings {
  const random = createRandom(`${DEMO_SEED} panel`);
  return ({ id, options }) => {
    const { valueOf } = keyedItem(key, id);
    const rated = options.map((option) => {
      const isDisputed = createRandom(`${DEMO_SEED} ${id} ${option.id}`).chance(DISPUTED.share);
      const value = valueOf(option.id) + random.normal() * (isDisputed ? DISPUTED.spread : SPREAD);
      return [option.id, Math.min(7, Math.max(1, Math.round(value)))] as const;
    });
    return Object.fromEntries(rated);
  };
}
