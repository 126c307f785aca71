import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('directory', () => {
  const base = { type: 'aws:directoryservice/directory:Directory' };

  test('a large Simple AD by default', () => {
    expect(amounts(chargesOf(base))).toEqual([['Directory', '109.50', '109.50']]);
  });

  test('a small connector', () => {
    expect(amounts(chargesOf({ ...base, properties: { type: 'ADConnector', size: 'Small' } }))).toEqual([
      ['Directory', '36.50', '36.50'],
    ]);
  });

  test('two controllers of the Enterprise edition by default', () => {
    expect(amounts(chargesOf({ ...base, properties: { type: 'MicrosoftAD' } }))).toEqual([
      ['Domain controller', '292.00', '292.00'],
    ]);
  });

  test('Standard with three controllers', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { type: 'MicrosoftAD', edition: 'Standard', desiredNumberOfDomainControllers: 3 },
        }),
      ),
    ).toEqual([['Domain controller', '131.40', '131.40']]);
  });
});
