import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('queue', () => {
  const base = { type: 'aws:sqs/queue:Queue' };

  test('requests', () => {
    expect(amounts(chargesOf(base))).toEqual([['Queue requests', '0.00', '0.40']]);
  });

  test('first in, first out', () => {
    expect(amounts(chargesOf({ ...base, properties: { fifoQueue: true } }))).toEqual([
      ['Queue requests', '0.00', '0.50'],
    ]);
  });

  test('the owner knows the requests', () => {
    expect(
      amounts(
        chargesOf(base, {
          usage: [{ type: base.type, name: undefined, tag: undefined, figures: { monthlyRequests: 10000000 } }],
        }),
      ),
    ).toEqual([['Queue requests', '4.00', '4.00']]);
  });
});
