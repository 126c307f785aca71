import type { Properties } from '../../properties';
import { absent, known, type Maybe, mapReading, type Reading } from '../../reading';
import type { Charge } from '../charge';
import { anyOf, type Metering, priceKey, type Quantity, times } from '../service';
import { vcpusOf } from './instance-size';

/** What is charged on top of the Linux price of an instance, by the names of the price book. */
export type Licence =
  | 'windows'
  | 'suse'
  | 'windows-sqlserver-web'
  | 'windows-sqlserver-standard'
  | 'windows-sqlserver-enterprise'
  | 'linux-sqlserver-web'
  | 'linux-sqlserver-standard'
  | 'linux-sqlserver-enterprise'
  | 'rhel';

/** Platforms of a capacity reservation; `Linux/UNIX` costs nothing on top. */
const PLATFORMS = new Map<string, Licence>([
  ['Windows', 'windows'],
  ['SUSE Linux', 'suse'],
  ['Red Hat Enterprise Linux', 'rhel'],
  ['Windows with SQL Server Web', 'windows-sqlserver-web'],
  ['Windows with SQL Server Standard', 'windows-sqlserver-standard'],
  ['Windows with SQL Server Enterprise', 'windows-sqlserver-enterprise'],
  ['Linux with SQL Server Web', 'linux-sqlserver-web'],
  ['Linux with SQL Server Standard', 'linux-sqlserver-standard'],
  ['Linux with SQL Server Enterprise', 'linux-sqlserver-enterprise'],
]);

export const licenceOfPlatform = (platform: Reading<string>): Reading<string> =>
  mapReading(platform, (name) => PLATFORMS.get(name) ?? name);

/**
 * What the inputs of an instance tell of its system: only Windows has a password to get, and a public parameter of AWS
 * names the system of its image. Absent where nothing says: then the Linux price stands.
 */
export function licenceOfInstance(instance: Properties): Reading<Licence> {
  const password = instance.flag('getPasswordData');
  if (password.state === 'unknown') return password;
  return password.state === 'known' && password.value ? known('windows') : licenceOfImage(instance.text('ami'));
}

export function licenceOfImage(image: Reading<string>): Reading<Licence> {
  if (image.state !== 'known' || !image.value.startsWith('resolve:ssm:')) return absent;
  // Images of Linux with SQL Server stand in the folder of Windows.
  const name = image.value.replace('/ami-windows-latest/', '/').toLowerCase();
  const system = name.includes('windows') ? 'windows' : 'linux';
  const edition = /sql_\d+_(web|standard|enterprise)\b/.exec(name)?.[1];
  if (edition !== undefined) return known(`${system}-sqlserver-${edition}` as Licence);
  if (system === 'windows') return known('windows');
  return name.includes('suse') ? known('suse') : absent;
}

type Types = readonly [Reading<string>, ...Reading<string>[]];

/** Windows, SUSE and SQL Server cost more than Linux by the same amount in every region. */
export function licenceCharges(metering: Metering, system: Reading<string>, types: Types, count: Quantity): Charge[] {
  const what = 'Operating system, beyond the Linux price';
  const of = (what: string, charge: (type: Reading<string>) => Charge): Charge => {
    const [first, ...others] = types;
    return { ...anyOf([charge(first), ...others.map(charge)]), what };
  };
  const [, windows, edition] = (system.state === 'known' && /^(windows)?.*-sqlserver-(\w+)$/.exec(system.value)) || [];
  const isListed = types.every((type) => {
    const key = listKey(system, type);
    return key.state !== 'known' || metering.hasPrice(key.value);
  });
  if (edition === undefined || isListed) return [of(what, (type) => systemHours(metering, what, system, type, count))];
  // The list of each type holds both in one; what it does not have is sold by the vCPU, four of them at least.
  const vcpus = (type: Reading<string>) => mapReading(vcpusOf(type), (all) => Math.max(4, all));
  return [
    ...(windows === undefined ? [] : [of(what, (type) => systemHours(metering, what, known('windows'), type, count))]),
    of('SQL Server', (type) =>
      metering.hourly('SQL Server', `ec2/sqlserver-${edition}-licence.vcpu-hour`, times(count, vcpus(type))),
    ),
  ];
}

const listKey = (system: Reading<string>, type: Reading<string>) => priceKey`ec2-os/${system}/${type}.hour`;

function systemHours(
  metering: Metering,
  what: string,
  system: Reading<string>,
  type: Reading<string>,
  count: Quantity,
): Charge {
  const key = listKey(system, type);
  if (system.state !== 'known' || key.state !== 'known' || metering.hasPrice(key.value)) {
    return metering.hourly(what, key, count);
  }
  const vcpus = vcpusOf(type);
  // What the list of each type does not have is sold by the vCPU, or by few sizes.
  if (system.value === 'windows') return metering.hourly(what, 'ec2/windows-licence.vcpu-hour', times(count, vcpus));
  if (system.value === 'suse') return suseHours(metering, what, vcpus, count);
  if (system.value !== 'rhel') return metering.hourly(what, key, count);
  // Sold by the vCPU since 2024-07; two sizes are known, of 4 and of 16 vCPUs, and a large one costs less for each.
  const share = (of: number) =>
    times(
      count,
      mapReading(vcpus, (all) => all / of),
    );
  return anyOf([
    metering.hourly(what, 'ec2/rhel-licence-c5.xlarge.hour', share(4)),
    metering.hourly(what, 'ec2/rhel-licence-c5.4xlarge.hour', share(16)),
  ]);
}

/** Every family since 2020 has three prices, by its vCPUs; with one, some have the price of two. */
function suseHours(metering: Metering, what: string, vcpus: Maybe<number>, count: Quantity): Charge {
  const upTo4 = 'ec2/suse-licence-to-4-vcpus.hour';
  if (vcpus.state === 'known' && vcpus.value === 1) {
    return anyOf([metering.hourly(what, upTo4, count), metering.hourly(what, 'ec2/suse-licence-1-vcpu.hour', count)]);
  }
  const key = mapReading(vcpus, (all) => (all < 8 ? upTo4 : 'ec2/suse-licence-from-8-vcpus.hour'));
  return metering.hourly(what, key, count);
}
