import { describe, expect, test } from 'vitest';
import { isoDay } from '../../../../src/core/instant';
import { amounts, aResource, chargesOf, comingCharges, LATER, urnOf } from '../../../support/resources';

describe('database instance', () => {
  const base = {
    type: 'aws:rds/instance:Instance',
    properties: { instanceClass: 'db.t3.micro', engine: 'postgres', allocatedStorage: 20 },
  };

  test('an instance in one zone with gp2 storage', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Database instance', '13.14', '13.14'],
      ['Database storage', '2.30', '2.30'],
    ]);
  });

  test('a standby in a second zone', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, multiAz: true } }))).toEqual([
      ['Database instance', '26.28', '26.28'],
      ['Database storage', '4.60', '4.60'],
    ]);
  });

  test('IOPS make the storage io1', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, iops: 1000 } }))).toEqual([
      ['Database instance', '13.14', '13.14'],
      ['Database storage', '2.50', '2.50'],
      ['Provisioned IOPS', '100.00', '100.00'],
    ]);
  });

  test('io2 IOPS have no kept price, and are not free', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, storageType: 'io2', iops: 1000 } }))).toEqual(
      [
        ['Database instance', '13.14', '13.14'],
        ['Database storage', '2.50', '2.50'],
        ['Provisioned IOPS', 'no price for its type or size in us-east-1'],
      ],
    );
  });

  test('magnetic storage', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, storageType: 'standard' } }))).toEqual([
      ['Database instance', '13.14', '13.14'],
      ['Database storage', '2.00', '2.00'],
    ]);
  });

  test('gp3 within what is included', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, storageType: 'gp3', iops: 3000 } }))).toEqual(
      [
        ['Database instance', '13.14', '13.14'],
        ['Database storage', '2.30', '2.30'],
        ['gp3 IOPS beyond the included', '0.00', '0.00'],
      ],
    );
  });

  test('gp3 beyond what is included', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, storageType: 'gp3', iops: 4000, storageThroughput: 200 },
        }),
      ),
    ).toEqual([
      ['Database instance', '13.14', '13.14'],
      ['Database storage', '2.30', '2.30'],
      ['gp3 IOPS beyond the included', '20.00', '20.00'],
      ['gp3 throughput beyond the included', '6.00', '6.00'],
    ]);
  });

  test('a large gp3 volume includes more', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, storageType: 'gp3', allocatedStorage: 400, iops: 13000 },
        }),
      ),
    ).toEqual([
      ['Database instance', '13.14', '13.14'],
      ['Database storage', '46.00', '46.00'],
      ['gp3 IOPS beyond the included', '20.00', '20.00'],
    ]);
  });

  test('automated backups', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, backupRetentionPeriod: 7 } }))).toEqual([
      ['Database instance', '13.14', '13.14'],
      ['Database storage', '2.30', '2.30'],
      ['Backup storage', '0.00', '1.90'],
    ]);
  });

  test('long Performance Insights', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, performanceInsightsEnabled: true, performanceInsightsRetentionPeriod: 731 },
        }),
      ),
    ).toEqual([
      ['Database instance', '13.14', '13.14'],
      ['Database storage', '2.30', '2.30'],
      ['Performance Insights, first month of retention', '3.00', '3.00'], // 1.50 × 2 vCPUs
      ['Performance Insights, further months', '2.90', '2.90'], // 0.063 × 2 vCPUs × 23 months
    ]);
  });

  test('SQL Server with its licence', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, engine: 'sqlserver-se', instanceClass: 'db.m6i.large' },
        }),
      ),
    ).toEqual([
      ['Database instance', '713.21', '713.21'],
      ['Database storage', '2.30', '2.30'],
    ]);
  });

  test('Oracle Standard Edition with its own licence', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            engine: 'oracle-se2',
            licenseModel: 'bring-your-own-license',
            instanceClass: 'db.m6i.large',
          },
        }),
      ),
    ).toEqual([
      ['Database instance', '124.83', '124.83'],
      ['Database storage', '2.30', '2.30'],
    ]);
  });

  test('Oracle Standard Edition with the licence included', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            engine: 'oracle-se2',
            licenseModel: 'license-included',
            instanceClass: 'db.t3.small',
          },
        }),
      ),
    ).toEqual([
      ['Database instance', '54.75', '54.75'],
      ['Database storage', '2.30', '2.30'],
    ]);
  });

  test('Oracle without a licence model', () => {
    expect(
      amounts(
        chargesOf({ ...base, properties: { ...base.properties, engine: 'oracle-se2', instanceClass: 'db.m6i.large' } }),
      ),
    ).toEqual([
      ['Database instance', 'licenseModel is not set, and it decides the price of Oracle'],
      ['Database storage', '2.30', '2.30'],
    ]);
  });

  test('Db2 costs the same with a Marketplace licence', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            engine: 'db2-se',
            licenseModel: 'marketplace-license',
            instanceClass: 'db.m6i.large',
          },
        }),
      ),
    ).toEqual([
      ['Database instance', '129.94', '129.94'],
      ['Database storage', '2.30', '2.30'],
    ]);
  });

  test('restored from a snapshot of unknown engine', () => {
    expect(
      amounts(
        chargesOf({ ...base, properties: { ...base.properties, engine: undefined, snapshotIdentifier: 'nightly' } }),
      ),
    ).toEqual([
      ['Database instance', 'engine is that of its source, which is not in this plan'],
      ['Database storage', '2.30', '2.30'],
    ]);
  });

  test('in another region', () => {
    expect(amounts(chargesOf({ ...base, region: 'eu-west-1' }))).toEqual([
      ['Database instance', '14.60', '14.60'],
      ['Database storage', '2.54', '2.54'],
    ]);
  });
});

describe('extended support', () => {
  const base = {
    type: 'aws:rds/instance:Instance',
    properties: { instanceClass: 'db.m5.large', engine: 'mysql', engineVersion: '8.0.35', allocatedStorage: 20 },
  };

  test('MySQL 8.0 pays for its first years', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Database instance', '124.83', '124.83'],
      ['Database storage', '2.30', '2.30'],
      ['Extended support of an old engine version', '124.10', '124.10'],
    ]);
  });

  test('the standby pays too', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, multiAz: true } }))).toEqual([
      ['Database instance', '249.66', '249.66'],
      ['Database storage', '4.60', '4.60'],
      ['Extended support of an old engine version', '248.20', '248.20'],
    ]);
  });

  test('MySQL 5.7 pays for its third year', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, engineVersion: '5.7.44' } }))).toEqual([
      ['Database instance', '124.83', '124.83'],
      ['Database storage', '2.30', '2.30'],
      ['Extended support of an old engine version', '292.00', '292.00'],
    ]);
  });

  test('a current version pays nothing', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, engineVersion: '8.4.3' } }))).toEqual([
      ['Database instance', '124.83', '124.83'],
      ['Database storage', '2.30', '2.30'],
    ]);
  });

  test('PostgreSQL 13', () => {
    expect(
      amounts(chargesOf({ ...base, properties: { ...base.properties, engine: 'postgres', engineVersion: '13.15' } })),
    ).toEqual([
      ['Database instance', '129.94', '129.94'],
      ['Database storage', '2.30', '2.30'],
      ['Extended support of an old engine version', '124.10', '124.10'],
    ]);
  });

  const onDay = (engine: string, engineVersion: string, day: string) => {
    const sketch = { ...base, properties: { ...base.properties, engine, engineVersion } };
    const [support] = amounts(chargesOf(sketch, { now: Date.parse(day) })).slice(2) as string[][];
    return support?.slice(1);
  };

  test.each([
    ['mysql', '8.0.35', '2026-06-30', undefined],
    ['mysql', '8.0.35', '2026-07-31', undefined],
    ['mysql', '8.0.35', '2026-08-01', ['124.10', '124.10']],
    ['mysql', '8.0.35', '2028-07-31', ['124.10', '124.10']],
    ['mysql', '8.0.35', '2028-08-01', ['248.20', '248.20']],
    ['mysql', '8.4.3', '2029-08-01', ['124.10', '124.10']],
    ['postgres', '11.22', '2026-11-25', ['292.00', '292.00']],
    ['postgres', '12.22', '2027-02-28', ['146.00', '146.00']],
    ['postgres', '14.20', '2026-11-25', undefined],
    ['postgres', '14.20', '2027-03-01', ['124.10', '124.10']],
    ['postgres', '19.1', '2032-01-01', undefined],
  ])('%s %s on %s', (engine, version, day, expected) => {
    expect(onDay(engine, version, day)).toEqual(expected);
  });

  test('the dearer third year takes the place of the first ones on its day', () => {
    const sketch = { ...base, properties: { ...base.properties, engine: 'postgres', engineVersion: '14.20' } };
    const at = { now: Date.parse('2026-11-25') };
    expect(amounts(comingCharges(sketch, at)).map((row) => (row as string[]).slice(1))).toEqual([
      ['124.10', '124.10'],
      ['248.20', '248.20'],
    ]);
    expect(comingCharges(sketch, at).map(({ begins, stops }) => [isoDay(begins ?? 0), stops && isoDay(stops)])).toEqual(
      [
        ['2027-03-01', '2029-03-01'],
        ['2029-03-01', undefined],
      ],
    );
  });

  test('switched off', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: { ...base.properties, engineLifecycleSupport: 'open-source-rds-extended-support-disabled' },
        }),
      ),
    ).toEqual([
      ['Database instance', '124.83', '124.83'],
      ['Database storage', '2.30', '2.30'],
    ]);
  });

  test('a class whose vCPUs are not known', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, instanceClass: 'db.t2.micro' } }))).toEqual([
      ['Database instance', '12.41', '12.41'],
      ['Database storage', '2.30', '2.30'],
      ['Extended support of an old engine version', 'the vCPUs of its instance type are not known'],
    ]);
  });
});

describe('read replica', () => {
  const base = {
    type: 'aws:rds/instance:Instance',
    properties: { instanceClass: 'db.t3.micro', replicateSourceDb: LATER },
  };

  test('takes engine and size of its source', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { replicateSourceDb: [urnOf('aws:rds/instance:Instance', 'source')] } },
          {
            others: [
              aResource({
                type: 'aws:rds/instance:Instance',
                name: 'source',
                properties: { engine: 'mysql', allocatedStorage: 50 },
              }),
            ],
          },
        ),
      ),
    ).toEqual([
      ['Database instance', '12.41', '12.41'],
      ['Database storage', '5.75', '5.75'],
    ]);
  });
});

describe('Aurora cluster', () => {
  const base = { type: 'aws:rds/cluster:Cluster', properties: { engine: 'aurora-postgresql' } };

  test('storage and I/O', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Aurora storage', '1.00', '10.00'],
      ['Backup storage', '0.00', '0.42'],
      ['Aurora I/O requests', '0.00', '2.00'],
    ]);
  });

  test('I/O-Optimized includes the I/O', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, storageType: 'aurora-iopt1' } }))).toEqual([
      ['Aurora storage', '2.25', '22.50'],
      ['Backup storage', '0.00', '0.42'],
    ]);
  });

  test('serverless v1 pauses', () => {
    expect(amounts(chargesOf({ ...base, properties: { ...base.properties, engineMode: 'serverless' } }))).toEqual([
      ['Aurora storage', '1.00', '10.00'],
      ['Backup storage', '0.00', '0.42'],
      ['Aurora I/O requests', '0.00', '2.00'],
      ['Aurora capacity units', '0.00', '700.80'],
    ]);
  });

  test('serverless v1 that never pauses', () => {
    expect(
      amounts(
        chargesOf({
          ...base,
          properties: {
            ...base.properties,
            engineMode: 'serverless',
            scalingConfiguration: { autoPause: false, minCapacity: 2, maxCapacity: 4 },
          },
        }),
      ),
    ).toEqual([
      ['Aurora storage', '1.00', '10.00'],
      ['Backup storage', '0.00', '0.42'],
      ['Aurora I/O requests', '0.00', '2.00'],
      ['Aurora capacity units', '87.60', '175.20'],
    ]);
  });
});

describe('Multi-AZ cluster', () => {
  const base = {
    type: 'aws:rds/cluster:Cluster',
    properties: { engine: 'mysql', dbClusterInstanceClass: 'db.m6gd.large', allocatedStorage: 100, iops: 1000 },
  };

  test('three instances at one price', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Multi-AZ cluster', '381.06', '381.06'],
      ['Database storage', '37.50', '37.50'],
      ['Provisioned IOPS', '300.00', '300.00'],
      ['Backup storage', '0.00', '1.90'],
    ]);
  });
});

describe('Aurora instance', () => {
  const base = {
    type: 'aws:rds/clusterInstance:ClusterInstance',
    properties: { clusterIdentifier: LATER, engine: 'aurora-postgresql', instanceClass: 'db.r6g.large' },
  };

  test('of a standard cluster', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { clusterIdentifier: [urnOf('aws:rds/cluster:Cluster', 'source')] } },
          {
            others: [
              aResource({
                type: 'aws:rds/cluster:Cluster',
                name: 'source',
                properties: { engine: 'aurora-postgresql' },
              }),
            ],
          },
        ),
      ),
    ).toEqual([['Aurora instance', '189.80', '189.80']]);
  });

  test('of an I/O-Optimized cluster', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { clusterIdentifier: [urnOf('aws:rds/cluster:Cluster', 'source')] } },
          {
            others: [
              aResource({
                type: 'aws:rds/cluster:Cluster',
                name: 'source',
                properties: { engine: 'aurora-postgresql', storageType: 'aurora-iopt1' },
              }),
            ],
          },
        ),
      ),
    ).toEqual([['Aurora instance', '246.74', '246.74']]);
  });

  test('of an old version', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { clusterIdentifier: [urnOf('aws:rds/cluster:Cluster', 'source')] } },
          {
            others: [
              aResource({
                type: 'aws:rds/cluster:Cluster',
                name: 'source',
                properties: { engine: 'aurora-postgresql', engineVersion: '12.18' },
              }),
            ],
          },
        ),
      ),
    ).toEqual([
      ['Aurora instance', '189.80', '189.80'],
      ['Extended support of an old engine version', '146.00', '146.00'],
    ]);
  });

  test.each([
    ['5.7.mysql_aurora.2.12.5', '2026-10-31', ['146.00', '146.00']],
    ['5.7.mysql_aurora.2.12.5', '2026-11-25', ['146.00', '146.00']],
    ['5.7.mysql_aurora.2.12.5', '2026-12-01', ['292.00', '292.00']],
    ['8.0.mysql_aurora.3.10.0', '2026-11-25', undefined],
    ['8.0.mysql_aurora.3.10.0', '2028-05-01', ['124.10', '124.10']],
    ['8.0.mysql_aurora.3.10.0', '2031-01-01', ['124.10', '124.10']],
    ['8.4.mysql_aurora.8.4.7', '2029-08-01', undefined],
  ])('Aurora MySQL %s on %s', (engineVersion, day, expected) => {
    const sketch = { ...base, properties: { ...base.properties, engine: 'aurora-mysql', engineVersion } };
    const [, support] = amounts(chargesOf(sketch, { now: Date.parse(day) })) as string[][];
    expect(support?.slice(1)).toEqual(expected);
  });

  test('of a cluster that is not in the plan', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Aurora instance', 'clusterIdentifier: which one is not known before deployment'],
    ]);
  });
});

describe('Aurora serverless instance', () => {
  const base = {
    type: 'aws:rds/clusterInstance:ClusterInstance',
    properties: { clusterIdentifier: LATER, engine: 'aurora-mysql', instanceClass: 'db.serverless' },
  };

  test('scales between the limits of its cluster', () => {
    expect(
      amounts(
        chargesOf(
          { ...base, dependencies: { clusterIdentifier: [urnOf('aws:rds/cluster:Cluster', 'source')] } },
          {
            others: [
              aResource({
                type: 'aws:rds/cluster:Cluster',
                name: 'source',
                properties: { serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 } },
              }),
            ],
          },
        ),
      ),
    ).toEqual([['Aurora capacity units', '43.80', '350.40']]);
  });

  test('of a cluster that is not in the plan', () => {
    expect(amounts(chargesOf(base))).toEqual([
      ['Aurora capacity units', 'clusterIdentifier: which one is not known before deployment'],
    ]);
  });
});

describe('RDS Proxy', () => {
  const base = { type: 'aws:rds/proxy:Proxy' };

  test('for the databases behind it', () => {
    expect(amounts(chargesOf(base))).toEqual([['RDS Proxy', '21.90', '87.60']]);
  });
});

describe('snapshots', () => {
  const base = { type: 'aws:rds/snapshot:Snapshot' };

  test('of an instance', () => {
    expect(amounts(chargesOf(base))).toEqual([['Database snapshot', '0.00', '9.50']]);
  });

  test('of a cluster', () => {
    expect(amounts(chargesOf({ type: 'aws:rds/clusterSnapshot:ClusterSnapshot' }))).toEqual([
      ['Cluster snapshot', '0.00', '2.10'],
    ]);
  });
});
