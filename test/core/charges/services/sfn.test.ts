import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('state machine', () => {
  const base = { type: 'aws:sfn/stateMachine:StateMachine' };

  test('standard by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['State transitions', '0.00', '0.25']]);
  });

  test('express', () => {
    expect(amounts(chargesOf({ ...base, properties: { type: 'EXPRESS' } }))).toEqual([
      ['Express requests', '0.00', '0.10'],
      ['Express duration', '0.00', '0.17'],
    ]);
  });
});
