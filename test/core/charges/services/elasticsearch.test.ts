import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('Elasticsearch domain', () => {
  const base = {
    type: 'aws:elasticsearch/domain:Domain',
    properties: { clusterConfig: { instanceType: 'm4.large.elasticsearch' } },
  };

  test('bills as the same node of OpenSearch', () => {
    expect(amounts(chargesOf(base))).toEqual([['Data node', '110.23', '110.23']]);
  });
});
