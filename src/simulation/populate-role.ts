import type { Stores } from '../store/stores.ts';
import { createRandom } from './random.ts';
import { createLabels } from './draw-label.ts';
import type { Course, SimulatedApplicant } from './simulate-applicant.ts';
import { simulatePeople } from './simulate-people.ts';
import type { SimulationSetting } from './simulation-setting.ts';
import { storeApplicants } from './store-applicants.ts';

interface Wanted {
  readonly setting: SimulationSetting;
  readonly applicants: number;
  /** How many of them, from the first on, are stored with responses and ratings. */
  readonly evidence: number;
  readonly tell: (stored: number) => void;
}

/** Large enough that random keys do not make the store write the same pages again and again; evidence takes memory. */
const BATCH = 1000;
const BATCH_WITH_EVIDENCE = 250;
/** People whose figures are measured at the end; more would say the same and cost memory. */
const MEASURED = 1000;

/** Simulates finished applicants batch by batch; one batch is computed while the one before is written. */
export async function populateRole(stores: Stores, wanted: Wanted): Promise<readonly SimulatedApplicant[]> {
  const { setting, applicants, evidence, tell } = wanted;
  const labels = createLabels();
  const measured: SimulatedApplicant[] = [];
  const simulateFrom = (first: number) => {
    const most = first < evidence ? BATCH_WITH_EVIDENCE : BATCH;
    const length = Math.max(0, Math.min(most, applicants - first));
    const courses = Array.from({ length }, (_, index) => finishedCourse(wanted, first + index, labels()));
    return simulatePeople(setting, courses);
  };
  let people = await simulateFrom(0);
  let done = 0;
  while (done < applicants) {
    if (measured.length < MEASURED) measured.push(...people.map((person) => ({ ...person, attempt: null })));
    done += people.length;
    [people] = await Promise.all([simulateFrom(done), storeApplicants(stores, people)]);
    tell(done);
  }
  return measured;
}

function finishedCourse({ setting, evidence }: Wanted, index: number, label: string): Course {
  const { seed, form } = setting;
  const number = index + 1;
  return {
    number,
    label,
    invitedDaysAgo: 5 + 16 * createRandom(`${seed} invited ${number}`).next(),
    linkDays: 14,
    stage: 'open',
    partsDone: form.sections.length,
    rated: 'to-the-end',
    left: null,
    evidence: index < evidence,
  };
}
