import { afterAll, beforeAll, expect, test } from 'vitest';
import { PackServer, type SentResource } from '../support/pack-server';
import { LATER } from '../support/resources';

const CONFIG = `
program: other
credits:
  manual:
    - { description: Start-up credit, remaining: "8500.00", starts: 2026-04-01, ends: 2027-03-31T23:59:59Z, products: all }
`;

const deployment = (image: unknown, name = 'agent'): SentResource => ({
  type: 'kubernetes:apps/v1:Deployment',
  name,
  properties: { kind: 'Deployment', spec: { template: { spec: { containers: [{ name: 'x', image }] } } } },
  provider: {},
});
const SOLD = deployment('709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/agent:1');
const RELEASE: SentResource = {
  type: 'kubernetes:helm.sh/v3:Release',
  name: 'release',
  properties: { chart: 'oci://709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/chart' },
  provider: {},
};

let server: PackServer;
beforeAll(async () => {
  server = await PackServer.configured(CONFIG);
});
afterAll(() => server.stop());

test.each([SOLD, RELEASE])('$type of Marketplace warns, on its own URN', async (resource) => {
  const violations = await server.analyze(resource);
  expect(violations.map(({ policy, level }) => [policy, level])).toEqual([['no-uncovered-marketplace', 'advisory']]);
  expect(violations[0]?.urn).toContain(`::${resource.name}`);
  expect(violations[0]?.message).toContain('A container image or a chart from Marketplace is probably not covered');
});

test.each(['nginx:1', LATER])('another image passes: %s', async (image) => {
  expect(await server.analyze(deployment(image))).toEqual([]);
  expect(await server.analyzeStack([deployment(image)])).toEqual([]);
});

test('the outlook counts what Marketplace sells, and nothing else of Kubernetes', async () => {
  const messages = (await server.analyzeStack([SOLD, deployment('nginx', 'web')])).map(({ message }) => message);
  expect(messages.join('\n')).toContain('1 of 1 AWS resource is not priced in full.');
});
