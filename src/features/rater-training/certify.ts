import { certificationState, TRIES_ALLOWED } from '../../core/calibration/certification-state.ts';
import { CERTIFICATION_GATE, judgeCertification } from '../../core/calibration/judge-certification.ts';
import {
  openPause,
  withGiven,
  type GivenLevels,
  type RaterCertification,
} from '../../core/calibration/rater-certification.ts';
import { seededOrder } from '../../core/kernel/seeded-order.ts';
import type { Actor } from '../../core/person/person.ts';
import type { Deps } from '../../deps.ts';
import { staffEvent } from '../../ops/new-event.ts';
import { newId } from '../../ops/secrets.ts';
import { changeCertification } from './change-certification.ts';
import { agreedFor, type CalibrationSet, type SetResponse } from './load-set.ts';

export type Eligibility =
  'may-begin' | 'under-way' | 'certified' | 'set-too-small' | 'set-own-levels' | 'no-tries-left';

/** Whether a rater may begin the certification set now, and why not. */
export function eligibility(set: CalibrationSet, certification: RaterCertification, now: Date): Eligibility {
  if (certification.sitting !== null) return 'under-way';
  const state = certificationState(certification, now);
  if (state.kind === 'certified') return 'certified';
  const responses = agreedFor(set, 'certification');
  if (responses.length < CERTIFICATION_GATE.responses) return 'set-too-small';
  if (responses.some((one) => isExpertOn(one, certification.raterId))) return 'set-own-levels';
  const stopped = openPause(certification)?.cause === 'failed-twice';
  return stopped || (state.kind === 'not-certified' && state.triesLeft === 0) ? 'no-tries-left' : 'may-begin';
}

export const isExpertOn = ({ agreement }: SetResponse, personId: string): boolean =>
  agreement?.opinions.some(({ expertId }) => expertId === personId) ?? false;

/** What is left to rate of a set under way: whoever wrote one of them may have taken it back meanwhile. */
export function leftOfSitting(
  { responses }: CalibrationSet,
  sitting: NonNullable<RaterCertification['sitting']>,
): NonNullable<RaterCertification['sitting']> {
  const there = (id: string): boolean => responses.some(({ response }) => response.id === id);
  return {
    ...sitting,
    responseIds: sitting.responseIds.filter(there),
    given: sitting.given.filter(({ responseId }) => there(responseId)),
  };
}

const keyOf = (actor: Actor, anchorHash: string) => ({
  organisationId: actor.organisationId,
  raterId: actor.personId,
  anchorHash,
});

/** Begins a certification set in an order of this rater's own. */
export function beginCertification(deps: Deps, actor: Actor, set: CalibrationSet) {
  const { anchorHash } = set.rubric;
  const startedAt = deps.clock();
  const ids = agreedFor(set, 'certification').map(({ response }) => response.id);
  const responseIds = seededOrder(newId(), ids, (id) => id);
  return changeCertification(deps, keyOf(actor, anchorHash), (seen) => {
    if (eligibility(set, seen, startedAt) !== 'may-begin') return null;
    const facts = { anchorHash, responses: ids.length };
    return {
      changes: { sitting: { startedAt, responseIds, given: [] } },
      events: [eventOf(deps, actor, 'certification-begun', facts)],
    };
  });
}

/** Keeps the levels of one response of the set; they may change until the set is handed in. */
export function keepGiven(
  deps: Deps,
  actor: Actor,
  anchorHash: string,
  given: { readonly responseId: string; readonly levels: GivenLevels },
) {
  const at = deps.clock();
  return changeCertification(deps, keyOf(actor, anchorHash), ({ sitting }) => {
    if (sitting?.responseIds.includes(given.responseId) !== true) return null;
    return {
      changes: { sitting: { ...sitting, given: withGiven(sitting.given, { ...given, at }) } },
      events: [],
    };
  });
}

/** A set that has become too small ends without counting as a try: no fault of the rater. */
const ended = { changes: { sitting: null }, events: [] } as const;

/** Hands a whole set in and says by the agreed levels whether it is passed. After two failures a person decides. */
export function handInCertification(deps: Deps, actor: Actor, set: CalibrationSet) {
  const at = deps.clock();
  const { anchorHash } = set.rubric;
  return changeCertification(deps, keyOf(actor, anchorHash), (seen) => {
    const { tries, pauses } = seen;
    const sitting = seen.sitting && leftOfSitting(set, seen.sitting);
    if (sitting === null || sitting.given.length < sitting.responseIds.length) return null;
    if (sitting.given.length < CERTIFICATION_GATE.responses) return ended;
    const result = judge(set, sitting.given);
    const after = { ...seen, tries: [...tries, { at, result }] };
    const state = certificationState(after, at);
    const stopped = state.kind === 'not-certified' && state.triesLeft === 0;
    const pause = { cause: 'failed-twice', at, lifted: null } as const;
    const passed = result.missed.length === 0;
    const facts = { anchorHash, responses: result.responses, passed, tries: TRIES_ALLOWED };
    return {
      changes: { sitting: null, tries: after.tries, pauses: stopped ? [...pauses, pause] : pauses },
      events: [eventOf(deps, actor, 'certification-handed-in', facts)],
    };
  });
}

function judge(
  set: CalibrationSet,
  given: readonly { readonly responseId: string; readonly levels: GivenLevels }[],
) {
  const pairs = given.flatMap(({ responseId, levels }) => {
    const key = set.responses.find(({ response }) => response.id === responseId)?.key?.levels ?? {};
    return Object.entries(key).map(([criterion, { level }]) => ({
      own: levels[criterion as keyof GivenLevels] ?? NaN,
      agreed: level,
    }));
  });
  return judgeCertification(
    pairs.map(({ own }) => own),
    pairs.map(({ agreed }) => agreed),
    given.length,
  );
}

function eventOf(deps: Deps, actor: Actor, type: string, facts: Record<string, string | number | boolean>) {
  const { organisationId, personId } = actor;
  return staffEvent(personId, { type, at: deps.clock(), organisationId, facts });
}
