// For every interval that the product can show: how to draw data, the true value, and the interval at 95 %.
import { agreementInterval } from '../../dist/core/psychometrics/agreement-interval.js';
import { feldtInterval } from '../../dist/core/psychometrics/feldt-interval.js';
import { gwetOfPatterns } from '../../dist/core/psychometrics/gwet-agreement.js';
import { intraclass } from '../../dist/core/psychometrics/intraclass.js';
import { mantelHaenszel } from '../../dist/core/psychometrics/mantel-haenszel.js';
import { meanDifference } from '../../dist/core/psychometrics/mean-difference.js';
import { meanSquares } from '../../dist/core/psychometrics/mean-squares.js';
import { pairedShift } from '../../dist/core/psychometrics/paired-shift.js';
import { scoreBand } from '../../dist/core/psychometrics/score-band.js';
import { selectionDifference } from '../../dist/core/psychometrics/selection-difference.js';
import { stratifiedAlpha } from '../../dist/core/psychometrics/stratified-alpha.js';
import { standardErrorOfMeasurement } from '../../dist/core/psychometrics/standard-error-of-measurement.js';
import { weightedKappa } from '../../dist/core/psychometrics/weighted-kappa.js';
import { wilsonInterval } from '../../dist/core/psychometrics/wilson-interval.js';
import {
  levelPairs,
  levelShares,
  parts,
  ratings,
  reliabilityOfSum,
  tableOf,
  times,
  toLevel,
} from './models.mjs';

const LEVEL = 0.95;
const Z = 1.96;
const DRAWS = 1_000_000;
const SCALE = [1, 2, 3, 4, 5];

function alphaCase(name, model, n, cut = (value) => value, truth = reliabilityOfSum(model)) {
  return {
    name: `${name}, n = ${n}`,
    truth: () => truth,
    interval: (random) => {
      const rows = parts(random, { ...model, n }).map((row) => row.map(cut));
      const { value, k } = stratifiedAlpha(rows, model.strata);
      return value === null ? null : feldtInterval(value, n, k, LEVEL);
    },
  };
}

/** The coefficient that cut levels have in very many people is what their interval is to cover. */
function levelAlphaCase(name, model, n) {
  const one = alphaCase(name, model, n, toLevel);
  return {
    ...one,
    truth: (random) =>
      stratifiedAlpha(
        parts(random, { ...model, n: 200_000 }).map((row) => row.map(toLevel)),
        model.strata,
      ).value,
  };
}

const iccCase = (kind, truth, model) => ({
  name: `${kind} of ${model.k} raters, n = ${model.n}`,
  truth: () => truth,
  interval: (random) => {
    const squares = meanSquares(ratings(random, model));
    const { lower, upper } = intraclass(squares, LEVEL)[kind];
    return { lower, upper };
  },
});

const patternsOf = ({ counts }) =>
  counts.flatMap((row, first) =>
    row.map((count, second) => ({
      counts: SCALE.map((_, level) => Number(level === first) + Number(level === second)),
      times: count,
    })),
  );

const agreementCase = (name, model, estimate) => ({
  name: `${name}, n = ${model.n}`,
  truth: (random) => estimate({ levels: SCALE, counts: levelShares(random, model, DRAWS) }).value,
  interval: (random) =>
    agreementInterval(tableOf(levelPairs(random, model)), (table) => estimate(table).value, LEVEL),
});
const kappa = (table) => weightedKappa(table, 'quadratic');
const ac2 = (table) => gwetOfPatterns(patternsOf(table), 'quadratic', SCALE);

const bernoulli = (random, n, p) => times(n, () => Number(random.chance(p))).reduce((a, b) => a + b, 0);

const shareCase = (p, n) => ({
  name: `Wilson, share ${p}, n = ${n}`,
  truth: () => p,
  interval: (random) => wilsonInterval(bernoulli(random, n, p) / n, n, LEVEL),
});

const ratioCase = (p, q, n) => ({
  name: `impact ratio ${p} / ${q}, n = ${n} each`,
  truth: () => p / q,
  interval: (random) =>
    selectionDifference(
      { selected: bernoulli(random, n, p), total: n },
      { selected: bernoulli(random, n, q), total: n },
      LEVEL,
    ).ratio,
});

const differenceCase = (d, n) => ({
  name: `d = ${d}, n = ${n} each`,
  truth: () => d,
  interval: (random) =>
    meanDifference(
      times(n, () => d + random.normal()),
      times(n, () => random.normal()),
      LEVEL,
    ),
});

const shiftCase = (shift, n) => ({
  name: `shift of ${shift} level, n = ${n}`,
  truth: (random) => {
    const [first, second] = twice(random, 1_000_000, shift);
    return pairedShift(first, second).shift;
  },
  interval: (random) => pairedShift(...twice(random, n, shift), LEVEL),
});
function twice(random, n, shift) {
  const people = times(n, () => random.normal());
  return [
    people.map((own) => toLevel(own + 0.5 * random.normal())),
    people.map((own) => toLevel(own + shift + 0.5 * random.normal())),
  ];
}

/** Odds ratio 0.6 in every stratum; the interval of its logarithm. */
const difCase = (n) => ({
  name: `Mantel-Haenszel log odds, n = ${n} a group`,
  truth: () => Math.log(0.6),
  interval: (random) => {
    const strata = [0.2, 0.35, 0.5, 0.65, 0.8].map((p) => {
      const odds = (0.6 * (1 - p)) / p;
      const [a, c] = [
        bernoulli(random, n / 5, 1 / (1 + 1 / ((p / (1 - p)) * 0.6))),
        bernoulli(random, n / 5, p),
      ];
      return odds > 0 ? [a, n / 5 - a, c, n / 5 - c] : null;
    });
    const { logOdds, logSe } = mantelHaenszel(strata);
    return logOdds === null ? null : { lower: logOdds - Z * logSe, upper: logOdds + Z * logSe };
  },
});

/** One person of a sample from which SD and reliability were estimated, as the product does it. */
const bandCase = (model, n) => ({
  name: `band of a score, n = ${n}`,
  truth: () => 0,
  interval: (random) => {
    const strata = model.strata;
    const rows = times(n, () => {
      const own = Math.sqrt(model.within) * random.normal();
      return { own, row: strata.map(() => own + Math.sqrt(1 - model.within) * random.normal()) };
    });
    const { value } = stratifiedAlpha(
      rows.map(({ row }) => row),
      strata,
    );
    const scores = rows.map(({ row }) => row.reduce((a, b) => a + b, 0) / row.length);
    const mean = scores.reduce((a, b) => a + b, 0) / n;
    const sd = Math.sqrt(scores.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1));
    const { value: sem } = standardErrorOfMeasurement(sd, value);
    return sem === null ? null : scoreBand(scores[0] - rows[0].own, sem, Z);
  },
});

const one = (k) => times(k, () => 'one');
const twelve = { strata: times(12, (item) => `d${item % 3}`), within: 0.16, between: 0.1 };
const three = { strata: one(3), within: 0.3, between: 0.3 };
const pool = { target: 1, rater: 0, error: 0.7 };
const panel = { target: 1, rater: 0.15, error: 0.7 };

export const INTERVALS = [
  alphaCase('alpha over 3 prompts', three, 50),
  alphaCase('alpha over 3 prompts', three, 500),
  levelAlphaCase('alpha over 3 prompts of five levels', three, 50),
  levelAlphaCase('alpha over 3 prompts of five levels', three, 500),
  alphaCase('stratified alpha over 12 situations', twelve, 50),
  alphaCase('stratified alpha over 12 situations', twelve, 500),
  iccCase('icc1', 1 / 1.7, { ...pool, n: 30, k: 2 }),
  iccCase('icc1', 1 / 1.7, { ...pool, n: 300, k: 2 }),
  iccCase('icc2', 1 / 1.85, { ...panel, n: 50, k: 4 }),
  iccCase('icc2', 1 / 1.85, { ...panel, n: 50, k: 10 }),
  iccCase('icc3', 1 / 1.7, { ...panel, n: 50, k: 4 }),
  agreementCase('QWK', { r: 0.75, n: 30 }, kappa),
  agreementCase('QWK', { r: 0.75, n: 100 }, kappa),
  agreementCase('QWK', { r: 0.75, shift: 0.4, n: 300 }, kappa),
  agreementCase('AC2', { r: 0.75, n: 60 }, ac2),
  agreementCase('AC2 of weak agreement', { r: 0.5, n: 60 }, ac2),
  agreementCase('AC2', { r: 0.75, n: 100 }, ac2),
  agreementCase('AC2', { r: 0.75, shift: 0.4, n: 300 }, ac2),
  shareCase(0.5, 20),
  shareCase(0.05, 50),
  shareCase(0.9, 200),
  ratioCase(0.3, 0.4, 50),
  ratioCase(0.3, 0.4, 300),
  differenceCase(0.5, 30),
  differenceCase(0.5, 200),
  shiftCase(0.2, 30),
  difCase(100),
  difCase(500),
  bandCase({ ...three, within: 0.3 }, 50),
  bandCase({ ...three, within: 0.3 }, 500),
];
