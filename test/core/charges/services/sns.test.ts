import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('topic', () => {
  const base = { type: 'aws:sns/topic:Topic' };

  test('requests and deliveries', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Topic requests', '0.00', '0.50'],
      ['Notifications by HTTP', '0.00', '0.06'],
      ['Notifications by e-mail', '0.00', '0.02'],
    ]);
  });

  test('first in, first out', () => {
    expect(amounts(chargesOf({ ...base, properties: { fifoTopic: true } }))).toEqual([
      ['Topic requests', '0.00', '0.30'],
    ]);
  });
});
