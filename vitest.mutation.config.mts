import { statSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A mutant that dies should die soon: by the small tests of one thing, before those of the whole flow. */
class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sizes = new Map(files.map((file) => [file, statSync(file.moduleId).size]));
    return [...files].sort((a, b) => (sizes.get(a) ?? 0) - (sizes.get(b) ?? 0));
  }
}

/** The tests that judge a mutant: those of the core, which need no build and no engine. */
export default defineConfig({
  test: {
    include: ['test/core/**/*.test.ts'],
    exclude: ['test/core/charges/**'],
    testTimeout: 180_000,
    // Modules of the core keep nothing from test to test: loading them once a mutant is enough.
    isolate: false,
    sequence: { sequencer: SmallestFirst },
  },
});
