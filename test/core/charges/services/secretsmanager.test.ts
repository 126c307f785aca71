import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('secret', () => {
  const base = { type: 'aws:secretsmanager/secret:Secret' };

  test('a secret', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Secret', '0.40', '0.40'],
      ['Secret requests', '0.00', '0.05'],
    ]);
  });

  test('each replica is one more', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { replicas: [{ region: 'eu-west-1' }, { region: 'us-west-2' }] } })),
    ).toEqual([
      ['Secret', '1.20', '1.20'],
      ['Secret requests', '0.00', '0.05'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([
      ['Secret', '0.40', '0.40'],
      ['Secret requests', '0.00', '0.05'],
    ]);
  });
});
