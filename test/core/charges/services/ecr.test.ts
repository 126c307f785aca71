import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('repository', () => {
  const base = { type: 'aws:ecr/repository:Repository' };

  test('images stored', () => {
    expect(amounts(chargesOf(base))).toEqual([['Images stored', '0.00', '1.00']]);
  });

  test('the owner knows the size', () => {
    expect(
      amounts(
        chargesOf(base, { usage: [{ type: base.type, name: undefined, tag: undefined, figures: { storageGb: 50 } }] }),
      ),
    ).toEqual([['Images stored', '5.00', '5.00']]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([['Images stored', '0.00', '1.00']]);
  });
});
