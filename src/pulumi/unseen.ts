import { type Notice, notice } from '../core/notice';
import { isNative } from './aws-native';
import { isJudged, terraformName } from './aws-terms';

/** Is it AWS that bills this resource, though no price and no rule knows it? */
export const isUnjudgedAws = (type: string): boolean => isOfAws(type) && !isJudged(type);

const isOfAws = (type: string): boolean =>
  isNative(type) || type.startsWith('awscc:') || /^aws(cc)?_/.test(terraformName(type) ?? '');

/** Dynamic resources (`pulumi-nodejs:dynamic:Resource`) and commands: they may create anything, AWS resources too. */
export const runsCode = (type: string): boolean =>
  /^pulumi-\w+:dynamic[:/]/.test(type) || /^command:(local|remote):Command$/.test(type);

/** What may cost money at AWS and is in no figure, by the types of a plan: a line for each package, and one for code. */
export const unseen = (types: readonly string[]): Notice[] => [...unreadAws(types), ...codeNotice(types)];

function unreadAws(types: readonly string[]): Notice[] {
  const unread = types.filter(isUnjudgedAws);
  const packages = [...new Set(unread.map(packageOf))].sort();
  return packages.map((name) => {
    const own = unread.filter((type) => packageOf(type) === name);
    return notice('aws-unread', 'warn', { package: name, count: own.length, types: distinct(own) });
  });
}

function codeNotice(types: readonly string[]): Notice[] {
  const own = types.filter(runsCode);
  return own.length === 0 ? [] : [notice('code-unseen', 'info', { count: own.length, types: distinct(own) })];
}

const packageOf = (type: string): string => type.split(':')[0] ?? '';

const distinct = (types: readonly string[]): readonly string[] => [...new Set(types)].sort();
