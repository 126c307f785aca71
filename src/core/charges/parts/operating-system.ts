import type { Properties } from '../../properties';
import { absent, known, mapReading, type Reading } from '../../reading';

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
 * names the system of its image. Absent where nothing tells: then the Linux price stands.
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
