import { describe, expect, test } from 'vitest';
import { HAPPY_PATHS } from '../../../support/happy-paths';
import { amounts, chargesOf, linked } from '../../../support/resources';

describe('at a glance', () => {
  for (const [type, properties, lines, links = []] of HAPPY_PATHS) {
    test(type, () => {
      const { dependencies, others } = linked(links);
      expect(amounts(chargesOf({ type, properties, dependencies }, { others }))).toEqual(lines);
    });
  }
});
