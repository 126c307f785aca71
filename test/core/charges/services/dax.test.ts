import { describe, expect, test } from 'vitest';
import { amounts, chargesOf, LATER } from '../../../support/resources';

describe('cluster', () => {
  const base = { type: 'aws:dax/cluster:Cluster', properties: { nodeType: 'dax.t3.small', replicationFactor: 3 } };

  test('nodes', () => {
    expect(amounts(chargesOf(base))).toEqual([['DAX node', '87.60', '87.60']]);
  });

  test('a number decided later', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, replicationFactor: LATER } }))).toEqual([
      ['DAX node', 'replicationFactor is set by another resource, after deployment'],
    ]);
  });

  test('no node type', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, nodeType: undefined } }))).toEqual([
      ['DAX node', 'a property that decides its price is not set'],
    ]);
  });

  test('a negative number', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, replicationFactor: -1 } }))).toEqual([
      ['DAX node', 'replicationFactor is negative'],
    ]);
  });
});
