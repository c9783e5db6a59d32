import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compose, projectRoot } from '../compose.ts';
import { readConfig } from '../config.ts';
import { describeProblem } from '../content/content-problem.ts';
import { loadAssessments } from '../content/load-assessments.ts';
import type { ApplicantId } from '../core/kernel/ids.ts';
import { orderErasure } from '../features/erasure/order-erasure.ts';
import { createLogger } from '../ops/logger.ts';
import { openStore } from './open-store.ts';

const USAGE = 'Usage: npm run erase -- --applicant ID';

/** `npm run erase`: takes an applicant out of every collection; only id and label stay. */
async function run(): Promise<string> {
  const applicantId = readApplicantId();
  const read = readConfig(process.env);
  if (read.kind === 'refused') throw new Error(read.problems.join('\n'));
  const content = loadAssessments(join(projectRoot, 'assessments'));
  if (content.kind === 'refused') throw new Error(content.problems.map(describeProblem).join('\n'));
  const store = await openStore(read.config);
  try {
    const { deps } = compose({
      config: read.config,
      secret: store.secret,
      connection: store.connection,
      shelf: content.shelf,
      clock: () => new Date(),
      logger: createLogger(read.config.logLevel),
    });
    return await erase(deps, applicantId);
  } finally {
    await store.close();
  }
}

function readApplicantId(): ApplicantId {
  const id = readArguments().applicant ?? '';
  if (id === '') throw new Error(USAGE);
  return id as ApplicantId;
}

function readArguments(): { applicant?: string } {
  try {
    return parseArgs({ options: { applicant: { type: 'string' } } }).values;
  } catch {
    throw new Error(USAGE);
  }
}

type Deps = ReturnType<typeof compose>['deps'];

async function erase(deps: Deps, id: ApplicantId): Promise<string> {
  const target = await deps.stores.erasure.findTarget(id);
  if (target === null) throw new Error(`No applicant has the id ${id}.`);
  if (target.state === 'erased') return `Applicant ${target.label} was erased before. Nothing is left to do.`;
  await orderErasure(deps, null, target);
  await deps.relay.soon();
  const after = await deps.stores.erasure.findTarget(id);
  if (after?.state !== 'erased')
    throw new Error('Ordered, but not finished: a running server goes on with it.');
  return `Applicant ${target.label} is erased; id and label stay. The server looks once more a minute later.`;
}

try {
  process.stdout.write(`${await run()}\n`);
  // The store of web sessions keeps a timer of its own.
  process.exit(0);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : 'The erasure failed.'}\n`);
  process.exit(1);
}
