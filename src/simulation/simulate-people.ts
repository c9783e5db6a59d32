import { setImmediate as nextTurn } from 'node:timers/promises';
import { simulateApplicant, type Course, type SimulatedApplicant } from './simulate-applicant.ts';
import type { SimulationSetting } from './simulation-setting.ts';

/** People computed in one go; then whatever else this process does has its turn: pages, connections, writes. */
const AT_ONCE = 5;

export async function simulatePeople(
  setting: SimulationSetting,
  courses: readonly Course[],
): Promise<readonly SimulatedApplicant[]> {
  const people: SimulatedApplicant[] = [];
  for (const course of courses) {
    people.push(simulateApplicant(setting, course));
    if (people.length % AT_ONCE === 0) await nextTurn();
  }
  return people;
}
