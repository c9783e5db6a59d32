import { join } from 'node:path';
import { compose, projectRoot } from '../compose.ts';
import { readConfig } from '../config.ts';
import { describeProblem } from '../content/content-problem.ts';
import { loadAssessments } from '../content/load-assessments.ts';
import { createLogger } from '../ops/logger.ts';
import { describeFigures } from '../simulation/describe-figures.ts';
import { startDemo } from '../simulation/demo/start-demo.ts';
import { readArguments, type SimulateArguments } from '../simulation/read-arguments.ts';
import { simulateRole } from '../simulation/simulate-role.ts';
import { openStore } from './open-store.ts';

const TOLD_EVERY = 10_000;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function refuse(problems: readonly string[]): never {
  process.stderr.write(`The simulation stopped.\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
  process.exit(1);
}

/** `npm run simulate`: a role full of simulated applicants. An empty embedded store gets the demo first. */
async function simulate({ applicants, evidence, seed }: SimulateArguments): Promise<void> {
  const read = readConfig(process.env);
  if (read.kind === 'refused') refuse(read.problems);
  const content = loadAssessments(join(projectRoot, 'assessments'));
  if (content.kind === 'refused') refuse(content.problems.map(describeProblem));
  const store = await openStore(read.config).catch((error: unknown) =>
    refuse([error instanceof Error ? error.message : String(error)]),
  );
  const { deps, keys } = compose({
    config: read.config,
    secret: store.secret,
    connection: store.connection,
    shelf: content.shelf,
    clock: () => new Date(),
    logger: createLogger(read.config.logLevel),
  });
  for (const line of await (await startDemo(deps, keys))()) say(line);
  const started = Date.now();
  let told = 0;
  const outcome = await simulateRole(deps, keys, { applicants, evidence, seed }, (stored) => {
    if (stored - told < TOLD_EVERY && stored < applicants) return;
    told = stored;
    say(`${stored} stored, ${Math.round((Date.now() - started) / 1000)} s`);
  });
  // What the demo's people did is still being passed on.
  await deps.relay.soon();
  await store.close();
  switch (outcome.kind) {
    case 'no-organisation':
      return refuse(['There is no organisation yet. Start the server and set one up.']);
    case 'no-recruiter':
      return refuse(['Nobody recruits in this organisation. Give somebody the role of a recruiter first.']);
    case 'simulated':
      say(`"${outcome.requisition.title}" is there: ${evidence} with responses and ratings, seed ${seed}.`);
      describeFigures(outcome.figures).forEach(say);
  }
}

const read = readArguments(process.argv.slice(2));
if (read.kind === 'refused') refuse([read.problem]);
await simulate(read.wanted).catch((error: unknown) =>
  refuse([error instanceof Error ? error.message : String(error)]),
);
// The store of web sessions keeps a timer of its own.
process.exit(0);
