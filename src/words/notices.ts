import { clean } from '../core/findings/words';
import type { Needed, Notice, NoticeArgs, NoticeCode, SettingPlace, UnreadableConfig } from '../core/notice';
import { suggestion } from './suggestion';

/** The sentence for each notice. Names in the arguments are as they were read: `wordsOf` answers text that is not cleaned yet. */
const WORDS: { readonly [C in NoticeCode]: (args: NoticeArgs[C]) => string } = {
  'plan-unread': ({ text }) => text,

  'config-ignored': ({ file }) =>
    `${file} is invalid and was ignored: its credits, limits and exceptions do not apply.`,
  'config-unreadable': ({ file, because }) => `${file}: ${UNREADABLE[because]}.`,
  'config-no-yaml': ({ at, parser }) => `${where(at)}: this is not valid YAML: ${parser}`,
  'config-rival': ({ file, rival }) => `${file} is used. Remove ${rival} beside it, which is ignored.`,
  'setting-unknown': ({ at, setting, written, valid }) =>
    `${where(at)}: ${short(setting)}: no such setting${suggestion(written, valid)}`,
  'setting-missing': ({ at, setting }) => `${where(at)}: ${short(setting)} is missing.`,
  'setting-no-choice': ({ at, setting, written, valid }) =>
    written === undefined
      ? `${where(at)}: ${short(setting)}: use one of ${valid.join(', ')}.`
      : `${where(at)}: ${short(setting)}: "${short(written)}" is not valid${suggestion(written, valid)}`,
  'setting-malformed': ({ at, setting, needs }) => `${where(at)}: ${short(setting) || 'the file'}: ${NEEDED[needs]}.`,
  'setting-looser': ({ setting, written, current }) =>
    `${where('stack')}: credit-guard:${short(setting)} = ${short(written)} is looser than ${current}, so ${current} applies. A stack may only tighten.`,
  'usage-without-effect': ({ at, setting, type }) =>
    `${where(at)}: ${short(setting)}: ${short(type)} has no usage to set, so this line has no effect.`,
  'usage-unknown': ({ at, setting, type, written, valid }) =>
    `${where(at)}: ${short(setting)}: no such usage of ${short(type)}${suggestion(written, valid)}`,
};

const UNREADABLE: Readonly<Record<UnreadableConfig, string>> = {
  missing: 'there is no such file',
  'no-file': 'it is not a file',
  'too-large': 'it is larger than 1 MB, too large for a configuration',
  forbidden: 'it cannot be read; check its permissions',
  'too-deep': 'it is nested too deeply for a configuration',
  'too-many-aliases': 'it uses too many YAML aliases; write the values out',
};

const NEEDED: Readonly<Record<Needed, string>> = {
  text: 'write a text that is not empty',
  account: 'write the 12 digits of the account in quotes, such as "111122223333"',
  amount: 'write an amount in USD from 0 to 1e12, such as "120.50"',
  days: 'write a number of days from 0 to 36500',
  share: 'write a share from 0 to 1',
  start: 'write a date, such as 2027-03-31 or 2027-03-31T23:59:59Z',
  end: 'write a date, such as 2027-03-31 or 2027-03-31T23:59:59Z',
  policy: 'write the name of a policy',
  products: 'write all, or a list of product names',
  amounts: 'write names with amounts in USD, such as Amazon EC2: "120.50"',
  usage: 'write a list of lines, such as - { type: "aws:lambda/function:Function", monthlyRequests: 2000000 }',
  reports: 'write formats with files, such as json: credit-guard.json',
  list: 'write a list',
  settings: 'write settings here, as name: value',
  name: 'write a name that is not empty',
  figure: 'write a number from 0 up, or {min, max}',
  'bounds-in-order': 'min is larger than max',
  selector: 'name a type, a name or a tag',
  'another-value': 'this value is not valid',
};

/** A name may be a megabyte. */
const short = (name: string): string => clean(name, 80);

/** `credit-guard.yaml:3`, as compilers write it. */
function where(at: SettingPlace): string {
  if (at === 'stack') return 'stack configuration';
  if ('policy' in at) return `policy configuration of ${at.policy}`;
  return at.line === undefined ? at.file : `${at.file}:${at.line}`;
}

/** One sentence or two, with a capital and a full stop. */
export const wordsOf = ({ code, args }: Notice): string => (WORDS[code] as (args: unknown) => string)(args);
