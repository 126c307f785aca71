import { expect, test } from 'vitest';
import { vcpusOf } from '../../../src/core/charges/parts/instance-size';
import { known } from '../../../src/core/reading';
import { prices } from '../../support/resources';

/** Families since c5, m5 and r5, of the sizes whose vCPUs their names tell. */
const isNewer = (type: string): boolean => /^[cmrxz]([5-9]|\dz)[a-z]*\.(\d*x)?large$/.test(type);
const listed = [...prices.rows('global', 'ec2-os')].flatMap(({ key, usd }) => {
  const [system = '', type = ''] = key.replace('.hour', '').split('/');
  const vcpus = vcpusOf(known(type));
  return isNewer(type) && vcpus.state === 'known' ? [{ system, type, vcpus: vcpus.value, usd: Number(usd) }] : [];
});
const rate = (key: string): number => Number(prices.find('us-east-1', 'ec2', key)?.usd);
const of = (system: string) => listed.filter((row) => row.system === system);

/** What is sold by the vCPU, or by few sizes, agrees with the list of each type that AWS had in 2023. */
test.each(['web', 'standard', 'enterprise'])('SQL Server %s, four vCPUs at least', (edition) => {
  const perVcpu = rate(`sqlserver-${edition}-licence.vcpu-hour`);
  const rows = of(`linux-sqlserver-${edition}`);
  expect(rows.length).toBeGreaterThan(150);
  for (const { type, vcpus, usd } of rows) {
    expect(Math.abs(usd / (Math.max(4, vcpus) * perVcpu) - 1), type).toBeLessThan(0.01);
  }
});

test('SUSE by its vCPUs', () => {
  const rows = of('suse').filter(({ vcpus }) => vcpus > 1);
  expect(rows.length).toBeGreaterThan(200);
  const near = rows.filter(({ vcpus, usd }) => {
    const price = rate(vcpus < 8 ? 'suse-licence-to-4-vcpus.hour' : 'suse-licence-from-8-vcpus.hour');
    return Math.abs(usd / price - 1) < 0.01;
  });
  // The first types of the fifth generation kept the older price, 0.10 for every size from 8 vCPUs.
  const others = rows.filter((row) => !near.includes(row));
  expect(new Set(others.map(({ type }) => type.split('.')[0]))).toEqual(new Set(['c5', 'c5d', 'm5', 'm5d']));
});
