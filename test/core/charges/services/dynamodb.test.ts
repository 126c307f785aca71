import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER, urnOf } from '../../../support/resources';

describe('table', () => {
  const base = { type: 'aws:dynamodb/table:Table', properties: { billingMode: 'PAY_PER_REQUEST' } };

  test('on demand', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['On-demand reads', '0.00', '0.13'],
      ['On-demand writes', '0.00', '0.63'],
      ['Data stored', '0.00', '6.25'],
    ]);
  });

  test('the infrequent-access class', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, tableClass: 'STANDARD_INFREQUENT_ACCESS' } })),
    ).toEqual([
      ['On-demand reads', '0.00', '0.16'],
      ['On-demand writes', '0.00', '0.78'],
      ['Data stored', '0.00', '2.50'],
    ]);
  });

  test('point-in-time recovery', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, pointInTimeRecovery: { enabled: true } } })),
    ).toEqual([
      ['On-demand reads', '0.00', '0.13'],
      ['On-demand writes', '0.00', '0.63'],
      ['Data stored', '0.00', '6.25'],
      ['Point-in-time recovery', '0.00', '5.00'],
    ]);
  });

  test('replicas', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, replicas: [{ regionName: 'eu-west-1' }, { regionName: 'us-west-2' }] },
        }),
      ),
    ).toEqual([
      ['On-demand reads', '0.00', '0.13'],
      ['On-demand writes', '0.00', '0.63'],
      ['Data stored', '0.00', '6.25'],
      ['Replicated writes', '0.00', '1.25'],
      ['Replica data stored', '0.00', '12.50'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([
      ['On-demand reads', '0.00', '0.14'],
      ['On-demand writes', '0.00', '0.71'],
      ['Data stored', '0.00', '7.08'],
    ]);
  });
});

describe('provisioned table', () => {
  const base = { type: 'aws:dynamodb/table:Table', properties: { readCapacity: 10, writeCapacity: 5 } };

  test('is the default', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Read capacity', '0.95', '0.95'],
      ['Write capacity', '2.37', '2.37'],
      ['Data stored', '0.00', '6.25'],
    ]);
  });

  test('indexes add to it', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, globalSecondaryIndexes: [{ readCapacity: 10, writeCapacity: 10 }] },
        }),
      ),
    ).toEqual([
      ['Read capacity', '1.90', '1.90'],
      ['Write capacity', '7.12', '7.12'],
      ['Data stored', '0.00', '6.25'],
    ]);
  });

  test('a replica repeats the writes', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, replicas: [{ regionName: 'eu-west-1' }] } })),
    ).toEqual([
      ['Read capacity', '0.95', '0.95'],
      ['Write capacity', '2.37', '2.37'],
      ['Data stored', '0.00', '6.25'],
      ['Replicated writes', '2.37', '2.37'],
      ['Replica data stored', '0.00', '6.25'],
    ]);
  });
});

describe('replica of a table', () => {
  const base = { type: 'aws:dynamodb/tableReplica:TableReplica', properties: { globalTableArn: LATER } };

  test('of an on-demand table', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { globalTableArn: [urnOf('aws:dynamodb/table:Table', 'source')] } },
          {
            others: [
              aResource({
                type: 'aws:dynamodb/table:Table',
                name: 'source',
                properties: { billingMode: 'PAY_PER_REQUEST' },
              }),
            ],
          },
        ),
      ),
    ).toEqual([
      ['Replicated writes', '0.00', '0.63'],
      ['Replica data stored', '0.00', '6.25'],
    ]);
  });

  test('of a table that is not in the plan', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Replicated writes', 'globalTableArn: which one is not known before deployment'],
      ['Replica data stored', '0.00', '6.25'],
    ]);
  });
});
