/**
 * The assumptions of the simulation, all in one place; docs/simulation.md says where they come from and which figures
 * follow from them. Traits have mean 0 and SD 1 among the applicants.
 */
export const POPULATION = {
  /** Correlations of the traits, in the order of TRAITS: 1–2, 1–3, 2–3. */
  correlations: [0.6, 0.5, 0.55],

  judgment: {
    /** How strongly ratings follow the key for somebody of average traits, and how much one SD of the trait adds. */
    grasp: 0.5,
    graspByTrait: 0.12,
    /** A knack for such tests that has nothing to do with the traits or with writing. */
    knackSd: 0.09,
    /** What a person makes of one situation beyond the trait, and of one option beyond the situation. */
    situationSd: 0.28,
    optionSd: 1.4,
    /** Style of answering, which shape scoring takes out again. */
    elevationSd: 0.4,
    scatterSd: 0.2,
  },

  writing: {
    /** The level that somebody of average traits writes at, and how much one SD of the trait adds. */
    level: 3,
    levelByTrait: 0.6,
    /** How easily somebody writes, whatever it is about. */
    fluencySd: 0.4,
    /** How a prompt suits a person, for all criteria together and for each by itself. */
    promptSd: 0.75,
    criterionSd: 0.6,
  },

  rating: {
    /** Raters differ in severity; each also is off by a different amount on every criterion of every response. */
    severitySd: 0.25,
    criterionSd: 0.6,
    /** One impression of the whole response shifts all its criteria, and pulls them together. */
    impressionSd: 0.38,
    halo: 0.2,
    unratable: 0.004,
  },

  /** Shares of people. */
  careless: 0.03,
  incomplete: 0.05,
  moreTime: 0.08,

  /** What people begin on, which has nothing to do with their scores; the rest use a tablet. */
  devices: { phone: 0.55, computer: 0.4 },
} as const;

/** What the three parts of the simulated assessments are about; dimensions and criteria have the same names. */
export const TRAITS = ['empathy', 'communication', 'adaptability'] as const;
export type Trait = (typeof TRAITS)[number];
