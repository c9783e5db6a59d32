import type { Actor } from '../../../core/person/person.ts';
import { drawOrder, type DrawPlan } from '../../../core/requisition/draw-places.ts';
import type { Requisition } from '../../../core/requisition/requisition.ts';
import type { Deps } from '../../../deps.ts';
import { staffEvent } from '../../../ops/new-event.ts';
import { newId, sha256 } from '../../../ops/secrets.ts';
import { readDraw } from './read-draw.ts';

/** Names a list of people and seats, so that no other list is drawn than the one that was seen. */
export const fingerprintOf = ({ among, sure, seats }: Extract<DrawPlan, { kind: 'draw' }>): string =>
  sha256([seats, ...sure.map(({ label }) => label), '|', ...among.map(({ label }) => label)].join(' '));

/** Draws once an intake; the seed is made here, after everybody is settled and by nobody's choice. */
export async function makeDraw(
  deps: Deps,
  { personId }: Actor,
  requisition: Requisition,
  seen: string,
): Promise<'drawn' | 'changed-meanwhile'> {
  const { intake, state } = await readDraw(deps, requisition);
  if (state.kind === 'drawn') return 'drawn';
  if (state.kind !== 'draw' || fingerprintOf(state) !== seen) return 'changed-meanwhile';
  const { organisationId, id: requisitionId } = requisition;
  const { id: intakeId, rubricVersionId, decidingColumn: column, places } = intake;
  const { sure, among, seats } = state;
  const at = deps.clock();
  const seed = newId();
  const order = drawOrder(seed, among);
  const drawn = order.slice(0, seats).map(({ label }) => label);
  const facts = { requisitionId, intakeId, column, places, seats, seed, list: seen, drawn: drawn.join(' ') };
  const event = staffEvent(personId, { type: 'places-drawn', at, organisationId, facts });
  const place = { organisationId, requisitionId, intakeId, rubricVersionId };
  await deps.stores.draws.insert({ ...place, column, places, sure, seed, order, seats, personId, at }, [
    event,
  ]);
  void deps.relay.soon();
  return 'drawn';
}
