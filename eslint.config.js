import tseslint from 'typescript-eslint';
import { ownLines } from './scripts/own-lines-rule.mjs';

const budget = {
  'max-lines': ['error', { max: 300 }],
  'house/own-lines': ['error', { max: 60 }],
};

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'data/**', 'coverage/**'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', 'tsconfig.browser.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { house: { rules: { 'own-lines': ownLines } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...budget,
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Ids and counts are put into texts everywhere; forbidding numbers there buys nothing.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `const { secret: _secret, ...rest } = whole` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      // Records from outside are read by quoted names, so that they stand out from fields of our own types.
      '@typescript-eslint/dot-notation': 'off',
      // Ids are made and branded in one step.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Handlers and stores are plain functions in a list; nothing in the house uses `this`.
      '@typescript-eslint/unbound-method': 'off',
      // Its walk over types never ends on Mongoose's recursive schema types (stack overflow in 8.73).
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // There are no enums here (`erasableSyntaxOnly` refuses them), and the rule is a fifth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Shapes that cross rooms are written as types, so that unions and objects read alike.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    // A describe block is a list of cases, not a function with a story.
    rules: { 'house/own-lines': 'off' },
  },
);
