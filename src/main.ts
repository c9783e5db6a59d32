import { join } from 'node:path';
import { createAnalysisThread } from './analysis-task.ts';
import { createApp } from './app.ts';
import { compose, projectRoot } from './compose.ts';
import { readConfig, type Config } from './config.ts';
import { describeProblem } from './content/content-problem.ts';
import { loadAssessments } from './content/load-assessments.ts';
import { startEmbeddedMongo } from './embedded-mongo/start.ts';
import { mayBeSetUp } from './features/accounts/set-up-organisation.ts';
import { explainListen, explainStore } from './ops/explain-start.ts';
import { every } from './ops/every.ts';
import { drain, listen } from './ops/listen.ts';
import { createLogger, type Logger } from './ops/logger.ts';
import { sayWhenLong } from './ops/say-when-long.ts';
import { secretOfDirectory } from './ops/secret-file.ts';
import { startDemo } from './simulation/demo/start-demo.ts';
import { connect, type Connection } from './store/connection.ts';
import { buildAllIndexes } from './store/indexes.ts';

/** Says on the console why there is no start and what to do about it. Not through the logger. */
function refuse(problems: readonly string[]): never {
  process.stderr.write(`Attune did not start.\n${problems.map((problem) => `  ${problem}\n`).join('')}`);
  process.exit(1);
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

interface Store {
  readonly connection: Connection;
  /** Where other threads of this process find it. */
  readonly uri: string;
  readonly dbName: string | null;
  readonly secret: string;
  close(): Promise<void>;
}

async function openStore(config: Config): Promise<Store> {
  if (config.mongodbUri !== null) {
    const connection = await connect(config.mongodbUri);
    const { mongodbUri: uri, secret } = config;
    return { connection, uri, dbName: null, secret: secret ?? '', close: () => connection.close() };
  }
  const embedded = await startEmbeddedMongo({ dataDir: config.dataDir });
  await sayWhenLong(
    buildAllIndexes(embedded.uri, 'attune'),
    'Preparing the store. After an update with many applicants this takes minutes, once.',
    say,
  );
  const connection = await connect(embedded.uri, 'attune');
  return {
    connection,
    uri: embedded.uri,
    dbName: 'attune',
    secret: config.secret ?? secretOfDirectory(config.dataDir),
    close: async () => {
      await connection.close();
      await embedded.close();
    },
  };
}

async function start(): Promise<void> {
  const read = readConfig(process.env);
  if (read.kind === 'refused') refuse(read.problems);
  const { config } = read;
  const logger = createLogger(config.logLevel);
  const content = loadAssessments(join(projectRoot, 'assessments'));
  if (content.kind === 'refused') refuse(content.problems.map(describeProblem));
  const store = await openStore(config).catch((error: unknown) => refuse([explainStore(config, error)]));
  const { uri, dbName } = store;
  const analysis = createAnalysisThread({ uri, dbName, logLevel: config.logLevel });
  const { deps, keys, http, jobs } = compose({
    config,
    analyse: analysis.run,
    secret: store.secret,
    connection: store.connection,
    shelf: content.shelf,
    clock: () => new Date(),
    logger,
  });
  const finishDemo = await startDemo(deps, keys);
  await doOnce(
    jobs.flatMap(({ name, before }) => (before === undefined ? [] : [{ name, work: before }])),
    logger,
  );
  const server = await listen(createApp(deps, keys, http), config.port, config.host).catch(
    async (error: unknown) => {
      await store.close();
      return refuse([explainListen(config, error)]);
    },
  );
  const stops = jobs.map(({ ms, name, before, work }) =>
    every(ms, name, () => (before === undefined ? work() : before().then(work)), logger),
  );
  say(`Attune runs at ${config.publicUrl}`);
  say('Not for real decisions until a panel key, certified raters and impact figures are in place.');
  if (await mayBeSetUp(deps))
    say(`Nothing is set up yet. Open ${config.publicUrl}/set-up and enter this code: ${deps.setUpCode}`);
  const filling = finishDemo().then(async (lines) => {
    lines.forEach(say);
    await doOnce(
      jobs.filter(({ atStart }) => atStart),
      logger,
    );
  });
  onStopSignal(logger, async () => {
    await Promise.all([drain(server), analysis.stop()]);
    await Promise.all([filling, ...stops.map((stop) => stop())]);
    deps.mailer?.close();
    await store.close();
  });
}

/** Work that is wanted before its first turn on the timer; that turn tries again what failed. */
async function doOnce(
  jobs: readonly { readonly name: string; readonly work: () => Promise<unknown> }[],
  logger: Logger,
): Promise<void> {
  for (const { name, work } of jobs) {
    await work().catch((error: unknown) => {
      logger.error({ err: error, work: name }, 'work at the start failed and will be tried again');
    });
  }
}

/** One orderly stop, whatever the reason; a fault nobody caught ends the process after it, for a supervisor to restart. */
function onStopSignal(logger: Logger, close: () => Promise<void>): void {
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    close().then(
      () => process.exit(code),
      (error: unknown) => {
        logger.error({ err: error }, 'the stop was not clean');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      stop(0);
    });
  for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(fault, (error: unknown) => {
      logger.fatal({ err: error }, 'an error nobody caught; stopping');
      stop(1);
    });
  }
}

await start();
