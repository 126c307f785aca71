import { known, type Maybe, notSet, type Reading } from '../reading';

/** `<price list service>/<key>`, such as `natgateway/nat.hour`; not known where a property in it is not. */
export type PriceKey = string | Maybe<string>;

/**
 * A price key with properties in it: priceKey`dax/${nodeType}.hour`. Known when every part is; else it says which
 * part is not.
 */
export function priceKey(texts: TemplateStringsArray, ...parts: (string | Reading<string>)[]): Maybe<string> {
  let key = texts[0] ?? '';
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as string | Reading<string>;
    if (typeof part === 'string') key += part;
    else if (part.state === 'known') key += part.value;
    else return part.state === 'absent' ? notSet(part) : part;
    key += texts[i + 1] ?? '';
  }
  return known(key);
}
