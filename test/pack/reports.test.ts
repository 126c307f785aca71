import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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
