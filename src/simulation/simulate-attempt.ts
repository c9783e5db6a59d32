import type { Attempt, PartClock, StoredResponse } from '../core/attempt/attempt.ts';
import { beginAttempt } from '../core/attempt/begin-attempt.ts';
import { writeReceipt } from '../core/attempt/finish-attempt.ts';
import { partClock } from '../core/attempt/part-clock.ts';
import { timeForPart } from '../core/attempt/start-part.ts';
import type { Form, Section } from '../core/form/form.ts';
import { canonicalForm } from '../core/kernel/canonical-form.ts';
import type { ApplicantId, AttemptId, ItemId } from '../core/kernel/ids.ts';
import { currentIntake } from '../core/requisition/requisition.ts';
import { NOTICE_VERSION } from '../features/candidate-attempt/notice.ts';
import { newId, newLabel, sha256 } from '../ops/secrets.ts';
import type { SimulatedAnswer } from './answer-form.ts';
import type { SimulatedPerson } from './draw-person.ts';
import type { SimulationSetting } from './simulation-setting.ts';

const MINUTE_MS = 60_000;
/** Nobody uses a part to its last minute but those whom the clock stops. */
const SHARE_USED = 0.7;

export interface SimulatedSitting {
  readonly applicantId: ApplicantId;
  readonly person: SimulatedPerson;
  readonly answers: readonly SimulatedAnswer[];
  readonly beganAt: Date;
  /** How many parts are handed in; with all of them the attempt is finished. */
  readonly partsDone: number;
  /** With hashes and a receipt, as an attempt is stored; one that only makes a score needs none. */
  readonly sealed: boolean;
}

/** The attempt as the product would have stored it: parts one after the other, responses hashed, a receipt at the end. */
export function simulateAttempt(setting: SimulationSetting, sitting: SimulatedSitting): Attempt {
  const { requisition, form } = setting;
  const { organisationId, id: requisitionId, timeMode } = requisition;
  const { applicantId, person, beganAt, partsDone } = sitting;
  let attempt: Attempt = {
    ...beginAttempt({
      id: newId<AttemptId>(),
      organisationId,
      requisitionId,
      applicantId,
      attemptNumber: 1,
      formVersionId: currentIntake(requisition).formVersionId,
      form,
      timeMode,
      noticeVersion: NOTICE_VERSION,
      binding: sha256(newId()),
      now: beganAt,
    }),
    timeChoice: person.timeChoice,
  };
  for (const section of form.sections.slice(0, partsDone)) attempt = sitPart(attempt, section, sitting);
  return partsDone < form.sections.length ? attempt : finish(attempt, form, sitting.sealed);
}

/** One part from start to end, beginning where the one before ended. */
function sitPart(attempt: Attempt, section: Section, sitting: SimulatedSitting): Attempt {
  const { person, answers, sealed } = sitting;
  const startedMs = lastMoment(attempt) + MINUTE_MS;
  const limitMs = timeForPart(attempt, section) ?? section.minutes * MINUTE_MS;
  const timedOut = person.left === (section.kind === 'written' ? 'last-response' : 'situations');
  const endMs = startedMs + (timedOut ? limitMs : Math.round(SHARE_USED * limitMs));
  const answered = answers.filter(({ itemId }) => section.items.includes(itemId));
  const part: PartClock = {
    ...partClock(attempt, section.id),
    state: 'closed',
    startedAt: new Date(startedMs),
    deadlineMs: startedMs + limitMs,
    closedAt: new Date(endMs),
    closedBy: timedOut && attempt.timed ? 'time' : 'hand-in',
  };
  const responses: Record<ItemId, StoredResponse> = { ...attempt.responses };
  for (const [index, { itemId, value }] of answered.entries()) {
    const savedAt = new Date(
      startedMs + Math.round(((index + 1) / (answered.length + 1)) * (endMs - startedMs)),
    );
    responses[itemId] = {
      epoch: 1,
      seq: 1,
      value,
      hash: sealed ? sha256(canonicalForm(value)) : '',
      savedAt,
      lateByMs: 0,
    };
  }
  const rev = attempt.rev + answered.length + 2;
  return { ...attempt, parts: { ...attempt.parts, [section.id]: part }, responses, rev };
}

function finish(attempt: Attempt, form: Form, sealed: boolean): Attempt {
  const finishedAt = new Date(lastMoment(attempt));
  if (!sealed) return { ...attempt, state: 'submitted', finishedAt };
  const code = `${newLabel()}-${newLabel()}`;
  const receipt = writeReceipt({ attempt, form, code, at: finishedAt, sha256 });
  return { ...attempt, state: 'submitted', finishedAt, receipt };
}

const lastMoment = ({ beganAt, parts }: Attempt): number =>
  Math.max(beganAt.getTime(), ...Object.values(parts).map(({ closedAt }) => closedAt?.getTime() ?? 0));
