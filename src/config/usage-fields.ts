import { clean } from '../words/text';
import { suggestion } from './nearest';
import type { Config } from './schema';

/**
 * A slip in a usage field would leave the assumption in place without a word. `fieldsOf` lists the fields of a type, and
 * is undefined for a type without any; it is passed in, so that reading a configuration loads no prices.
 */
export function usageProblems(
  config: Config,
  fieldsOf: (type: string) => readonly string[] | undefined,
  origin: string,
): string[] {
  return (config.usage ?? []).flatMap(({ type, name: _name, tag: _tag, ...figures }, i) => {
    const valid = type === undefined ? undefined : fieldsOf(type);
    if (type === undefined) return [];
    if (valid === undefined || valid.length === 0) {
      return [
        `${origin}: usage[${i}].type: nothing can be assumed about ${clean(type, 80)}, so this line has no effect`,
      ];
    }
    return Object.keys(figures)
      .filter((field) => !valid.includes(field))
      .map(
        (field) =>
          `${origin}: usage[${i}].${clean(field, 80)}: no such usage of ${clean(type, 80)}${suggestion(field, valid)}`,
      );
  });
}
