import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('cluster', () => {
  const base = { type: 'aws:redshift/cluster:Cluster', properties: { nodeType: 'ra3.xlplus', numberOfNodes: 2 } };

  test('nodes and managed storage', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Redshift node', '1585.56', '1585.56'],
      ['Managed storage', '0.00', '2.40'],
    ]);
  });

  test('one node by default', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, numberOfNodes: undefined } }))).toEqual([
      ['Redshift node', '792.78', '792.78'],
      ['Managed storage', '0.00', '2.40'],
    ]);
  });

  test('two zones', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, multiAz: true } }))).toEqual([
      ['Redshift node', '3171.12', '3171.12'],
      ['Managed storage', '0.00', '2.40'],
    ]);
  });

  test('older nodes have disks', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, nodeType: 'dc2.large' } }))).toEqual([
      ['Redshift node', '365.00', '365.00'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([
      ['Redshift node', '1754.92', '1754.92'],
      ['Managed storage', '0.00', '2.40'],
    ]);
  });
});
