import { expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

test('e-mail of an identity', () => {
  for (const type of ['aws:ses/domainIdentity:DomainIdentity', 'aws:ses/emailIdentity:EmailIdentity']) {
    expect(amounts(chargesOf({ type }))).toEqual([['E-mail', '0.00', '0.10']]);
  }
});
