/** What takes long and says again at length what shorter tests say: `npm run test:long`. */
export const LONG = [
  'test/browser/candidate/more-time',
  'test/browser/candidate/pick-and-rank',
  'test/browser/candidate/preview',
  'test/browser/staff',
  'test/browser/styleguide',
  'test/commands/erase',
  'test/features/erasure/erasing-while-writing',
  'test/features/rubric-editor/any-sequence',
  'test/journeys',
  'test/judges/page-judges',
  'test/judges/raters-race',
  'test/simulation/measure-simulation',
  'test/store/no-page-scans',
];

export default {
  testEnvironment: 'node',
  runtime: '<rootDir>/test/support/packages-once.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...LONG],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testSequencer: '<rootDir>/test/support/judges-first.mjs',
  // No test asserts a time: this only ends what hangs, also on a machine that is busy with other things.
  testTimeout: 90_000,
  // A third one on two processors took a tenth longer.
  maxWorkers: 2,
  // Modules of finished suites stay in memory; a fresh worker is faster than one that collects two gigabytes.
  workerIdleMemoryLimit: '1500MB',
};
