import { passGate, type GateAnswer } from '../../core/calibration/rater-gate.ts';
import type { Actor, Person } from '../../core/person/person.ts';
import { raterPool } from '../../core/rating/rater-pool.ts';
import type { RatingTask } from '../../core/rating/rating-task.ts';
import type { Requisition } from '../../core/requisition/requisition.ts';
import type { Deps } from '../../deps.ts';

/** Whether a rater may be given new responses of a role under these anchors. */
export async function askGate(
  { stores, clock }: Deps,
  { organisationId, personId: raterId }: Actor,
  { raterGate }: Requisition,
  anchorHash: string,
): Promise<GateAnswer> {
  const certification = await stores.raterCertifications.get({ organisationId, raterId, anchorHash });
  return passGate(raterGate, anchorHash, certification, clock());
}

/** Raters who may be given these responses: of the pool, those for whom the gate is open under all their anchors. */
export async function poolFor(
  { stores, clock }: Deps,
  { organisationId, members, raterGate }: Requisition,
  people: readonly Person[],
  tasks: readonly RatingTask[],
): Promise<readonly Person[]> {
  let pool = raterPool(people, members);
  for (const anchorHash of new Set(tasks.map((task) => task.anchorHash))) {
    const known = await stores.raterCertifications.listUnder(organisationId, anchorHash);
    pool = pool.filter(({ id }) => {
      const own = known.find(({ raterId }) => raterId === id) ?? null;
      return passGate(raterGate, anchorHash, own, clock()).kind === 'open';
    });
  }
  return pool;
}

/** Why somebody may not take new responses, and what to do. */
export function heldBackWords(answer: Exclude<GateAnswer, { kind: 'open' }>): string {
  if (answer.kind === 'not-certified') {
    return 'This role is rated by certified raters only. Practise and pass the certification set, then the responses are yours to take.';
  }
  return answer.cause === 'drift'
    ? 'You are paused: your levels have moved away from what the anchors say. Finish what you have; the lead talks with you and lets you go on.'
    : 'You did not pass the certification set twice. The lead talks with you and can open it again.';
}
