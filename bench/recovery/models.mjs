// Data whose true figures are known: a trait, parts or raters of known weight, noise. Everything from one named stream.
const LEVELS = [1, 2, 3, 4, 5];
/** Where a normal variable passes from one level to the next: most responses in the middle. */
const CUTS = [-1.4, -0.5, 0.5, 1.4];

export const times = (n, make) => Array.from({ length: n }, (_, index) => make(index));
export const toLevel = (value) => 1 + CUTS.filter((cut) => value > cut).length;

/** Persons by parts, each part the trait of its stratum and noise; parts of one stratum correlate by `within`. */
export function parts(random, { n, strata, within, between }) {
  const names = [...new Set(strata)];
  return times(n, () => {
    const general = random.normal();
    const traits = new Map(names.map((name) => [name, random.normal()]));
    return strata.map(
      (name) =>
        Math.sqrt(between) * general +
        Math.sqrt(within - between) * traits.get(name) +
        Math.sqrt(1 - within) * random.normal(),
    );
  });
}

/** Reliability of the sum: true variance of the sum over all of its variance. */
export function reliabilityOfSum({ strata, within, between }) {
  const pairs = strata.flatMap((one, i) => strata.map((other, j) => (i === j ? null : one === other)));
  const covariance = pairs
    .filter((same) => same !== null)
    .reduce((sum, same) => sum + (same ? within : between), 0);
  const truth = covariance + strata.length * within;
  return truth / (covariance + strata.length);
}

/** Targets by raters with variances of targets, raters and error. */
export function ratings(random, { n, k, target, rater, error }) {
  const severity = times(k, () => Math.sqrt(rater) * random.normal());
  return times(n, () => {
    const own = Math.sqrt(target) * random.normal();
    return severity.map((mild) => own + mild + Math.sqrt(error) * random.normal());
  });
}

/** Two raters on the five levels, correlated by `r` before their levels are cut. */
export const levelPairs = (random, { n, r, shift = 0 }) =>
  times(n, () => {
    const first = random.normal();
    const second = r * first + Math.sqrt(1 - r * r) * random.normal();
    return [toLevel(first), toLevel(second + shift)];
  });

/** How often each pair of levels comes up, from very many of them. */
export function levelShares(random, model, draws) {
  const counts = LEVELS.map(() => LEVELS.map(() => 0));
  for (const [first, second] of levelPairs(random, { ...model, n: draws }))
    counts[first - 1][second - 1] += 1;
  return counts;
}

export const tableOf = (pairs) => {
  const counts = LEVELS.map(() => LEVELS.map(() => 0));
  for (const [first, second] of pairs) counts[first - 1][second - 1] += 1;
  return { levels: LEVELS, counts };
};
