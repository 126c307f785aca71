/**
 * Mutation testing of what decides: `npm run mutation`, or a part of it: `npm run mutation -- --mutate src/core/verdict.ts`.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: [
    'src/core/outlook/**/*.ts',
    // The rows of the rules are held by their own examples.
    'src/core/coverage/*.ts',
    'src/core/findings/**/*.ts',
    'src/core/verdict.ts',
    'src/core/credits/**/*.ts',
  ],
  ignorePatterns: ['dist', 'docs', 'examples'],
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.mutation.config.mts', related: false },
  coverageAnalysis: 'perTest',
  // Constants are made once: to mutate what only loading runs costs a new process for each mutant.
  ignoreStatic: true,
  // Words are checked by the pages that show them.
  mutator: { excludedMutations: ['StringLiteral'] },
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  // An endless loop is one; a busy machine is none.
  timeoutMS: 15_000,
  tempDirName: '.mutation',
  thresholds: { high: 95, low: 85, break: 85 },
};
