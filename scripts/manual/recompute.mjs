// Computes the figures of a technical manual again from the rows beside it; shares no code with what wrote them.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const read = (name) => readFileSync(join(here, name), 'utf8');
const table = (name) =>
  read(name)
    .trim()
    .split('\n')
    .map((line) => line.split(','));

const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
function variance(list) {
  const middle = mean(list);
  return list.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (list.length - 1);
}
const total = (list) => list.reduce((sum, value) => sum + value, 0);

function correlation(xs, ys) {
  const [mx, my] = [mean(xs), mean(ys)];
  const together = xs.reduce((sum, x, at) => sum + (x - mx) * (ys[at] - my), 0);
  const scale = Math.sqrt(
    xs.reduce((sum, x) => sum + (x - mx) ** 2, 0) * ys.reduce((sum, y) => sum + (y - my) ** 2, 0),
  );
  return scale === 0 ? null : together / scale;
}

function alpha(rows) {
  const k = rows[0].length;
  const own = rows[0].map((_, item) => variance(rows.map((row) => row[item])));
  return k < 2 ? 0 : (k / (k - 1)) * (1 - total(own) / variance(rows.map(total)));
}

function stratified(rows, strata) {
  if (new Set(strata).size < 2) return alpha(rows);
  const unexplained = [...new Set(strata)].map((stratum) => {
    const part = rows.map((row) => row.filter((_, item) => strata[item] === stratum));
    return variance(part.map(total)) * (1 - alpha(part));
  });
  return 1 - total(unexplained) / variance(rows.map(total));
}

/** Mean square of every first level against every second one. */
function byChance(pairs) {
  const levels = [1, 2, 3, 4, 5];
  const share = (side, level) => pairs.filter((pair) => pair[side] === level).length / pairs.length;
  return total(
    levels.flatMap((one) =>
      levels.map((other) => (one - other) ** 2 * share('first', one) * share('second', other)),
    ),
  );
}

let compared = 0;
let different = 0;
function compare(name, found, said) {
  compared += 1;
  if (found === said || Math.abs(found - said) < 1e-9) return;
  different += 1;
  console.error(`${name}: the rows say ${found}, the manual ${said}`);
}

function readPeople(name) {
  const [, ...lines] = table(name);
  const people = lines.map(([score, ...parts]) => ({ score: Number(score), parts }));
  const whole = people
    .filter(({ parts }) => parts.every((part) => part !== ''))
    .map(({ score, parts }) => ({ score, parts: parts.map(Number) }));
  return { people, whole };
}

const figures = JSON.parse(read('figures.json'));
const strata = table('situations.csv')
  .slice(1)
  .map(([, stratum]) => stratum);

for (const column of ['judgment', 'written']) {
  const said = figures[column];
  if (said === null) continue;
  const { people, whole } = readPeople(`${column}.csv`);
  const rows = whole.map(({ parts }) => parts);
  compare(`n of ${column}`, rows.length, said.n);
  compare(
    `reliability of ${column}`,
    column === 'judgment' ? stratified(rows, strata) : alpha(rows),
    said.reliability,
  );
  compare(`sd of ${column}`, Math.sqrt(variance(whole.map(({ score }) => score))), said.sd);
  const steps = Array.from({ length: 10 }, () => 0);
  for (const { score } of people) steps[Math.min(9, Math.floor(score / 10))] += 1;
  if (column === 'judgment')
    steps.forEach((count, step) =>
      compare(`step ${step} of ${column}`, count, figures.distributions[column][step]),
    );
}

const rows = readPeople('judgment.csv').whole.map(({ parts }) => parts);
figures.items.forEach((said, item) => {
  const own = rows.map((row) => row[item]);
  const others = rows.map((row) => row.filter((_, at) => at !== item));
  compare(`sd of ${said.itemId}`, Math.sqrt(variance(own)), said.sd);
  compare(`rest correlation of ${said.itemId}`, correlation(own, others.map(total)), said.withRest);
  compare(`alpha without ${said.itemId}`, alpha(others), said.alphaWithout);
});

const ratings = table('ratings.csv')
  .slice(1)
  .map(([criterion, first, second]) => ({ criterion, first: Number(first), second: Number(second) }));
for (const said of figures.agreement) {
  const pairs = ratings.filter(({ criterion }) => criterion === said.criterion);
  const apart = pairs.map(({ first, second }) => Math.abs(first - second));
  compare(`n of ${said.criterion}`, pairs.length, said.n);
  compare(`same level on ${said.criterion}`, apart.filter((d) => d === 0).length / apart.length, said.exact);
  compare(`one apart on ${said.criterion}`, apart.filter((d) => d <= 1).length / apart.length, said.adjacent);
  compare(
    `kappa of ${said.criterion}`,
    1 - mean(apart.map((d) => d * d)) / byChance(pairs),
    said.kappa.value,
  );
}

console.log(`${compared} figures computed again, ${different} different.`);
process.exitCode = compared > 0 && different === 0 ? 0 : 1;
