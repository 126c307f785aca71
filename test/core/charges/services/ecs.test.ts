import { describe, expect, test } from 'vitest';
import { amounts, aResource, chargesOf, LATER } from '../../../support/resources';

const TASK = 'aws:ecs/taskDefinition:TaskDefinition';

describe('service', () => {
  const of = (properties: Record<string, unknown>, task: Record<string, unknown> = {}) => {
    const definition = aResource({ type: TASK, properties: { cpu: '256', memory: '512', ...task } });
    const sketch = {
      type: 'aws:ecs/service:Service',
      properties: { launchType: 'FARGATE', desiredCount: 2, ...properties },
      dependencies: { taskDefinition: [definition.urn] },
    };
    return amounts(chargesOf(sketch, { others: [definition] }));
  };
  const both = [
    ['Fargate vCPUs', '14.78', '14.78'],
    ['Fargate memory', '3.24', '3.24'],
  ];
  const upToBoth = [
    ['Fargate vCPUs', '0.00', '14.78'],
    ['Fargate memory', '0.00', '3.24'],
  ];
  const strategies = (...names: unknown[]) => ({
    launchType: undefined,
    capacityProviderStrategies: names.map((capacityProvider) => ({ capacityProvider })),
  });

  test('two small tasks on Fargate', () => {
    expect(of({})).toEqual(both);
  });

  test.each([
    [{ cpu: '.25 vCPU', memory: '.5 GB' }],
    [{ cpu: '0.25 vcpu', memory: '0.5GB' }],
    [{ cpu: 256, memory: 512 }],
  ])('sizes written as %o', (task) => {
    expect(of({}, task)).toEqual(both);
  });

  test('on ARM', () => {
    expect(of({}, { runtimePlatform: { cpuArchitecture: 'ARM64' } })).toEqual([
      ['Fargate vCPUs', '11.82', '11.82'],
      ['Fargate memory', '2.60', '2.60'],
    ]);
  });

  test('on Windows', () => {
    expect(of({}, { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } })).toEqual([
      ['Fargate vCPUs', '16.99', '16.99'],
      ['Fargate memory', '3.73', '3.73'],
      ['Fargate Windows licence', '16.79', '16.79'],
    ]);
  });

  test('more storage than is included', () => {
    expect(of({}, { ephemeralStorage: { sizeInGib: 50 } })[2]).toEqual(['Fargate storage', '4.86', '4.86']);
  });

  test('with public addresses', () => {
    expect(of({ networkConfiguration: { assignPublicIp: true } })[2]).toEqual(['Public IPv4 address', '7.30', '7.30']);
  });

  test('no task is started unless asked for', () => {
    expect(of({ desiredCount: undefined })[0]).toEqual(['Fargate vCPUs', '0.00', '0.00']);
  });

  test('EC2 capacity is charged where its instances are', () => {
    expect(of({ launchType: 'EC2' })).toEqual([]);
    expect(of(strategies('my-instances'))).toEqual([]);
    expect(of({ launchType: undefined })).toEqual([]);
  });

  test('Fargate by capacity provider', () => {
    expect(of(strategies('FARGATE'))).toEqual(both);
  });

  test.each([
    ['Fargate Spot', strategies('FARGATE_SPOT')],
    ['Fargate and Fargate Spot', strategies('FARGATE', 'FARGATE_SPOT')],
    ['a provider decided later', strategies(LATER)],
    ['strategies decided later', { launchType: undefined, capacityProviderStrategies: LATER }],
    ['a launch type decided later', { launchType: LATER }],
  ])('%s costs at most the price of Fargate', (_, properties) => {
    expect(of(properties)).toEqual(upToBoth);
  });

  test('a cluster may choose Fargate for a task that needs it', () => {
    expect(of({ launchType: undefined }, { requiresCompatibilities: ['FARGATE'] })).toEqual(upToBoth);
  });

  test('a task definition of another stack gives no amount', () => {
    const sketch = {
      type: 'aws:ecs/service:Service',
      properties: { launchType: 'FARGATE', desiredCount: 1, taskDefinition: 'web:3' },
    };
    expect(amounts(chargesOf(sketch))[0]).toEqual([
      'Fargate vCPUs',
      'taskDefinition names something that is not in this plan',
    ]);
  });
});

describe('cluster', () => {
  const of = (properties: Record<string, unknown>) =>
    amounts(chargesOf({ type: 'aws:ecs/cluster:Cluster', properties }));
  const insights = [['Container Insights', 'how many metrics it makes depends on what runs there']];

  test('free by itself', () => {
    expect(of({})).toEqual([]);
    expect(of({ settings: [{ name: 'containerInsights', value: 'disabled' }] })).toEqual([]);
  });

  test.each(['enabled', 'enhanced', LATER])('Container Insights %s', (value) => {
    expect(of({ settings: [{ name: 'containerInsights', value }] })).toEqual(insights);
  });
});
