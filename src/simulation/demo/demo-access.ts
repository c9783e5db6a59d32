import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../../core/person/person.ts';

/** What somebody needs to look around: sign-ins and the candidate's link. */
export interface DemoAccess {
  readonly address: string;
  readonly people: readonly {
    readonly roles: readonly Role[];
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }[];
  readonly candidateLinks: readonly string[];
}

export const demoAccessFile = (dataDir: string): string => join(dataDir, 'demo-access.json');

/** Readable by the owner of the data directory only. */
export async function writeDemoAccess(dataDir: string, access: DemoAccess): Promise<void> {
  await writeFile(demoAccessFile(dataDir), `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
}

/** The same for the console. */
export function describeDemoAccess(
  dataDir: string,
  { people, candidateLinks }: DemoAccess,
): readonly string[] {
  const width = Math.max(...people.map(({ email }) => email.length));
  const signIns = people.map(
    ({ roles, email, password }) => `  ${email.padEnd(width)}  ${password}  ${roles.join(', ')}`,
  );
  return [
    'A demo organisation was set up. Everybody in it is simulated. Sign in as one of these:',
    ...signIns,
    'Take the assessment as a candidate:',
    ...candidateLinks.map((link) => `  ${link}`),
    `All of this is also in ${demoAccessFile(dataDir)}. ATTUNE_DEMO=off starts a new data directory without it.`,
  ];
}
