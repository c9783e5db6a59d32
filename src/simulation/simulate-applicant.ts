import type { Applicant, ApplicantContact, Stage } from '../core/applicant/applicant.ts';
import type { Attempt } from '../core/attempt/attempt.ts';
import type { DeviceClass } from '../core/attempt/device-class.ts';
import type { ApplicantId } from '../core/kernel/ids.ts';
import type { RatingTask } from '../core/rating/rating-task.ts';
import { currentIntake } from '../core/requisition/requisition.ts';
import { computeStanding } from '../core/scoring/compute-standing.ts';
import type { Standing } from '../core/scoring/standing.ts';
import { newId } from '../ops/secrets.ts';
import type { StoredScore } from '../store/score-store.ts';
import { answerForm } from './answer-form.ts';
import { drawDevice } from './draw-device.ts';
import { drawPerson, type Left } from './draw-person.ts';
import { createRandom, type Random } from './random.ts';
import { rateAttempt, type RatedSoFar } from './rate-attempt.ts';
import { scoreAttempt } from './score-attempt.ts';
import { simulateAttempt } from './simulate-attempt.ts';
import type { SimulationSetting } from './simulation-setting.ts';

/** How far somebody has come. Everything else about them follows from the seed and their number. */
export interface Course {
  readonly number: number;
  readonly label: string;
  readonly invitedDaysAgo: number;
  readonly linkDays: number;
  readonly stage: Stage;
  /** Parts handed in; null before Begin. */
  readonly partsDone: number | null;
  readonly rated: RatedSoFar;
  /** Leaves this out, whatever chance would have it. */
  readonly left: Left | null;
  /** Whether responses and ratings are kept, or only the score and the standing that came from them. */
  readonly evidence: boolean;
}

/** One applicant with everything the product would hold about them. */
export interface SimulatedApplicant {
  readonly applicant: Applicant;
  readonly contact: ApplicantContact;
  readonly invitedAt: Date;
  readonly attempt: Attempt | null;
  readonly deviceClass: DeviceClass;
  readonly tasks: readonly RatingTask[];
  readonly score: StoredScore | null;
  readonly standing: Standing;
}

const DAY_MS = 86_400_000;

export function simulateApplicant(setting: SimulationSetting, course: Course): SimulatedApplicant {
  const stream = (about: string) => createRandom(`${setting.seed} ${about} ${course.number}`);
  const { applicant, contact, invitedAt } = invite(setting, course);
  const drawn = drawPerson(stream('person'));
  const person = course.left === null ? drawn : { ...drawn, left: course.left };
  const answers = answerForm(setting, person, stream('answers'));
  const attempt =
    course.partsDone === null
      ? null
      : simulateAttempt(setting, {
          applicantId: applicant.id,
          person,
          answers,
          beganAt: beginning(invitedAt, course, stream('dates')),
          partsDone: course.partsDone,
          sealed: course.evidence,
        });
  const finished = attempt !== null && attempt.state !== 'open' ? attempt : null;
  const tasks =
    finished === null ? [] : rateAttempt(setting, finished, answers, course.rated, stream('rating'));
  const score = finished === null ? null : scoreAttempt(setting, finished);
  const kept = course.evidence ? { attempt, tasks } : { attempt: null, tasks: [] };
  const deviceClass = drawDevice(stream('device'));
  return { applicant, contact, invitedAt, ...kept, deviceClass, score, standing: standingOf() };

  function standingOf(): Standing {
    const { key, form, rubricVersion, requisition } = setting;
    const { shuffleSeed } = currentIntake(requisition);
    const judgment = score?.result ?? null;
    return computeStanding({
      requisitionRev: requisition.rev,
      applicant,
      attempt,
      tasks,
      judgment,
      keyStatus: key.status,
      form,
      rubricVersion,
      shuffleSeed,
    });
  }
}

function invite(
  { requisition, now }: SimulationSetting,
  { number, label, invitedDaysAgo, linkDays, stage }: Course,
): Pick<SimulatedApplicant, 'applicant' | 'contact' | 'invitedAt'> {
  const invitedAt = new Date(now.getTime() - invitedDaysAgo * DAY_MS);
  return {
    applicant: {
      id: newId<ApplicantId>(),
      organisationId: requisition.organisationId,
      requisitionId: requisition.id,
      intakeId: currentIntake(requisition).id,
      label,
      linkVersion: 0,
      linkExpiresAt: new Date(invitedAt.getTime() + linkDays * DAY_MS),
      stage,
      state: 'active',
      rev: 0,
    },
    contact: {
      invitationId: newId(),
      name: `Simulated person ${number}`,
      email: `person-${number}@simulated.example`,
      reference: null,
    },
    invitedAt,
  };
}

/** Some time in the first half of the days since the invitation. */
const beginning = (invitedAt: Date, { invitedDaysAgo }: Course, random: Random): Date =>
  new Date(invitedAt.getTime() + Math.round(random.next() * 0.5 * invitedDaysAgo * DAY_MS));
