import { z } from 'zod';
import { mean } from '../../core/psychometrics/mean.ts';
import { populationSd } from '../../core/psychometrics/population-sd.ts';
import { standardise } from '../../core/psychometrics/standardise.ts';
import { distanceAgreement } from '../../core/scoring/distance-agreement.ts';
import { distanceDecomposition } from '../../core/scoring/distance-decomposition.ts';
import { shapeAgreement } from '../../core/scoring/shape-agreement.ts';
import { shapeDistances, type RatedOptions } from '../../core/scoring/shape-distances.ts';
import { sideAgreement } from '../../core/scoring/side-agreement.ts';
import { statistic, without, type Output, type Statistic } from './statistic.ts';

const n = z.number();
const list = z.array(n);
const ratings = z.array(n.nullable());
const options = { ratings, key: list };
const scale = z.tuple([n, n]);

interface Rated extends RatedOptions {
  readonly places: readonly number[];
}

/** Hands on the options that were rated, with their places; key and ratings have to be of one length. */
function onRated(given: z.output<z.ZodObject<typeof options>>, run: (rated: Rated) => Output): Output {
  if (given.ratings.length !== given.key.length) return without('invalid-response');
  const there = given.key.flatMap((key, place) => {
    const rating = given.ratings[place] ?? null;
    return rating === null ? [] : [{ key, rating, place }];
  });
  if (there.length < 2) return without('insufficient-n');
  return run({
    places: there.map(({ place }) => place),
    ratings: there.map(({ rating }) => rating),
    key: there.map(({ key }) => key),
  });
}

const raw = (power: 1 | 2, named: (apart: NonNullable<ReturnType<typeof distanceAgreement>>) => Output) =>
  statistic({ ...options, scale }, (input) =>
    onRated(input, (rated) => {
      const apart = distanceAgreement(rated, input.scale, power);
      return apart === null ? without('invalid-response') : named(apart);
    }),
  );
const shapeR = statistic(options, (input) =>
  onShape(input, (distances) => ({ r: shapeAgreement(distances) })),
);

/** The same for scores of shape, which do not exist where a list does not spread. */
function onShape(
  given: z.output<z.ZodObject<typeof options>>,
  run: (distances: readonly number[], rated: Rated) => Output,
): Output {
  return onRated(given, (rated) => {
    const distances = shapeDistances(rated);
    return distances === null ? without('no-variance') : run(distances, rated);
  });
}

/** Situational judgment items where every option is rated, scored by distance or by agreement of shape. */
export const ratedOptions: Readonly<Record<string, Statistic>> = {
  'sjt.rate_abs': raw(1, ({ distance, furthest, score }) => ({
    mean_abs_distance: distance,
    dmax: furthest,
    score,
  })),
  'sjt.rate_sq': raw(2, ({ distance, furthest, score }) => ({
    mean_sq_distance: distance,
    d2max: furthest,
    score,
  })),
  'sjt.rate_d2_decomposition': statistic(options, (input) =>
    onRated(input, (rated) => {
      const parts = distanceDecomposition(rated);
      if (parts === null) return without('no-variance');
      return {
        d2: parts.distance,
        elevation: parts.elevation,
        scatter: parts.scatter,
        shape: parts.shape,
        sum: parts.elevation + parts.scatter + parts.shape,
        mean_x: mean(rated.ratings),
        mean_k: mean(rated.key),
        sd_x: populationSd(rated.ratings),
        sd_k: populationSd(rated.key),
        r: parts.r,
      };
    }),
  ),
  'sjt.rate_shape': statistic(options, (input) =>
    onShape(input, (distances, rated) => {
      const r = shapeAgreement(distances);
      return {
        z_first: standardise(rated.ratings)?.[0] ?? null,
        mean_sq_distance_z: mean(distances),
        two_one_minus_r: 2 * (1 - r),
        r,
        score_0_100: Math.min(100, Math.max(0, 50 * (1 + r))),
      };
    }),
  ),
  'sjt.rate_shape_elevation_invariant': statistic(
    { ...options, ratings_moderated: ratings, scale },
    (input) => {
      const original = rawAndShape(input, input.scale);
      const moderated = rawAndShape({ ...input, ratings: input.ratings_moderated }, input.scale);
      if ('reason' in original) return original;
      if ('reason' in moderated) return moderated;
      return {
        r_original: original.r,
        r_moderated: moderated.r,
        raw_sq_original: original.distance,
        raw_sq_moderated: moderated.distance,
      };
    },
  ),
  'sjt.rate_shape_constant': shapeR,
  'sjt.rate_shape_missing': statistic(options, (input) =>
    onShape(input, (distances, rated) => {
      return { r: shapeAgreement(distances), answered: rated.places.length, of: input.key.length };
    }),
  ),
  'sjt.rate_shape_pattern': shapeR,
  'sjt.rate_dichotomised': statistic({ ...options, midpoint: n }, (input) =>
    onRated(input, (rated) => {
      const scores = rated.ratings.map((rating, option) =>
        sideAgreement(rating, rated.key[option] ?? NaN, input.midpoint),
      );
      return { item_scores: scores, mean: mean(scores) };
    }),
  ),
  'sjt.rate_shape_dimensions': statistic({ ...options, dimension: z.array(z.string()) }, (input) =>
    onShape(input, (distances, rated) => {
      const dimensionOf = rated.places.map((place) => input.dimension[place] ?? '');
      const pieces = [...new Set(dimensionOf)].map((dimension) => {
        const own = distances.filter((_, option) => dimensionOf[option] === dimension);
        return { dimension, n: own.length, score: shapeAgreement(own) };
      });
      const weighted = pieces.reduce((sum, piece) => sum + piece.n * piece.score, 0);
      return {
        ...Object.fromEntries(pieces.map(({ dimension, score }) => [dimension, score])),
        weighted_mean: weighted / distances.length,
        r: shapeAgreement(distances),
      };
    }),
  ),
};

function rawAndShape(given: z.output<z.ZodObject<typeof options>>, on: readonly [number, number]): Output {
  return onShape(given, (distances, rated) => {
    const apart = distanceAgreement(rated, on, 2);
    if (apart === null) return without('invalid-response');
    return { r: shapeAgreement(distances), distance: apart.distance };
  });
}
