import tseslint from 'typescript-eslint';

const budget = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 60 }],
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'coverage/**'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...budget,
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Ids and counts are put into texts everywhere; forbidding numbers there buys nothing.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Shapes that cross rooms are written as types, so that unions and objects read alike.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    // A describe block is a list of cases, not a function with a story.
    rules: { 'max-lines-per-function': 'off' },
  },
);
