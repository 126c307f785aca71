import type { Needed, SettingPlace, UnreadableConfig, UnreadBase } from '../core/notice';
import { clean } from './text';

/** Why a configuration file cannot be read. */
export const UNREADABLE: Readonly<Record<UnreadableConfig, string>> = {
  missing: 'there is no such file',
  'no-file': 'it is not a file',
  'too-large': 'it is larger than 1 MB, too large for a configuration',
  forbidden: 'it cannot be read; check its permissions',
  'too-deep': 'it is nested too deeply for a configuration',
  'too-many-aliases': 'it uses too many YAML aliases; write the values out',
};

/** Why the base of a file cannot be had. */
export function unreadBase(because: UnreadBase): string {
  if (typeof because === 'string')
    return because in UNREADABLE ? UNREADABLE[because as UnreadableConfig] : BASES[because as OfBase];
  if ('checksum' in because)
    return `its checksum is another one; where you have read what it is now, write #sha256=${because.checksum}`;
  if ('status' in because) return `it answered with HTTP ${because.status}`;
  if ('seconds' in because) return `it did not answer within ${because.seconds} seconds`;
  return `it was not reached (${short(because.code)})`;
}

type OfBase = Exclude<Extract<UnreadBase, string>, UnreadableConfig>;

const BASES: Readonly<Record<OfBase, string>> = {
  'too-many': 'more than 4 files extend each other, or one extends itself',
  'no-package':
    'no such package is installed here or in a folder above; install it, or write a path that begins with ./ or ../',
  'text-alone': 'only the policy pack and the command read what a file extends',
  'from-address': 'an address can extend an address alone',
  'no-checksum':
    'an address needs the checksum of its content; `curl -sSL ADDRESS | sha256sum` prints it, write ADDRESS#sha256=CHECKSUM',
};

/** What to write in place of a value that is not valid. */
export const NEEDED: Readonly<Record<Needed, string>> = {
  text: 'write a text that is not empty',
  account: 'write the 12 digits of the account in quotes, such as "111122223333"',
  amount: 'write an amount in USD from 0 to 1e12, such as "120.50"',
  days: 'write a number of days from 0 to 36500',
  share: 'write a share from 0 to 1',
  start: 'write a date, such as 2027-03-31 or 2027-03-31T23:59:59Z',
  end: 'write a date, such as 2027-03-31 or 2027-03-31T23:59:59Z',
  policy: 'write the name of a policy',
  products: 'write all, or a list of product names',
  accounts: 'write accounts of 12 digits, each with amounts in USD by name',
  amounts: 'write names with amounts in USD, such as Amazon EC2: "120.50"',
  shares: 'write names with shares from 0 to 1, such as Amazon EC2: 0.1',
  programs: 'write credits with their programme, such as "EDU_*": educate',
  usage:
    'write small, medium or large, or a list of lines, such as - { type: "aws:lambda/function:Function", monthlyRequests: 2000000 }',
  files: 'write a list of files, such as [images.json, addons.json]',
  reports: 'write formats with files, such as json: credit-guard.json',
  list: 'write a list',
  settings: 'write settings here, as name: value',
  name: 'write a name that is not empty',
  figure: 'write a number from 0 up, or {min, max}',
  'bounds-in-order': 'min is larger than max',
  selector: 'name a type, a name or a tag; only size may stand alone',
  'another-value': 'this value is not valid',
};

/** `credit-guard.yaml:3: pool.share`, as compilers write it. A name may be a megabyte. */
export const at = (place: SettingPlace, setting: string): string =>
  `${placeWords(place)}: ${short(setting) || 'the file'}`;

export function placeWords(place: SettingPlace): string {
  if (place === 'stack') return 'stack configuration';
  if ('policy' in place) return `policy configuration of ${place.policy}`;
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}

export const short = (name: string): string => clean(name, 80);
