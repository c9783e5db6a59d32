import shared, { LONG } from './jest.config.js';

export default {
  ...shared,
  testPathIgnorePatterns: ['/node_modules/'],
  testMatch: LONG.flatMap((path) => [`<rootDir>/${path}/**/*.test.ts`, `<rootDir>/${path}.test.ts`]),
};
