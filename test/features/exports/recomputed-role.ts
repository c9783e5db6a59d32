import type { OrganisationId } from '../../../src/core/kernel/ids.ts';
import { newId } from '../../../src/ops/secrets.ts';
import { signInAs, type Staff } from '../../support/actors.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import type { Recomputed } from '../assessment-quality/recompute.ts';
import { simulateRaw, type RawRole } from './simulate-raw.ts';

export const APPLICANTS = 24;
/** The planning values of the assessment, as its file says them. */
export const PLANNED = { judgment: { reliability: 0.5, sd: 14 }, written: { reliability: 0.5, sd: 16 } };

export type Person = Recomputed['people'] extends ReadonlyMap<string, infer P> ? P : never;

export interface RecomputedRole extends RawRole {
  readonly test: TestApp;
  readonly recruiter: Staff;
  /** Owns the organisation, and recruits in the role as well. */
  readonly owner: Staff;
  /** Where a page of the role is. */
  readonly at: (path: string) => string;
  readonly labelOf: (person: Person) => string;
  /** Those with both scores. */
  readonly scored: readonly Person[];
}

/** A simulated role behind a running app, with everything that follows from its raw documents. */
export async function startRecomputed(): Promise<RecomputedRole> {
  const test = await startTestApp();
  const home = newId<OrganisationId>();
  const about = { name: 'Harbour Line', contactName: 'The team', contactEmail: 'team@example.org' };
  await test.deps.stores.organisations.insertFirst({ id: home, ...about }, test.deps.clock());
  const recruiter = await signInAs(test, home, ['recruiter']);
  const owner = await signInAs(test, home, ['owner', 'recruiter']);
  const made = await simulateRaw(test, APPLICANTS);
  return {
    ...{ test, recruiter, owner, ...made },
    at: (path) => `/requisitions/${made.role.id}${path}`,
    labelOf: ({ applicantId }) => made.labels.get(applicantId) ?? '',
    scored: [...made.raw.people.values()].filter(
      ({ judgment, written }) => judgment !== null && written !== null,
    ),
  };
}

/** Half of the 90 % band on the planning values. */
export function half(person: Person, column: 'judgment' | 'written'): number {
  const { sd, reliability } = PLANNED[column];
  return 1.645 * sd * Math.sqrt(1 - reliability) * person.widening[column];
}
