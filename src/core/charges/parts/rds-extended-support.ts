import { type Maybe, type Reading, valueOr } from '../../reading';
import type { Charge } from '../charge';
import { type Metering, times } from '../service';
import { vcpusOf } from './instance-size';

/* What AWS charges for a version of an open-source engine that its community has given up. */

interface Supported {
  readonly engine: Reading<string>;
  readonly version: Reading<string>;
  readonly lifecycle: Reading<string>;
  readonly instanceClass: Reading<string>;
  /** Standbys are charged too. */
  readonly instances: Maybe<number>;
}

/** AWS lists a price per vCPU for each version that it supports longer; one it does not list costs what the newest does. */
const supportKey = (years: 'y1-y2' | 'y3', version: string): string =>
  `rds/extended-support-${years}-${LISTED.get(version) ?? 'pg15'}.vcpu-hour`;

const LISTED = new Map([
  ['mysql 5.7', 'mysql57'],
  ['mysql 8.0', 'mysql80'],
  ['aurora-mysql 5.7', 'mysql57'],
  ['aurora-mysql 8.0', 'mysql80'],
  ['postgres 11', 'pg11'],
  ['postgres 12', 'pg12'],
  ['postgres 13', 'pg13'],
  ['postgres 14', 'pg14'],
]);

/** MySQL has no row for its third year: PostgreSQL of the same age stands in. */
const thirdYearKey = (version: string): string =>
  supportKey(
    'y3',
    version === 'mysql 5.7' || version === 'aurora-mysql 5.7'
      ? 'postgres 11'
      : version.replace(/^(aurora-)?mysql 8\.0$/, 'postgres 13'),
  );

/**
 * The days from which AWS charges the first years, and the third year, of extended support. A version that is not listed
 * has no such day yet. At the end of extended support AWS moves a database to a newer version; the oldest of those is in
 * extended support too. Aurora PostgreSQL keeps the dates of PostgreSQL; Aurora MySQL 2 is 5.7, 3 is 8.0 and has no third
 * year. Sources, as of the newest day that they mention:
 *
 * - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/MySQL.Concepts.VersionMgmt.html (2026-02-12, A)
 * - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/aurorapostgresql-release-calendar.html
 *   (2026-08-21, A; for RDS, https://endoflife.date/amazon-rds-postgresql of 2026-08-22 has the same ends of support)
 * - https://docs.aws.amazon.com/AmazonRDS/latest/AuroraMySQLReleaseNotes/AuroraMySQL.release-calendars.html (2026-09-03,
 *   A; but the third year of Aurora MySQL 2, which earlier copies deny, B: one copy, and no price of it was found)
 */
const EXTENDED_SUPPORT = new Map<string, readonly [firstYears: string, thirdYear?: string]>([
  ['mysql 5.7', ['2024-03-01', '2026-03-01']],
  ['mysql 8.0', ['2026-08-01', '2028-08-01']],
  ['mysql 8.4', ['2029-08-01', '2031-08-01']],
  ['postgres 11', ['2024-04-01', '2026-04-01']],
  ['postgres 12', ['2025-03-01', '2027-03-01']],
  ['postgres 13', ['2026-03-01', '2028-03-01']],
  ['postgres 14', ['2027-03-01', '2029-03-01']],
  ['postgres 15', ['2028-03-01', '2030-03-01']],
  ['postgres 16', ['2029-03-01', '2031-03-01']],
  ['postgres 17', ['2030-03-01', '2032-03-01']],
  ['postgres 18', ['2031-03-01', '2033-03-01']],
  ['aurora-mysql 5.7', ['2024-12-01', '2026-12-01']],
  ['aurora-mysql 8.0', ['2028-05-01']],
]);

export function extendedSupport(
  metering: Metering,
  { engine, version, lifecycle, instanceClass, instances }: Supported,
): Charge[] {
  if (valueOr(lifecycle, '') === 'open-source-rds-extended-support-disabled') return [];
  // An engine that AWS chooses the version of is a current one; one without extended support has no such charge.
  if (version.state === 'absent' || engine.state !== 'known' || !isOpenSource(engine.value)) return [];
  const what = 'Extended support of an old engine version';
  if (version.state === 'unknown') return [metering.hourly(what, version)];
  const major = majorVersion(engine.value, version.value);
  const [firstYears, thirdYear] = EXTENDED_SUPPORT.get(major) ?? [];
  if (firstYears === undefined) return [];
  const units = times(vcpusOf(instanceClass), instances);
  const first = metering.within(metering.hourly(what, supportKey('y1-y2', major), units), firstYears, thirdYear);
  if (thirdYear === undefined) return first;
  return [...first, ...metering.within(metering.hourly(what, thirdYearKey(major), units), thirdYear)];
}

const isOpenSource = (engine: string): boolean => /^(aurora-)?(mysql|postgres|postgresql)$/.test(engine);

/** As the list above names it: `mysql 8.0`, `postgres 13`. */
function majorVersion(engine: string, version: string): string {
  const mysql = engine.endsWith('mysql');
  return `${mysql ? engine : 'postgres'} ${version.split('.', mysql ? 2 : 1).join('.')}`;
}
