import { known, type Maybe, notSet, type Reading } from '../reading';

/** `<price list service>/<key>`, such as `natgateway/nat.hour`; not known where a property in it is not. */
export type PriceKey = string | Maybe<string>;

/**
 * A price key with properties in it: priceKey`dax/${nodeType}.hour`. Known when every part is; else it says which
 * part is not.
 */
export function priceKey(texts: TemplateStringsArray, ...parts: (string | Reading<string>)[]): Maybe<string> {
  let key = texts[0] ?? '';
  for (const [index, part] of parts.entries()) {
    const reading = typeof part === 'string' ? known(part) : part;
    if (reading.state === 'absent') return notSet(reading);
    if (reading.state === 'unknown') return reading;
    key += reading.value + (texts[index + 1] ?? '');
  }
  return known(key);
}
