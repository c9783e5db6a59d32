import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compose, projectRoot } from '../compose.ts';
import { readConfig } from '../config.ts';
import { describeProblem } from '../content/content-problem.ts';
import { loadAssessments } from '../content/load-assessments.ts';
import type { RequisitionId } from '../core/kernel/ids.ts';
import type { Requisition } from '../core/requisition/requisition.ts';
import { manualFiles } from '../features/assessment-quality/manual/manual-files.ts';
import { readManual } from '../features/assessment-quality/manual/read-manual.ts';
import { createLogger } from '../ops/logger.ts';
import { openStore } from './open-store.ts';

const USAGE = 'Usage: npm run manual -- --requisition ID --out DIR';

/** `npm run manual`: the technical manual of a role's assessment, and the rows that its figures follow from. */
async function run(): Promise<string> {
  const { requisition: id, out } = readArguments();
  const read = readConfig(process.env);
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  const content = loadAssessments(join(projectRoot, 'assessments'));
  if (content.kind === 'refused') throw new Error(content.problems.map(describeProblem).join('\n'));
  const store = await openStore(read.config);
  try {
    const { deps, keys } = compose({
      config: read.config,
      secret: store.secret,
      connection: store.connection,
      shelf: content.shelf,
      clock: () => new Date(),
      logger: createLogger(read.config.logLevel),
    });
    await write({ ...deps, keyVersions: keys.keyVersions }, id, out);
  } finally {
    await store.close();
  }
  return `The manual is ${join(out, 'manual.pdf')}, and manual.html beside it; node ${join(out, 'recompute.mjs')} checks its figures.`;
}

function readArguments(): { readonly requisition: string; readonly out: string } {
  const options = { requisition: { type: 'string' }, out: { type: 'string' } } as const;
  try {
    const { requisition, out } = parseArgs({ options }).values;
    if (requisition !== undefined && out !== undefined) return { requisition, out };
  } catch {
    // An unknown argument is answered like a missing one.
  }
  throw new Error(USAGE);
}

type Composed = ReturnType<typeof compose>;

async function write(
  deps: Composed['deps'] & Pick<Composed['keys'], 'keyVersions'>,
  id: string,
  out: string,
): Promise<void> {
  const requisition = await findRequisition(deps, id);
  const manual = await readManual(deps, requisition);
  mkdirSync(out, { recursive: true });
  const files = await manualFiles(deps.root, manual, deps.clock());
  for (const [name, content] of Object.entries(files)) writeFileSync(join(out, name), content);
}

async function findRequisition({ stores }: Composed['deps'], id: string): Promise<Requisition> {
  let after: RequisitionId | null = null;
  for (;;) {
    const page: Requisition[] = await stores.requisitions.listAfter(after, 100);
    const found = page.find((one) => one.id === id);
    if (found !== undefined) return found;
    const last = page.at(-1);
    if (last === undefined) throw new Error(`No role has the id ${id}.`);
    after = last.id;
  }
}

try {
  process.stdout.write(`${await run()}\n`);
  // The store of web sessions keeps a timer of its own.
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The manual could not be written.'}\n`);
  process.exit(1);
}
