import { defineConfig } from 'vitest/config';

/** The tests that judge a mutant: those of the core, which need no build and no engine. */
export default defineConfig({
  test: {
    include: ['test/core/**/*.test.ts'],
    exclude: ['test/core/charges/**'],
    testTimeout: 180_000, // Modules of the core keep nothing from test to test: loading them once a mutant is enough.
    isolate: false,
  },
});
