import { afterAll, beforeAll, expect, test } from 'vitest';
import { PackServer, type SentResource } from '../support/pack-server';
import { LATER } from '../support/resources';

const CONFIG = `
program: other
credits:
  manual:
    - { description: Start-up credit, remaining: "8500.00", starts: 2026-04-01, ends: 2027-03-31T23:59:59Z, products: all }
`;

// Two Terraform modules in a stack, as https://github.com/pulumi/pulumi-terraform-module/issues/142 has policies meet them.
const NAT: SentResource = {
  type: 'netmod:tf:aws_nat_gateway',
  name: 'module.main.aws_nat_gateway.this[0]',
  properties: { allocation_id: LATER, subnet_id: LATER },
  provider: { aws: '{"region":"us-east-1"}' },
};
const DOMAIN: SentResource = {
  type: 'domainmod:tf:aws_route53domains_domain',
  name: 'module.d.aws_route53domains_domain.this[0]',
  properties: { domain_name: 'example-shop.com', duration_in_years: 3 },
  provider: {},
};

let server: PackServer;
beforeAll(async () => {
  server = await PackServer.configured(CONFIG);
});
afterAll(() => server.stop());

test('the domain of a module is stopped like any other, on its own URN', async () => {
  const violations = await server.analyze(DOMAIN);
  expect(violations.map(({ policy, level, urn }) => [policy, level, urn])).toEqual([
    [
      'no-uncovered-services',
      'mandatory',
      'urn:pulumi:dev::shop::domainmod:tf:aws_route53domains_domain::module.d.aws_route53domains_domain.this[0]',
    ],
  ]);
});

test('its gateway passes', async () => {
  expect(await server.analyze(NAT)).toEqual([]);
});

test('what cannot be mapped, and code of the owner’s own, are named in a line each', async () => {
  const messages = (
    await server.analyzeStack([
      NAT,
      { type: 'netmod:tf:aws_of_tomorrow', name: 'x' },
      { type: 'pulumi-nodejs:dynamic:Resource', name: 'y' },
    ])
  ).map(({ message }) => message);
  expect(messages).toContain('1 AWS resource of the netmod package is not judged: netmod:tf:aws_of_tomorrow.');
  expect(messages).toContain(
    '1 resource runs code of your own; AWS resources that it creates are not seen: pulumi-nodejs:dynamic:Resource.',
  );
});
