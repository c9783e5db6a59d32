import { join } from 'node:path';
import { freePort, startStore } from '../../scripts/sittings/start-product.mjs';

/** Shares of the simulated groups; who belongs to none is compared with nobody. */
const SHARES = { first: 0.5, second: 0.3, third: 0.1, fourth: 0.05 };

/** Deals people to simulated groups by a fixed stream, which knows nothing of them. */
function dealGroups(ids) {
  let state = 20_261_126;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  const labels = new Map();
  for (const id of ids) {
    let left = next();
    for (const [label, share] of Object.entries(SHARES)) {
      if (left >= 0 && left < share) labels.set(id, label);
      left -= share;
    }
  }
  return labels;
}

/** How long both columns of a role take with groups to compare, and what is stored of them. */
export async function analyseGroups(root, { dataDir, role }) {
  const load = (file) => import(join(root, 'dist', file));
  const [{ connect }, { createAnalysisThread }] = [
    await load('store/connection.js'),
    await load('analysis-task.js'),
  ];
  const store = await startStore(root, { port: await freePort(), dataDir });
  const connection = await connect(store.uri, undefined, 'patient');
  try {
    const people = await connection.collection('applicants').distinct('_id', { requisitionId: role });
    const ofRole = {
      _id: { $in: await connection.collection('analyses').distinct('_id', { simulatedIn: role }) },
    };
    await connection.collection('analysisRuns').updateMany(ofRole, { $set: { state: 'wanted' } });
    const groups = dealGroups(people.toSorted());
    const began = performance.now();
    await createAnalysisThread({ uri: store.uri, dbName: null, logLevel: 'error', groups }).run();
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    const rows = await connection.collection('qualityReports').find(ofRole).toArray();
    return { seconds, columns: rows.map(({ report, groups: found }) => summarise(report.column, found)) };
  } finally {
    await connection.close();
    await store.stop();
  }
}

function summarise(column, { groups, pairs }) {
  const items = pairs.flatMap(({ situations }) => situations?.items ?? []);
  const largest = pairs.map(({ impact }) => Math.abs(impact.d ?? 0));
  return {
    column,
    groups: groups.map(({ n }) => n),
    pairs: pairs.length,
    situationsCompared: items.length,
    notAA: items.filter((item) => item.class !== undefined && item.class !== 'AA').length,
    largestD: Math.round(1000 * Math.max(...largest)) / 1000,
  };
}
