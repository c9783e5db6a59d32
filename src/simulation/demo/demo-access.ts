import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ROLES } from '../../core/person/person.ts';

const AccessShape = z.strictObject({
  address: z.string(),
  people: z.array(
    z.strictObject({
      roles: z.array(z.enum(ROLES)),
      name: z.string(),
      email: z.string(),
      password: z.string(),
    }),
  ),
  candidateLinks: z.array(z.string()),
});

/** What somebody needs to look around: sign-ins and the candidate's link. */
export type DemoAccess = z.output<typeof AccessShape>;

export const demoAccessFile = (dataDir: string): string => join(dataDir, 'demo-access.json');

/** While it is there, the accounts exist and the role still has to be filled. */
const unfinishedFile = (dataDir: string): string => `${demoAccessFile(dataDir)}.unfinished`;

/** Keeps the sign-ins of a demo that is not filled yet, readable by the owner of the data directory only. */
export async function writeUnfinished(dataDir: string, access: DemoAccess): Promise<void> {
  await writeFile(unfinishedFile(dataDir), toText(access), { mode: 0o600 });
}

/** The sign-ins of a demo whose filling was interrupted; null where there is nothing to make up for. */
export async function readUnfinished(dataDir: string): Promise<DemoAccess | null> {
  const file = unfinishedFile(dataDir);
  if (!existsSync(file)) return null;
  return AccessShape.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Publishes the finished access file in one step. */
export async function publishAccess(dataDir: string, access: DemoAccess): Promise<void> {
  await writeUnfinished(dataDir, access);
  await rename(unfinishedFile(dataDir), demoAccessFile(dataDir));
}

const toText = (access: DemoAccess): string => `${JSON.stringify(access, null, 2)}\n`;

/** The same for the console. */
export function describeAccess(dataDir: string, { people, candidateLinks }: DemoAccess): readonly string[] {
  const width = Math.max(...people.map(({ email }) => email.length));
  return [
    'A demo organisation was set up. Everybody in it is simulated. Sign in as one of these:',
    ...people.map(
      ({ roles, email, password }) => `  ${email.padEnd(width)}  ${password}  ${roles.join(', ')}`,
    ),
    'Take the assessment as a candidate:',
    ...candidateLinks.map((link) => `  ${link}`),
    `All of this is also in ${demoAccessFile(dataDir)}. ATTUNE_DEMO=off starts an empty data directory without it.`,
  ];
}
