import { afterAll, beforeAll, expect, test } from 'vitest';
import { PackServer, type SentResource, type Violation } from '../support/pack-server';
import { LATER } from '../support/resources';

const CONFIG = `
program: other
credits:
  manual:
    - { description: Start-up credit, remaining: "8500.00", starts: 2026-04-01, ends: 2027-03-31T23:59:59Z, products: all }
usage:
  - { type: "aws-native:s3:Bucket", storageGb: 10 }
`;

const DATABASE: SentResource = {
  type: 'aws-native:rds:DbInstance',
  name: 'db',
  properties: {
    engine: 'db2-se',
    licenseModel: 'marketplace-license',
    dbInstanceClass: 'db.m6i.large',
    allocatedStorage: '100',
    vpcSecurityGroups: [LATER],
  },
};

let server: PackServer;
beforeAll(async () => {
  server = await PackServer.configured(CONFIG);
});
afterAll(() => server.stop());

const told = (violations: Violation[]) => violations.map(({ policy, level, urn }) => [policy, level, urn]);

test('a resource of aws-native is stopped like its like, on its own URN', async () => {
  const violations = await server.analyze(DATABASE);
  expect(told(violations)).toEqual([
    ['no-uncovered-marketplace', 'mandatory', 'urn:pulumi:dev::shop::aws-native:rds:DbInstance::db'],
  ]);
  expect(violations[0]?.message).toContain('AWS Marketplace sells the licence');
});

test('one of a cluster, a free one and one that is not read pass without a word', async () => {
  const inCluster = { ...DATABASE, properties: { ...DATABASE.properties, dbClusterIdentifier: LATER } };
  for (const resource of [inCluster, { type: 'aws-native:iam:Role' }, { type: 'aws-native:amplify:App' }]) {
    expect(await server.analyze(resource)).toEqual([]);
  }
});

test('the stack counts what they cost, and names the types that are not judged', async () => {
  const nat: SentResource = { type: 'aws-native:ec2:NatGateway', name: 'nat', properties: { subnetId: LATER } };
  const app: SentResource = { type: 'aws-native:amplify:App', name: 'app' };
  const dear: SentResource = {
    type: 'aws-native:ec2:Instance',
    name: 'dear',
    properties: { instanceType: 'p4d.24xlarge', networkInterfaces: [{ associatePublicIpAddress: false }] },
  };
  const messages = (await server.analyzeStack([nat, app, dear])).map(({ message }) => message);
  expect(messages).toContainEqual('1 AWS resource of the aws-native package is not judged: aws-native:amplify:App.');
  // Credits of $8,500 last half a month with such a machine.
  expect(messages).toContainEqual(expect.stringMatching(/^At \$16,0.* your credits run out on\s2026-12-\d\d/));
  expect(messages.join('\n')).not.toMatch(/Internal error|usage\[0\]/);
});
