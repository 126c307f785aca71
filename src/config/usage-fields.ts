import { type Notice, notice } from '../core/notice';
import { usageLines } from './read-settings';
import type { Config } from './schema';

/**
 * A slip in a usage field would leave the assumption in place without a word. `fieldsOf` lists the fields of a type, and
 * is undefined for a type without any; it is passed in, so that reading a configuration loads no prices.
 */
export function usageProblems(
  config: Config,
  fieldsOf: (type: string) => readonly string[] | undefined,
  file: string,
): Notice[] {
  const at = { file };
  return usageLines(config.usage ?? []).flatMap(
    ({ type, name: _name, tag: _tag, size: _size, ...figures }, i): Notice[] => {
      if (type === undefined) return [];
      const valid = fieldsOf(type) ?? [];
      if (valid.length === 0)
        return [notice('usage-without-effect', 'warn', { at, setting: `usage[${i}].type`, type })];
      return Object.keys(figures)
        .filter((written) => !valid.includes(written))
        .map((written) =>
          notice('usage-unknown', 'warn', { at, setting: `usage[${i}].${written}`, type, written, valid }),
        );
    },
  );
}
