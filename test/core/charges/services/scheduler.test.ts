import { expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

test('schedule', () => {
  expect(amounts(chargesOf({ type: 'aws:scheduler/schedule:Schedule' }))).toEqual([
    ['Schedule invocations', '0.00', '0.04'],
  ]);
});
