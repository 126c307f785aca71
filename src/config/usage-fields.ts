import { type Notice, notice, type SettingPlace } from '../core/notice';
import { usageLines } from './read-settings';
import type { Config } from './schema';

/** What is known of types: it is passed in, so that reading a configuration loads no prices. */
export interface UsageTypes {
  /** The fields of a type; none for one whose usage cannot be set. */
  readonly fieldsOf: (type: string) => readonly string[];
  /** A known type that is like one that is not known. */
  readonly nearestTo: (type: string) => string | undefined;
}

/** A slip in a usage field would leave the assumption in place without a word. */
export function usageProblems(
  config: Config,
  { fieldsOf, nearestTo }: UsageTypes,
  placeOf: (path: readonly (string | number)[]) => SettingPlace,
): Notice[] {
  return usageLines(config.usage ?? []).flatMap(
    ({ type, name: _name, tag: _tag, size: _size, ...figures }, i): Notice[] => {
      if (type === undefined) return [];
      const valid = fieldsOf(type);
      if (valid.length === 0) {
        const at = placeOf(['usage', i, 'type']);
        return [
          notice('usage-without-effect', 'warn', { at, setting: `usage[${i}].type`, type, nearest: nearestTo(type) }),
        ];
      }
      return Object.keys(figures)
        .filter((written) => !valid.includes(written))
        .map((written) =>
          notice('usage-unknown', 'warn', {
            at: placeOf(['usage', i, written]),
            setting: `usage[${i}].${written}`,
            type,
            written,
            valid,
          }),
        );
    },
  );
}
