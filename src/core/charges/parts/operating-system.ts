import type { Properties } from '../../properties';
import { absent, known, mapReading, type Reading } from '../../reading';
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
  if (/windows/i.test(image.value)) return known('windows');
  return /suse/i.test(image.value) ? known('suse') : absent;
}

/** Windows, SUSE and SQL Server cost more than Linux by the same amount in every region. */
export function licenceHours(
  metering: Metering,
  system: Reading<string>,
  type: Reading<string>,
  count: Quantity,
): Charge {
  const what = 'Operating system, beyond the Linux price';
  const key = priceKey`ec2-os/${system}/${type}.hour`;
  if (system.state !== 'known' || key.state !== 'known' || metering.hasPrice(key.value)) {
    return metering.hourly(what, key, count);
  }
  const vcpus = vcpusOf(type);
  // What the list of each type does not have is sold by the vCPU.
  if (system.value === 'windows') return metering.hourly(what, 'ec2/windows-licence.vcpu-hour', times(count, vcpus));
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
