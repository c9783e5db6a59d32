const ratings = [6, 2, 5, 1, 7, 3, 4, 2, 6, 1, 5, 3];
const key = [5.8, 1.6, 5.1, 2.4, 6.2, 2.1, 4.9, 1.3, 5.2, 1.9, 6, 3.4];
const orders = { ranks: [2, 1, 3, 5, 4], key: [1, 2, 3, 4, 5] };
const table = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
];
const binary = [
  [1, 1, 0, 1],
  [1, 0, 0, 0],
  [0, 0, 0, 1],
  [1, 1, 1, 1],
  [0, 1, 0, 0],
];
const levels = { a: [1, 2, 3, 4, 5, 3, 2, 4, 3, 5], b: [1, 3, 3, 4, 4, 3, 2, 5, 2, 5] };
const observers = [
  [1, 2, 3, 3, 2, 1, 4, 1],
  [1, 2, 3, 3, 2, 2, 4, 1],
  [null, 3, 3, 3, 2, 3, 4, 2],
];
const four = { focal_selected: 3, focal_total: 12, reference_selected: 8, reference_total: 20 };
const people = [62, 55, 71, 48, 66, 59, 73, 50];
const norm = [41, 55, 55, 60, 62, 62, 62, 70, 77, 88];
const strata = [
  [1, 3, 12, 2, 9],
  [2, 8, 9, 4, 10],
  [3, 14, 4, 8, 6],
];
const RACES = [
  'Hispanic or Latino',
  'White',
  'Black or African American',
  'Native Hawaiian or Pacific Islander',
  'Asian',
  'Native American or Alaska Native',
  'Two or More Races',
];
const selected = (categories: readonly string[]) => ({
  rows: categories.map((category, place) => ({ category, applicants: 100 + place, selected: 40 + place })),
});
const candidates = {
  candidates: RACES.flatMap((race, place) =>
    ['Male', 'Female'].flatMap((sex) =>
      [40, 55, 70].map((score) => ({ sex, race, score: score + place + (sex === 'Male' ? 1 : 0) })),
    ),
  ),
};
const correlations = (loadings: readonly number[]) => ({
  cor: loadings.map((left, row) => loadings.map((right, column) => (row === column ? 1 : left * right))),
});

/** One made-up input for each statistic of the catalogue whose own case is not stored here. */
export const plausibleInputs: Readonly<Record<string, unknown>> = {
  'dist.norm_cdf_1.96': { x: 1 },
  'dist.norm_quantile_.001': { p: 0.01 },
  'dist.f_upper_tail_small': { f: 20, df1: 3, df2: 40 },
  'dist.f_quantile_frac': { p: 0.9, df1: 3.5, df2: 17.2 },
  'dist.f_quantile_low': { p: 0.05, df1: 4, df2: 12 },
  'dist.chisq_upper_20_df6': { x: 12, df: 5 },
  'dist.lgamma_.5': { x: 2.5 },
  'sjt.pick_one_weighted': {
    responses: ['b', 'a'],
    values: [
      { a: 0, b: 4, c: 1 },
      { a: 3, b: 4, c: 0 },
    ],
  },
  'sjt.best_worst_values': { values: { a: 4.6, b: 3.1, c: 2.2, d: 1.4 }, best: 'b', worst: 'd' },
  'sjt.consensus_proportion': { expert_choices: ['a', 'a', 'c'], options: ['a', 'b', 'c', 'd'] },
  'sjt.consensus_mode_tie': { expert_choices: ['a', 'c'], options: ['a', 'b', 'c', 'd'] },
  'sjt.rate_abs': { ratings, key, scale: [1, 7] },
  'sjt.rate_d2_decomposition': { ratings, key },
  'sjt.rate_shape_missing': { ratings: [null, ...ratings.slice(1)], key },
  'sjt.rate_shape_pattern': { ratings: ratings.map((_, option) => (option % 2 === 0 ? 1 : 7)), key },
  'sjt.rank_spearman': orders,
  'sjt.rank_footrule': orders,
  'sjt.rank_ukfp20': orders,
  'key.rwg_negative': { ratings: [1, 7, 1, 7, 1, 7], A: 7 },
  'alpha.kr20': { data: binary },
  'alpha.constant_item': { data: binary.map((row) => [...row, 1]) },
  'alpha.one_item': { data: [[1], [2], [3]] },
  'alpha.negative': {
    data: [
      [1, 5],
      [5, 2],
      [3, 3],
      [4, 1],
    ],
  },
  'alpha.equals_icc3k': { data: table },
  'omega.exact': correlations([0.7, 0.6, 0.8, 0.4]),
  'omega.three_items': correlations([0.7, 0.6, 0.8]),
  'sem.basic': { sd: 10, reliability: 0.8, score: 55 },
  'sem.perfect': { sd: 10, reliability: 1, score: 55 },
  'icc.shrout_fleiss': { data: table },
  'icc.anxiety': { data: table.map((row) => row.slice(1)) },
  'icc.one_rater': { data: [[1], [2], [3]] },
  'icc.one_target': { data: [[1, 2, 3]] },
  'icc.severity_only': {
    data: [
      [2, 3],
      [3, 4],
      [4, 5],
      [1, 2],
    ],
  },
  'gqk.multiplier': {
    raters_by_target: [
      [1, 2],
      [2, 3],
      [1, 3],
      [3, 4],
    ],
  },
  'gqk.nested': {
    raters_by_target: [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
  },
  'kappa.psych_doc': levels,
  'kappa.both_constant': { a: [3, 3, 3], b: [3, 3, 3] },
  'kappa.one_constant': { a: [3, 3, 3, 3], b: [2, 3, 4, 3] },
  'kappa.reversed': { a: [1, 5, 1, 5], b: [5, 1, 5, 1] },
  'kappa.fleiss_diagnoses': {
    data: [
      [1, 1, 2],
      [2, 2, 2],
      [3, 3, 1],
      [1, 1, 1],
    ],
  },
  'krippendorff.two_raters': { data: observers.slice(0, 2) },
  'krippendorff.shrout_fleiss': { data: table },
  'krippendorff.pool': { data: observers },
  'krippendorff.all_equal': {
    data: [
      [2, 2, 2],
      [2, 2, 2],
    ],
  },
  'gwet.raw5obser': {
    data: [
      [1, 1, null, 1],
      [2, 2, 3, 2],
      [3, 3, 3, 3],
      [1, 2, 3, 3],
    ],
  },
  'gwet.all_equal': {
    data: [
      [3, 3],
      [3, 3],
    ],
    categories: [1, 2, 3, 4, 5],
  },
  'rater.severity_additive': {
    target: [1, 1, 2, 2, 3, 3],
    rater: [1, 2, 2, 3, 1, 3],
    y: [3, 4, 2, 2, 4, 5],
  },
  'adjudicate.third_needed': { ratings: [2, 4], tolerance: 1 },
  'adjudicate.tertium': { ratings: [2, 5], adjudicator: 4, rule: 'tertium_quid' },
  'adjudicate.expert': { ratings: [2, 5], adjudicator: 4, rule: 'expert' },
  'norm.percentile_midrank': { norm, scores: [55, 62, 80] },
  'norm.t_linear': { norm, scores: [55, 62] },
  'norm.t_normalised': { norm, scores: [55, 62] },
  'adverse.ugesp_q12': four,
  'adverse.audit_ai_1': four,
  'adverse.focal_zero': { ...four, focal_selected: 0 },
  'adverse.exact_four_fifths': { ...four, focal_selected: 4, focal_total: 20, reference_selected: 10 },
  'adverse.one_person_flip': four,
  'adverse.d': { focal: people, reference: people.map((score, person) => score + (person % 3) * 4) },
  'll144.selection_sex': selected(['Male', 'Female']),
  'll144.selection_race': selected(RACES),
  'll144.scoring_raw': { candidates: [...candidates.candidates, { sex: null, race: null, score: 50 }] },
  'll144.scoring_ties': { candidates: candidates.candidates.map(({ sex, score }) => ({ sex, score })) },
  'dif.mh_verbal_S2DoCurse': { strata },
  'dif.mh_verbal_S4WantShout': { strata },
  'dif.mh_ucb': { strata: strata.map((row) => row.slice(1)) },
  'dif.zero_denominator': {
    strata: [
      [1, 5, 0, 3, 4],
      [2, 6, 0, 2, 5],
    ],
  },
  'dif.std_pdif': { strata },
};
