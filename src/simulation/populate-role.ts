import type { Stores } from '../store/stores.ts';
import { createRandom } from './random.ts';
import { createLabels } from './draw-label.ts';
import { simulateApplicant, type Course, type SimulatedApplicant } from './simulate-applicant.ts';
import type { SimulationSetting } from './simulation-setting.ts';
import { storeApplicants } from './store-applicants.ts';

interface Wanted {
  readonly setting: SimulationSetting;
  readonly applicants: number;
  /** How many of them, from the first on, are stored with responses and ratings. */
  readonly evidence: number;
  readonly tell: (stored: number) => void;
}

const BATCH = 500;
/** People whose figures are measured at the end; more would say the same and cost memory. */
const MEASURED = 2000;

/** Simulates finished applicants batch by batch; one batch is computed while the one before is written. */
export async function populateRole(stores: Stores, wanted: Wanted): Promise<readonly SimulatedApplicant[]> {
  const { setting, applicants, evidence, tell } = wanted;
  const labels = createLabels();
  const measured: SimulatedApplicant[] = [];
  let writing: Promise<void> = Promise.resolve();
  for (let first = 0; first < applicants; first += BATCH) {
    const size = Math.min(BATCH, applicants - first);
    const people = Array.from({ length: size }, (_, index) =>
      simulateApplicant(setting, finishedCourse(setting, first + index, labels())),
    );
    if (measured.length < MEASURED) measured.push(...people);
    await writing;
    tell(first);
    const rich = people.slice(0, Math.max(0, evidence - first));
    writing = storeBoth(stores, rich, people.slice(rich.length));
  }
  await writing;
  tell(applicants);
  return measured;
}

async function storeBoth(
  stores: Stores,
  rich: readonly SimulatedApplicant[],
  plain: readonly SimulatedApplicant[],
): Promise<void> {
  if (rich.length > 0) await storeApplicants(stores, rich, true);
  if (plain.length > 0) await storeApplicants(stores, plain, false);
}

function finishedCourse({ seed, form }: SimulationSetting, index: number, label: string): Course {
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
  };
}
