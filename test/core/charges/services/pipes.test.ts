import { expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

test('pipe', () => {
  expect(amounts(chargesOf({ type: 'aws:pipes/pipe:Pipe' }))).toEqual([['Pipe requests', '0.00', '0.04']]);
});
