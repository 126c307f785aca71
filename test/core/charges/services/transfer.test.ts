import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('server', () => {
  const base = { type: 'aws:transfer/server:Server' };

  test('SFTP by default', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Transfer endpoint protocol', '219.00', '219.00'],
      ['Data transferred', '0.00', '4.00'],
    ]);
  });

  test('two protocols', () => {
    expect(amounts(chargesOf({ ...base, properties: { protocols: ['SFTP', 'FTPS'] } }))).toEqual([
      ['Transfer endpoint protocol', '438.00', '438.00'],
      ['Data transferred', '0.00', '4.00'],
    ]);
  });
});
