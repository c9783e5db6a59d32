// The what-if of a rubric: weights changed for 2,000 and 20,000 rated attempts, against one plain pass over the same rows.
//   node bench/what-if.mjs [--attempts 2000,20000] [--rounds 7]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from '../dist/embedded-mongo/start.js';
import { previewDraft } from '../dist/features/rubric-editor/preview-draft.js';
import { newId } from '../dist/ops/secrets.js';
import { connect } from '../dist/store/connection.js';
import { buildIndexes } from '../dist/store/indexes.js';
import { createStores } from '../dist/store/stores.js';

const { values } = parseArgs({
  options: { attempts: { type: 'string' }, rounds: { type: 'string' } },
  strict: false,
});
const sizes = (values.attempts ?? '2000,20000').split(',').map(Number);
const rounds = Number(values.rounds ?? 7);
const criteria = ['empathy', 'communication', 'adaptability'];
const prompts = ['p1', 'p2', 'p3'];

const aCriterion = (id, weight, anchor) => ({
  id,
  label: id,
  definition: `What ${id} is.`,
  weight,
  levels: [1, 2, 3, 4, 5].map((level) => ({
    level,
    label: `${level}`,
    anchor: `${anchor} ${level}`,
    example: 'x',
  })),
});
const rubric = (weights, anchor = 'Does') => ({
  criteria: criteria.map((id, index) => aCriterion(id, weights[index], anchor)),
  examples: [],
});

function aStanding(list, n, weights) {
  const levels = criteria.map((_id, at) =>
    prompts.map((_prompt, step) => 1 + ((n * (7 + at) + step * 3) % 9) / 2),
  );
  const scores = levels.map(
    (own) => ((own.reduce((sum, level) => sum + level, 0) / own.length - 1) / 4) * 100,
  );
  const written = scores.reduce((sum, score, at) => sum + (weights[at] * score) / 100, 0);
  return {
    ...list,
    applicantId: newId(),
    attemptId: newId(),
    label: `L${n}`,
    shuffleRank: (n * 7919) % 1_000_003,
    stage: 'open',
    evidence: { kind: 'complete' },
    judgment: { score: { value: 50, reason: null }, answered: 12, asked: 12, keyStatus: 'author' },
    written: { value: written, reason: null },
    criteria: criteria.map((criterion, at) => ({
      criterion,
      score: { value: scores[at], reason: null },
      prompts: Object.fromEntries(
        prompts.map((prompt, step) => [prompt, { level: levels[at][step], basis: 'mean', reason: null }]),
      ),
    })),
    sources: { requisition: 0, applicant: 1, attempt: 9, tasks: 12 },
    finishedAt: new Date(0),
  };
}

/** Every prompt was rated twice. */
const tasksOf = ({ organisationId, requisitionId, applicantId, attemptId }) =>
  prompts.map((itemId) => ({
    ...{ id: newId(), organisationId, requisitionId, applicantId, attemptId, itemId },
    ...{ anchorHash: 'before', criteria, notRaterIds: [], state: 'resolved', rev: 4 },
    slots: [0, 1].map(() => ({ raterId: newId(), state: 'handed-in', handedInAt: new Date(0) })),
    resolution: { kind: 'rated', criteria: {} },
  }));

async function fill(stores, size, weights) {
  const list = {
    organisationId: newId(),
    requisitionId: newId(),
    intakeId: newId(),
    rubricVersionId: newId(),
  };
  for (let from = 0; from < size; from += 1000) {
    const many = Array.from({ length: Math.min(1000, size - from) }, (_one, n) =>
      aStanding(list, from + n, weights),
    );
    await stores.standings.insertMany(many);
    await stores.ratingTasks.insertMany(many.flatMap((standing) => tasksOf(standing)));
  }
  return list;
}

const middle = (times) => Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]);

/** Time on the clock, and time of the processor, which other work on the machine does not lengthen. */
async function median(work) {
  const times = [];
  const processor = [];
  for (let n = 0; n < rounds; n += 1) {
    const began = performance.now();
    const used = process.cpuUsage();
    await work();
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
  }
  return { ms: middle(times), processorMs: middle(processor) };
}

/** Reads what the preview reads and adds it up, and nothing else. */
async function plainPass(connection, list, wanted) {
  const rows = connection.collection('standings').find(list, { projection: wanted, batchSize: 5000 });
  let sum = 0;
  for await (const { written, criteria: own } of rows) sum += written.value + own.length;
  return sum;
}

const dataDir = mkdtempSync(join(tmpdir(), 'bench-what-if-'));
const store = await startEmbeddedMongo({ dataDir });
const connection = await connect(store.uri, 'bench', 'patient');
const stores = createStores(connection);
await buildIndexes(connection);
const before = [34, 33, 33];
const scores = { _id: 0, 'written.value': 1, 'criteria.criterion': 1, 'criteria.score': 1 };
const results = [];
for (const size of sizes) {
  const list = await fill(stores, size, before);
  const at = {
    requisition: { id: list.requisitionId, organisationId: list.organisationId, intakes: [] },
    intake: {
      id: list.intakeId,
      rubricVersionId: list.rubricVersionId,
      places: 20,
      decidingColumn: 'written',
    },
    rubric: { id: newId(), rev: 1 },
    current: { ...rubric(before), anchorHash: 'before' },
  };
  const deps = { stores, clock: () => new Date() };
  const actor = { personId: newId() };
  for (const [change, draft] of [
    ['weights', rubric([50, 30, 20])],
    ['anchors', rubric(before, 'Shows')],
  ]) {
    const plain = await median(() => plainPass(connection, list, scores));
    const whatIf = await median(() => previewDraft(deps, actor, at, draft));
    const { effect, stale } = await previewDraft(deps, actor, at, draft);
    results.push({
      attempts: size,
      change,
      plain,
      whatIf,
      ratio: Math.round((whatIf.processorMs / plain.processorMs) * 100) / 100,
      moved: effect.moved,
      stale,
    });
  }
}
await connection.close();
await store.close();
rmSync(dataDir, { recursive: true, force: true });
console.log(JSON.stringify(results, null, 2));
