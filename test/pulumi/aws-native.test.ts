import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blankMetering, priceResource } from '../../src/core/charges/charges';
import { classOf, isFree, pricingOf } from '../../src/core/charges/services';
import { countNotChecked, notChecked } from '../../src/core/coverage/not-checked';
import { rulesFor } from '../../src/core/coverage/rules';
import type { PlannedResource } from '../../src/core/plan';
import { PlanIndex } from '../../src/core/plan-index';
import { Properties } from '../../src/core/properties';
import { absent, known, type Reading, unknown } from '../../src/core/reading';
import { classicType, nativeTypes, readNative } from '../../src/pulumi/aws-native';
import { NativeProperties, type Sources } from '../../src/pulumi/aws-native/native-properties';
import { readPlan } from '../../src/pulumi/read-plan';
import { unseen } from '../../src/pulumi/unseen';
import { wordsOf } from '../../src/words/notices';
import fc from '../support/fast-check';
import { amounts, aResource, contextFor, LATER, SECRET, urnOf } from '../support/resources';

const NONE = new Properties({});

const sourcesOf = (type: string): Sources => {
  const { properties } = readNative(type, NONE, {});
  if (!(properties instanceof NativeProperties)) throw new Error(`${type} is not read`);
  return properties.sources;
};

/** Both types of a row that stands for two. */
const classicTypesOf = (type: string): string[] => {
  const everything = new Properties({ dbClusterIdentifier: 'x', provisionedConcurrencyConfig: {} });
  return [...new Set([classicType(type), classicType(type, everything)])];
};

describe('the table', () => {
  test('names only types that have an entry, or that a rule knows', () => {
    const lost = nativeTypes()
      .flatMap(classicTypesOf)
      .filter(
        (type) =>
          classOf(type) === undefined &&
          rulesFor(type).length === 0 &&
          !notChecked.some(({ types }) => types.includes(type)),
      );
    expect(lost).toEqual([]);
  });

  test('covers the types that it is about', () => {
    const priced = nativeTypes().filter((type) => classicTypesOf(type).some((one) => pricingOf(one) !== undefined));
    expect([nativeTypes().length, priced.length]).toMatchInlineSnapshot(`
      [
        479,
        127,
      ]
    `);
  });

  // Names by object of each native type that has something to read: from the type definitions of @pulumi/aws-native.
  const names: Readonly<Record<string, Readonly<Record<string, string>>>> = JSON.parse(
    readFileSync(join(__dirname, 'aws-native-schema.json'), 'utf8'),
  );
  const namesAt = (type: string, path: string): string[] | undefined => names[type]?.[path]?.split(' ');
  const split = (path: string) => {
    const dot = path.lastIndexOf('.');
    return dot < 0 ? { parent: '', name: path } : { parent: path.slice(0, dot), name: path.slice(dot + 1) };
  };
  const within = (prefix: string, path: string) => [prefix, path].filter((part) => part !== '').join('.');
  const COMMON = new Set(['id', 'arn', 'name', 'tags', 'availabilityZone', 'region']);

  function faultsOf(type: string, sources: Sources, prefix = ''): string[] {
    return [...sources].flatMap(([path, source]) => {
      if (prefix === '' && COMMON.has(path) && (source === undefined || source === path)) return [];
      const { parent, name } = split(within(prefix, path));
      if (source === undefined) return namesAt(type, parent)?.includes(name) ? [`${type} does have ${path}`] : [];
      const from = typeof source === 'string' ? [source] : source.from;
      const missing = from.filter((one) => {
        const at = split(within(prefix, one));
        return COMMON.has(one) ? false : !namesAt(type, at.parent)?.includes(at.name);
      });
      const inner =
        typeof source === 'string' || source.inner === undefined
          ? []
          : faultsOf(type, source.inner, within(prefix, source.from[0] ?? ''));
      return [...missing.map((one) => `${type} has no ${within(prefix, one)}`), ...inner];
    });
  }

  test('reads only properties that the native types have, and misses none of the same name', () => {
    const common = sourcesOf('a type without a row');
    const addsSomething = (type: string) => [...sourcesOf(type)].some(([path, source]) => common.get(path) !== source);
    const types = nativeTypes().filter(addsSomething);
    // A type that is missing here is new: scripts/import-native-schema.mjs looks it up.
    expect(types.filter((type) => !(type in names))).toEqual([]);
    expect(types.flatMap((type) => faultsOf(type, sourcesOf(type)))).toEqual([]);
    expect(types.length).toBe(Object.keys(names).length);
  });
});

/** Texts that prices and rules compare with, so that every branch is reached. */
const FOLDERS = ['src/core/charges/services', 'src/core/charges/parts', 'src/core/coverage/rules'].map((one) =>
  join(__dirname, '../..', one),
);
const textsOf = (file: string): string[] => [
  ...new Set([...readFileSync(file, 'utf8').matchAll(/'([\w.-]{1,40})'/g)].map((match) => match[1] ?? '')),
];
const files = FOLDERS.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
const textsByFile = files.map((file) => ({ source: readFileSync(file, 'utf8'), texts: textsOf(file) }));
const textsFor = (type: string): string[] => [
  ...textsByFile.filter(({ source }) => source.includes(`'${type}'`)).flatMap(({ texts }) => texts),
  'db.r6g.large',
  'm5.large',
  'rate(1 minute)',
  'ANOMALY_DETECTION_BAND(m1)',
];

/** Answers by chance, in the kind that is asked for, and remembers the path. */
class Recorder extends Properties {
  constructor(
    private readonly chance: () => number,
    private readonly texts: readonly string[],
    readonly asked: Set<string>,
    private readonly prefix: readonly string[] = [],
  ) {
    super(undefined);
  }

  override any(path: string): Reading<unknown> {
    return this.answer(path, () => this.pick(['x', { modelId: this.pick(this.texts) }, [{ vendorName: 'AWS' }], 7]));
  }
  override text(path: string): Reading<string> {
    return this.answer(path, () => this.pick(this.texts));
  }
  override number(path: string): Reading<number> {
    return this.answer(path, () => this.pick([0, 1, 2, 8, 10, 30, 200, 500, 5000, 40_000]));
  }
  override flag(path: string): Reading<boolean> {
    return this.answer(path, () => this.chance() < 0.6);
  }
  override list(path: string): Reading<Reading<unknown>[]> {
    return this.answer(path, () => [known(this.pick(this.texts)), known(this.pick(this.texts))]);
  }
  override items(path: string): Reading<Reading<Properties>[]> {
    return this.answer(path, () => [
      known(this.inside(path)),
      this.chance() < 0.8 ? known(this.inside(path)) : unknown('it is hidden'),
    ]);
  }
  override object(path: string): Reading<Properties> {
    return this.answer(path, () => this.inside(path));
  }

  private inside = (path: string) => new Recorder(this.chance, this.texts, this.asked, [...this.prefix, path]);
  private pick = <T>(choices: readonly T[]): T => choices[Math.floor(this.chance() * choices.length)] as T;
  private answer<T>(path: string, value: () => T): Reading<T> {
    this.asked.add([...this.prefix, path].join(' > '));
    const luck = this.chance();
    if (luck < 0.25) return absent;
    return luck < 0.32 ? unknown('later') : known(value());
  }
}

/** What a property of a resource may point to, where prices read on. */
const LINKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'aws:autoscaling/group:Group': {
    launchTemplate: 'aws:ec2/launchTemplate:LaunchTemplate',
    mixedInstancesPolicy: 'aws:ec2/launchTemplate:LaunchTemplate',
    launchConfiguration: 'aws:ec2/launchConfiguration:LaunchConfiguration',
  },
  'aws:bedrock/agentAgent:AgentAgent': { foundationModel: 'aws:bedrock/inferenceProfile:InferenceProfile' },
  'aws:ec2/instance:Instance': {
    launchTemplate: 'aws:ec2/launchTemplate:LaunchTemplate',
    subnetId: 'aws:ec2/subnet:Subnet',
  },
  'aws:ecs/service:Service': { taskDefinition: 'aws:ecs/taskDefinition:TaskDefinition' },
  'aws:eks/nodeGroup:NodeGroup': { launchTemplate: 'aws:ec2/launchTemplate:LaunchTemplate' },
  'aws:kinesis/streamConsumer:StreamConsumer': { streamArn: 'aws:kinesis/stream:Stream' },
  'aws:kms/replicaKey:ReplicaKey': { primaryKeyArn: 'aws:kms/key:Key' },
  'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig': {
    functionName: 'aws:lambda/function:Function',
  },
  'aws:neptune/clusterInstance:ClusterInstance': { clusterIdentifier: 'aws:neptune/cluster:Cluster' },
  'aws:rds/clusterInstance:ClusterInstance': { clusterIdentifier: 'aws:rds/cluster:Cluster' },
  'aws:rds/instance:Instance': { replicateSourceDb: 'aws:rds/instance:Instance' },
  'aws:sagemaker/endpoint:Endpoint': {
    endpointConfigName: 'aws:sagemaker/endpointConfiguration:EndpointConfiguration',
  },
};

/** Finds what a property points to by the list above, and tells that it was asked. */
class Links extends PlanIndex {
  constructor(private readonly make: (type: string) => PlannedResource) {
    super([]);
  }
  override linked({ type, properties }: PlannedResource, property: string): PlannedResource | undefined {
    properties.any(property);
    const target = LINKS[type]?.[property.split('.')[0] ?? ''];
    return target === undefined ? undefined : this.make(target);
  }
}

/** All paths that prices and rules read of each classic type, found out by letting them read answers of every kind. */
function pathsRead(types: readonly string[]): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  let seed = 1;
  const chance = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const make = (type: string): PlannedResource => {
    const paths = asked.get(type) ?? new Set();
    asked.set(type, paths);
    return { ...aResource({ type }), properties: new Recorder(chance, texts.get(type) ?? ['x'], paths) };
  };
  const texts = new Map(types.map((type) => [type, textsFor(type)]));
  for (const type of types) {
    for (let run = 0; run < 1000; run++) {
      const resource = make(type);
      const context = { ...contextFor(resource), index: new Links(make) };
      priceResource(resource, context);
      for (const rule of rulesFor(type)) rule.find(blankMetering(resource, 'AWS', context));
      countNotChecked([resource]);
    }
  }
  return asked;
}

/** Is a path in a row, itself or inside of what the row makes of its parent? */
function isListed(sources: Sources, [path = '', ...inside]: readonly string[]): boolean {
  const source = sources.get(path);
  if (sources.has(path) && (inside.length === 0 || source === undefined)) return true;
  const dot = path.indexOf('.');
  const rest = sources.has(path) ? inside : [path.slice(dot + 1), ...inside];
  const parent = sources.has(path) ? source : sources.get(path.slice(0, dot));
  if (typeof parent !== 'object') return false;
  // What is made as a whole has nothing more inside than it says.
  return parent.inner === undefined ? sources.has(path) : isListed(parent.inner, rest);
}

test('every property that a price or a rule reads of a mapped type is listed in its row', () => {
  const types = [...new Set(nativeTypes().flatMap(classicTypesOf))].filter(
    (type) =>
      !isFree(type) ||
      rulesFor(type).length > 0 ||
      Object.values(LINKS).some((link) => Object.values(link).includes(type)),
  );
  const asked = pathsRead(types);
  const missing = nativeTypes().flatMap((native) =>
    classicTypesOf(native).flatMap((type) =>
      [...(asked.get(type) ?? [])]
        .filter((path) => !isListed(sourcesOf(native), path.split(' > ')))
        .map((path) => `${native} (${type}): ${path}`),
    ),
  );
  expect(missing).toEqual([]);
});

interface Sketch {
  type: string;
  name?: string;
  properties?: Record<string, unknown>;
  dependencies?: Record<string, string[]>;
}

/** The same resource whichever way it is written: the URN is that of the name alone. */
const classic = ({ type, name = 'it', properties = {}, dependencies = {} }: Sketch): PlannedResource => ({
  ...aResource({ type, name, properties, dependencies }),
  urn: name,
});
const native = ({ type, name = 'it', properties = {}, dependencies = {} }: Sketch): PlannedResource => ({
  ...aResource({ type, name }),
  ...readNative(`aws-native:${type}`, new Properties(properties), dependencies),
  urn: name,
});

/** Charges and rule hits of the first resource, with the others around it. */
function verdictOn([resource, ...others]: PlannedResource[]) {
  if (resource === undefined) throw new Error('nothing to judge');
  const context = contextFor(resource, { others });
  const pricing = priceResource(resource, context);
  const hits = rulesFor(resource.type).map((rule) => {
    const match = rule.find(blankMetering(resource, 'AWS', context));
    return [rule.id, match.match, match.match === 'no' ? [] : amounts(match.charges)];
  });
  return {
    type: resource.type,
    charges: pricing.status === 'priced' ? amounts(pricing.charges) : pricing.status,
    hits,
    notChecked: countNotChecked([resource]).map(({ row }) => row.id),
  };
}

const DATABASE = {
  engine: 'postgres',
  engineVersion: '16.3',
  allocatedStorage: '100',
  storageType: 'gp3',
  iops: 13_000,
};
const VENDOR_RULES = [
  { name: 'a', statement: { managedRuleGroupStatement: { vendorName: 'Fortinet', name: 'x' } } },
  { name: 'b', statement: { geoMatchStatement: {} } },
];

const MARKETPLACE_IMAGE = '709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/agent:1';

/** One case each: what a program writes natively, and what it would write for the aws provider. */
const PAIRS: Record<string, [Sketch[], Sketch[]]> = {
  'a database with gp3 storage': [
    [
      {
        type: 'rds:DbInstance',
        properties: { ...DATABASE, dbInstanceClass: 'db.t4g.medium', multiAz: true, enablePerformanceInsights: true },
      },
    ],
    [
      {
        type: 'aws:rds/instance:Instance',
        properties: {
          ...DATABASE,
          instanceClass: 'db.t4g.medium',
          multiAz: true,
          performanceInsightsEnabled: true,
          backupRetentionPeriod: 1,
        },
      },
    ],
  ],
  'a Db2 database with a licence from Marketplace': [
    [
      {
        type: 'rds:DbInstance',
        properties: {
          engine: 'db2-se',
          licenseModel: 'marketplace-license',
          dbInstanceClass: 'db.m6i.large',
          allocatedStorage: '40',
          backupRetentionPeriod: 0,
        },
      },
    ],
    [
      {
        type: 'aws:rds/instance:Instance',
        properties: {
          engine: 'db2-se',
          licenseModel: 'marketplace-license',
          instanceClass: 'db.m6i.large',
          allocatedStorage: 40,
          storageType: 'gp3',
        },
      },
    ],
  ],
  'an Aurora Serverless instance and its cluster': [
    [
      {
        type: 'rds:DbInstance',
        properties: { engine: 'aurora-postgresql', dbInstanceClass: 'db.serverless', dbClusterIdentifier: LATER },
        dependencies: { dbClusterIdentifier: ['db'] },
      },
      {
        type: 'rds:DbCluster',
        name: 'db',
        properties: {
          engine: 'aurora-postgresql',
          engineVersion: '16.4',
          serverlessV2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 },
        },
      },
    ],
    [
      {
        type: 'aws:rds/clusterInstance:ClusterInstance',
        properties: { engine: 'aurora-postgresql', instanceClass: 'db.serverless', clusterIdentifier: LATER },
        dependencies: { clusterIdentifier: ['db'] },
      },
      {
        type: 'aws:rds/cluster:Cluster',
        name: 'db',
        properties: {
          engine: 'aurora-postgresql',
          engineVersion: '16.4',
          serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 },
        },
      },
    ],
  ],
  'a machine with two volumes': [
    [
      {
        type: 'ec2:Instance',
        properties: {
          instanceType: 'm5.large',
          imageId: 'resolve:ssm:/aws/service/marketplace/prod-x/1.0',
          blockDeviceMappings: [
            { deviceName: '/dev/xvda', ebs: { volumeSize: 20, volumeType: 'gp3' } },
            { deviceName: '/dev/sdf', ebs: { volumeSize: 100, volumeType: 'io1', iops: 1000 } },
            { deviceName: '/dev/sdg', virtualName: 'ephemeral0' },
          ],
          networkInterfaces: [{ deviceIndex: '0', associatePublicIpAddress: true }],
        },
      },
    ],
    [
      {
        type: 'aws:ec2/instance:Instance',
        properties: {
          instanceType: 'm5.large',
          ami: 'resolve:ssm:/aws/service/marketplace/prod-x/1.0',
          rootBlockDevice: { volumeSize: 20, volumeType: 'gp3' },
          ebsBlockDevices: [{ deviceName: '/dev/sdf', volumeSize: 100, volumeType: 'io1', iops: 1000 }],
          associatePublicIpAddress: true,
        },
      },
    ],
  ],
  'a group of machines from a launch template': [
    [
      {
        type: 'autoscaling:AutoScalingGroup',
        properties: { minSize: '1', maxSize: '3', launchTemplate: { launchTemplateId: LATER, version: '1' } },
        dependencies: { launchTemplate: ['template'] },
      },
      {
        type: 'ec2:LaunchTemplate',
        name: 'template',
        properties: {
          launchTemplateData: {
            instanceType: 't3.medium',
            monitoring: { enabled: true },
            blockDeviceMappings: [
              { deviceName: '/dev/xvda', ebs: { volumeSize: 30, volumeType: 'gp3', throughput: 250 } },
            ],
          },
        },
      },
    ],
    [
      {
        type: 'aws:autoscaling/group:Group',
        properties: { minSize: 1, maxSize: 3, launchTemplate: { id: LATER, version: '1' } },
        dependencies: { launchTemplate: ['template'] },
      },
      {
        type: 'aws:ec2/launchTemplate:LaunchTemplate',
        name: 'template',
        properties: {
          instanceType: 't3.medium',
          monitoring: { enabled: true },
          blockDeviceMappings: [
            { deviceName: '/dev/xvda', ebs: { volumeSize: 30, volumeType: 'gp3', throughput: 250 } },
          ],
        },
      },
    ],
  ],
  'a service on Fargate': [
    [
      {
        type: 'ecs:Service',
        properties: {
          launchType: 'FARGATE',
          taskDefinition: LATER,
          networkConfiguration: { awsvpcConfiguration: { assignPublicIp: 'ENABLED', subnets: ['a'] } },
        },
        dependencies: { taskDefinition: ['task'] },
      },
      {
        type: 'ecs:TaskDefinition',
        name: 'task',
        properties: { cpu: '512', memory: '1024', ephemeralStorage: { sizeInGiB: 50 } },
      },
    ],
    [
      {
        type: 'aws:ecs/service:Service',
        properties: {
          launchType: 'FARGATE',
          taskDefinition: LATER,
          desiredCount: 1,
          networkConfiguration: { assignPublicIp: true, subnets: ['a'] },
        },
        dependencies: { taskDefinition: ['task'] },
      },
      {
        type: 'aws:ecs/taskDefinition:TaskDefinition',
        name: 'task',
        properties: { cpu: '512', memory: '1024', ephemeralStorage: { sizeInGib: 50 } },
      },
    ],
  ],
  'a function of an image from Marketplace': [
    [{ type: 'lambda:Function', properties: { packageType: 'Image', code: { imageUri: MARKETPLACE_IMAGE } } }],
    [{ type: 'aws:lambda/function:Function', properties: { packageType: 'Image', imageUri: MARKETPLACE_IMAGE } }],
  ],
  'a contact that is called': [
    [{ type: 'ssmcontacts:ContactChannel', properties: { channelType: 'VOICE' } }],
    [{ type: 'aws:ssmcontacts/contactChannel:ContactChannel', properties: { type: 'VOICE' } }],
  ],
  'a job with an image from Marketplace': [
    [{ type: 'batch:JobDefinition', properties: { containerProperties: { image: MARKETPLACE_IMAGE } } }],
    [
      {
        type: 'aws:batch/jobDefinition:JobDefinition',
        properties: { containerProperties: JSON.stringify({ image: MARKETPLACE_IMAGE }) },
      },
    ],
  ],
  'a task with an image from Marketplace': [
    [
      {
        type: 'ecs:TaskDefinition',
        properties: {
          containerDefinitions: [
            { name: 'a', image: 'nginx' },
            { name: 'b', image: '709825985650.dkr.ecr.us-east-1.amazonaws.com/acme/x' },
          ],
        },
      },
    ],
    [
      {
        type: 'aws:ecs/taskDefinition:TaskDefinition',
        properties: { containerDefinitions: '[{"image":"709825985650.dkr.ecr.us-east-1.amazonaws.com/acme/x"}]' },
      },
    ],
  ],
  'a table with provisioned capacity': [
    [
      {
        type: 'dynamodb:Table',
        properties: {
          provisionedThroughput: { readCapacityUnits: 10, writeCapacityUnits: 5 },
          globalSecondaryIndexes: [
            { indexName: 'i', provisionedThroughput: { readCapacityUnits: 4, writeCapacityUnits: 2 } },
          ],
          pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
        },
      },
    ],
    [
      {
        type: 'aws:dynamodb/table:Table',
        properties: {
          readCapacity: 10,
          writeCapacity: 5,
          globalSecondaryIndexes: [{ name: 'i', readCapacity: 4, writeCapacity: 2 }],
          pointInTimeRecovery: { enabled: true },
        },
      },
    ],
  ],
  'a table in two regions': [
    [
      {
        type: 'dynamodb:GlobalTable',
        properties: {
          billingMode: 'PAY_PER_REQUEST',
          replicas: ['us-east-1', 'eu-west-1'].map((region) => ({
            region,
            pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
          })),
        },
      },
    ],
    [
      {
        type: 'aws:dynamodb/table:Table',
        properties: {
          billingMode: 'PAY_PER_REQUEST',
          replicas: [{ regionName: 'eu-west-1' }],
          pointInTimeRecovery: { enabled: true },
        },
      },
    ],
  ],
  'a load balancer inside': [
    [
      {
        type: 'elasticloadbalancingv2:LoadBalancer',
        properties: { type: 'network', scheme: 'internal', subnets: ['a'] },
      },
    ],
    [
      {
        type: 'aws:lb/loadBalancer:LoadBalancer',
        properties: { loadBalancerType: 'network', internal: true, subnets: ['a'] },
      },
    ],
  ],
  'a load balancer outside, with an address of its own': [
    [
      {
        type: 'elasticloadbalancingv2:LoadBalancer',
        properties: {
          type: 'network',
          scheme: 'internet-facing',
          subnetMappings: [{ subnetId: 'a', allocationId: 'e' }, { subnetId: 'b' }],
        },
      },
    ],
    [
      {
        type: 'aws:lb/loadBalancer:LoadBalancer',
        properties: {
          loadBalancerType: 'network',
          subnetMappings: [{ subnetId: 'a', allocationId: 'e' }, { subnetId: 'b' }],
        },
      },
    ],
  ],
  'a cache in shards with two replicas': [
    [
      {
        type: 'elasticache:ReplicationGroup',
        properties: {
          cacheNodeType: 'cache.r6g.large',
          engine: 'redis',
          nodeGroupConfiguration: [{ replicaCount: 2 }, { replicaCount: 2 }],
        },
      },
    ],
    [
      {
        type: 'aws:elasticache/replicationGroup:ReplicationGroup',
        properties: { nodeType: 'cache.r6g.large', engine: 'redis', numNodeGroups: 2, replicasPerNodeGroup: 2 },
      },
    ],
  ],
  'a cache with two replicas and no word of shards': [
    [
      {
        type: 'elasticache:ReplicationGroup',
        properties: { cacheNodeType: 'cache.r6g.large', engine: 'redis', replicasPerNodeGroup: 2 },
      },
    ],
    [
      {
        type: 'aws:elasticache/replicationGroup:ReplicationGroup',
        properties: { nodeType: 'cache.r6g.large', engine: 'redis', numCacheClusters: 3 },
      },
    ],
  ],
  'an OpenSearch domain': [
    [
      {
        type: 'opensearchservice:Domain',
        properties: {
          clusterConfig: { instanceType: 'm6g.large.search', instanceCount: 2 },
          ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: 200, iops: 4000 },
        },
      },
    ],
    [
      {
        type: 'aws:opensearch/domain:Domain',
        properties: {
          clusterConfig: { instanceType: 'm6g.large.search', instanceCount: 2 },
          ebsOptions: { ebsEnabled: true, volumeType: 'gp3', volumeSize: 200, iops: 4000 },
        },
      },
    ],
  ],
  "a web ACL with another vendor's rules": [
    [{ type: 'wafv2:WebAcl', properties: { rules: VENDOR_RULES } }],
    [{ type: 'aws:wafv2/webAcl:WebAcl', properties: { rules: VENDOR_RULES } }],
  ],
  'an EKS add-on from Marketplace': [
    [{ type: 'eks:Addon', properties: { addonName: 'acme_agent', clusterName: 'c' } }],
    [{ type: 'aws:eks/addon:Addon', properties: { addonName: 'acme_agent', clusterName: 'c' } }],
  ],
  'an agent with a third-party model': [
    [{ type: 'bedrock:Agent', properties: { foundationModel: 'anthropic.claude-3-5-sonnet-20240620-v1:0' } }],
    [
      {
        type: 'aws:bedrock/agentAgent:AgentAgent',
        properties: { foundationModel: 'anthropic.claude-3-5-sonnet-20240620-v1:0' },
      },
    ],
  ],
  'a knowledge base whose model is decided later': [
    [
      {
        type: 'bedrock:KnowledgeBase',
        properties: { knowledgeBaseConfiguration: { vectorKnowledgeBaseConfiguration: { embeddingModelArn: LATER } } },
      },
    ],
    [
      {
        type: 'aws:bedrock/agentKnowledgeBase:AgentKnowledgeBase',
        properties: { knowledgeBaseConfiguration: { vectorKnowledgeBaseConfiguration: { embeddingModelArn: LATER } } },
      },
    ],
  ],
  'a memory whose strategy names a model': [
    [
      {
        type: 'bedrockagentcore:Memory',
        properties: {
          memoryStrategies: [
            {
              customMemoryStrategy: {
                configuration: {
                  semanticOverride: { extraction: { modelId: 'anthropic.claude-3-haiku-20240307-v1:0' } },
                },
              },
            },
          ],
        },
      },
    ],
    [
      {
        type: 'aws:bedrock/agentcoreMemoryStrategy:AgentcoreMemoryStrategy',
        properties: { configuration: { extraction: { modelId: 'anthropic.claude-3-haiku-20240307-v1:0' } } },
      },
    ],
  ],
  'provisioned concurrency of an alias': [
    [
      {
        type: 'lambda:Alias',
        properties: { functionName: LATER, provisionedConcurrencyConfig: { provisionedConcurrentExecutions: 5 } },
        dependencies: { functionName: ['f'] },
      },
      { type: 'lambda:Function', name: 'f', properties: { memorySize: 512, architectures: ['arm64'] } },
    ],
    [
      {
        type: 'aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig',
        properties: { functionName: LATER, provisionedConcurrentExecutions: 5 },
        dependencies: { functionName: ['f'] },
      },
      { type: 'aws:lambda/function:Function', name: 'f', properties: { memorySize: 512, architectures: ['arm64'] } },
    ],
  ],
  'an alias without it': [
    [{ type: 'lambda:Alias', properties: { functionName: 'f' } }],
    [{ type: 'aws:lambda/alias:Alias', properties: { functionName: 'f' } }],
  ],
  'an alarm on two metrics': [
    [
      {
        type: 'cloudwatch:Alarm',
        properties: {
          metrics: [
            { id: 'a', metricStat: { period: 10, metric: { metricName: 'x' } } },
            { id: 'b', metricStat: { period: 60, metric: { metricName: 'y' } } },
            { id: 'c', expression: 'a + b' },
          ],
        },
      },
    ],
    [
      {
        type: 'aws:cloudwatch/metricAlarm:MetricAlarm',
        properties: {
          metricQueries: [
            { id: 'a', metric: { period: 10, metricName: 'x' } },
            { id: 'b', metric: { period: 60, metricName: 'y' } },
            { id: 'c', expression: 'a + b' },
          ],
        },
      },
    ],
  ],
};

describe('a resource costs the same, and breaks the same rules, written natively', () => {
  test.each(Object.entries(PAIRS))('%s', (_name, [natively, classically]) => {
    const verdict = verdictOn(natively.map(native));
    expect(verdict).toEqual(verdictOn(classically.map(classic)));
    // Two verdicts of nothing at all would be alike too.
    expect(verdict.charges.length + verdict.hits.length + verdict.notChecked.length).toBeGreaterThan(0);
  });

  test('what nobody has listed is unknown, never absent', () => {
    const { properties } = native({ type: 'rds:DbInstance', properties: { newThing: 1 } });
    expect(properties.any('newThing')).toEqual(unknown('it is not read from resources of aws-native'));
  });

  test('tags become a map, and usage may be selected by them and by either type', () => {
    const resource = native({ type: 's3:Bucket', properties: { tags: [{ key: 'team', value: 'a' }, { key: LATER }] } });
    expect(resource.properties.any('tags')).toEqual(known({ team: 'a' }));
    const charges = (selector: { type?: string; tag?: string }) => {
      const usage = [{ type: undefined, name: undefined, tag: undefined, figures: { storageGb: 1000 }, ...selector }];
      const written = { ...resource, writtenType: 'aws-native:s3:Bucket' };
      const pricing = priceResource(written, contextFor(written, { usage }));
      return pricing.status === 'priced' ? amounts(pricing.charges)[0] : [];
    };
    const expected = ['Standard storage', '23.00', '23.00'];
    expect(charges({ tag: 'team=a' })).toEqual(expected);
    expect(charges({ type: 'aws-native:s3:Bucket' })).toEqual(expected);
    expect(charges({ type: 'aws:s3/bucket:Bucket' })).toEqual(expected);
    expect(charges({ type: 'aws-native:s3express:DirectoryBucket' })).not.toEqual(expected);
  });
});

/** Values that no property should have. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    LATER,
    SECRET,
    '[secret]',
    null,
    '',
    [],
    {},
    [[]],
    [null],
    [LATER],
    { x: LATER },
    -1,
    Number.NaN,
  ),
  fc.anything({ maxDepth: 3 }),
);

/** An object with a hostile value at the end of a path, or somewhere on it. */
const planted = (path: string, value: unknown, depth: number, list: boolean): Record<string, unknown> => {
  const steps = path.split('.').slice(0, depth);
  return steps.reduceRight<unknown>((inner, step, i) => ({ [step]: list && i > 0 ? [inner] : inner }), value) as Record<
    string,
    unknown
  >;
};

test('unknown values, secrets and values of a wrong type are answered, never thrown', () => {
  const rows = nativeTypes().flatMap((type) =>
    [...sourcesOf(type).values()].flatMap((source) => {
      const paths = typeof source === 'string' ? [source] : (source?.from ?? []);
      return paths.map((path) => ({ type, path }));
    }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...rows),
      hostile,
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      (row, value, depth, list) => {
        const inputs = planted(row.path, value, depth, list);
        const read = readNative(row.type, new Properties(inputs, inputs), { [row.path]: ['urn'] });
        const resource = { ...aResource({ type: row.type }), ...read };
        verdictOn([resource]);
      },
    ),
    { numRuns: 5000 },
  );
});

const step = (type: string, name: string, inputs: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  op: 'create',
  urn: urnOf(type, name),
  newState: { urn: urnOf(type, name), type, custom: true, inputs, ...more },
});

const PROVIDER = `${urnOf('pulumi:providers:aws-native', 'default')}::later`;

describe('a plan with resources of aws-native', () => {
  const document = {
    steps: [
      step('pulumi:providers:aws-native', 'default', { region: 'eu-central-1' }),
      step('aws-native:ec2:NatGateway', 'nat', { subnetId: LATER }, { provider: PROVIDER }),
      step('aws-native:ec2:SecurityGroup', 'sg', {}, { provider: PROVIDER }),
      step('aws-native:iam:Role', 'role', {}, { provider: PROVIDER }),
      step('aws-native:amplify:App', 'app', {}, { provider: PROVIDER }),
      step('awscc:amplify:App', 'app', {}),
      step('aws:ec2/eip:Eip', 'ip', { region: 'us-east-1' }),
    ],
  };
  const reading = readPlan(document);
  const plan = 'plan' in reading ? reading.plan : undefined;

  test('is read in the terms of the aws provider, in the region of its own provider', () => {
    expect(plan?.resources.map(({ type, writtenType, urn, region }) => [type, writtenType, urn, region])).toEqual([
      [
        'aws:ec2/natGateway:NatGateway',
        'aws-native:ec2:NatGateway',
        urnOf('aws-native:ec2:NatGateway', 'nat'),
        known('eu-central-1'),
      ],
      [
        'aws:ec2/securityGroup:SecurityGroup',
        'aws-native:ec2:SecurityGroup',
        urnOf('aws-native:ec2:SecurityGroup', 'sg'),
        known('eu-central-1'),
      ],
      ['aws:iam/role:Role', 'aws-native:iam:Role', urnOf('aws-native:iam:Role', 'role'), known('eu-central-1')],
      ['aws:ec2/eip:Eip', undefined, urnOf('aws:ec2/eip:Eip', 'ip'), known('us-east-1')],
    ]);
  });

  test('names the types that are not judged, and never calls them outside of AWS', () => {
    expect(plan?.problems.map(wordsOf)).toEqual([
      '1 AWS resource of the aws-native package is not judged: aws-native:amplify:App.',
      '1 AWS resource of the awscc package is not judged: awscc:amplify:App.',
    ]);
    expect([...(plan?.outside ?? [])]).toEqual([]);
  });

  test('names a handful of types once each, and how many more there are', () => {
    const types = ['g', 'a', 'b', 'c', 'a', 'd', 'e', 'f'].map((name) => `aws-native:x:${name}`);
    expect(unseen(types).map(wordsOf)).toEqual([
      '8 AWS resources of the aws-native package are not judged: aws-native:x:a, aws-native:x:b, aws-native:x:c, aws-native:x:d, aws-native:x:e and 2 more.',
    ]);
  });

  test('takes the region of the stack where no provider names one', () => {
    const inStack = readPlan({
      config: { 'aws:region': 'us-west-2', 'aws-native:region': 'ap-south-1' },
      steps: [step('aws-native:ec2:NatGateway', 'nat', {}), step('aws:ec2/eip:Eip', 'ip', {})],
    });
    expect('plan' in inStack ? inStack.plan.resources.map(({ region }) => region) : []).toEqual([
      known('ap-south-1'),
      known('us-west-2'),
    ]);
  });

  test('finds what a property points to by its id in a saved state', () => {
    const state = (type: string, name: string, id: string, inputs: Record<string, unknown>) => ({
      urn: urnOf(type, name),
      type,
      id,
      custom: true,
      inputs,
      outputs: {},
    });
    const saved = readPlan({
      deployment: {
        resources: [
          state('aws-native:rds:DbCluster', 'db', 'db-1', { engine: 'aurora-mysql', storageType: 'aurora-iopt1' }),
          state('aws-native:rds:DbInstance', 'one', 'one-1', {
            engine: 'aurora-mysql',
            dbInstanceClass: 'db.r6g.large',
            dbClusterIdentifier: 'db-1',
          }),
        ],
      },
    });
    const resources = 'plan' in saved ? saved.plan.resources : [];
    const instance = { ...resources[1], region: known('us-east-1') } as PlannedResource;
    const pricing = priceResource(instance, { ...contextFor(instance), index: new PlanIndex(resources) });
    expect(pricing).toMatchObject({ charges: [{ price: { key: 'db.r6g.large/aurora-mysql-iopt/single-az.hour' } }] });
  });
});

test('absent is absent: nothing is made of a resource without properties', () => {
  for (const type of nativeTypes()) {
    const { properties } = readNative(type, NONE, {});
    const answers = [...sourcesOf(type).keys()].map((path) => properties.any(path).state);
    expect([type, answers.includes('unknown') && type !== 'aws-native:dynamodb:GlobalTable']).toEqual([type, false]);
    expect(properties.any('tags').state).toBe('absent');
  }
});
