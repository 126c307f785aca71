import { type Notice, notice } from '../core/notice';
import { isReadNative } from './aws-native';

/** Other providers create AWS resources too: AWS bills them, and no figure here holds those that are not read. */
export function unreadAws(types: readonly string[]): Notice[] {
  const unread = types.filter((type) => /^(aws-native|awscc):/.test(type) && !isReadNative(type));
  const packages = [...new Set(unread.map((type) => type.split(':')[0] ?? ''))].sort();
  return packages.map((name) => {
    const own = unread.filter((type) => type.startsWith(`${name}:`));
    return notice('aws-unread', 'warn', { package: name, count: own.length, types: [...new Set(own)].sort() });
  });
}
