import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bookText } from '../../src/adapters/own-prices';
import { FORMATS } from '../../src/reports';
import { readers } from '../reports/readers';
import { PackServer } from '../support/pack-server';

test('the pack writes a report of each format that the configuration names', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-guard-reports-'));
  const files = Object.entries(FORMATS).map(([name, { extension }]) => [name, `${name}.${extension}`] as const);
  writeFileSync(
    join(folder, 'credit-guard.yaml'),
    `credits:
  manual: [{ description: Start-up credit, remaining: "8500.00", ends: 2027-03-31, products: all }]
reports: { ${files.map(([name, file]) => `${name}: ${file}`).join(', ')} }
`,
  );
  const env = { CREDIT_GUARD_CONFIG: join(folder, 'credit-guard.yaml'), CREDIT_GUARD_DATE: '2026-12-01' };
  const server = await PackServer.boot({ env });
  try {
    const domain = { type: 'aws:route53domains/domain:Domain', name: 'shop', properties: { domainName: 'shop.com' } };
    await server.analyzeStack([domain]);
    expect(readdirSync(folder).sort()).toEqual(['credit-guard.yaml', ...files.map(([, file]) => file)].sort());
    for (const [name, file] of files) {
      const told = readers[name as keyof typeof FORMATS](readFileSync(join(folder, file), 'utf8'));
      expect(told).toContain('is not covered by your credits');
    }
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("the pack reckons by the owner's own price book, and says so where it is damaged", async () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-guard-reports-'));
  const source = {
    name: 'AWS price list',
    url: 'https://aws.amazon.com',
    asOf: '2026-12-01',
    confidence: 'A' as const,
  };
  const services = new Map([['natgateway', new Map([['nat.hour', '0.05']])]]);
  const text = bookText([{ region: 'eu-west-1', source, services }]);
  writeFileSync(join(folder, 'credit-guard.yaml'), 'prices: prices.tsv\nreports: { json: report.json }\n');
  const nat = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat', properties: { region: 'eu-west-1' } };
  const env = { CREDIT_GUARD_CONFIG: join(folder, 'credit-guard.yaml'), CREDIT_GUARD_DATE: '2026-12-01' };
  const reportWith = async (book: string) => {
    writeFileSync(join(folder, 'prices.tsv'), book);
    const server = await PackServer.boot({ env });
    try {
      const violations = await server.analyzeStack([nat]);
      const { resources } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'));
      return { price: resources[0].charges[0].price.usd, said: violations.map(({ message }) => message).join('\n') };
    } finally {
      server.stop();
    }
  };
  try {
    const good = await reportWith(text);
    expect(good.price).toBe('0.05');
    expect(good.said).not.toContain('checksum');
    const damaged = await reportWith(text.replace('0.05', '0.01'));
    expect(damaged.price).toBe('0.048');
    expect(damaged.said.replace(/\s+/g, ' ')).toContain('prices.tsv (prices:): its checksum does not match');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
