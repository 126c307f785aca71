import type { Properties } from '../../core/properties';
import { known } from '../../core/reading';
import { made, type Shape, type Source } from './native-properties';

/**
 * Resources of the provider `aws-native`, whose types and properties are those of CloudFormation, told in the words of
 * the provider `aws`, in which prices and rules are written. Names are those of `@pulumi/aws-native` 1.79.0.
 */
export interface Row extends Shape {
  /** The type of the aws provider. */
  readonly type: string;
  /** The type in its place where a property is set. */
  readonly where?: { readonly isSet: string; readonly type: string };
}

/**
 * One row for each native type that a price or a rule reads, by its token without the package; a row that is only a type
 * has nothing to read.
 */
export type Rows = Readonly<Record<string, Row | string>>;

/** CloudFormation lists tags as key and value. */
export function tagsAt(path: string): Source {
  return made([path], (native) => {
    const tags = native.any(path);
    return tags.state === 'known' && Array.isArray(tags.value) ? known(tagMap(native, path)) : tags;
  });
}

function tagMap(native: Properties, path: string): Record<string, unknown> {
  const list = native.items(path);
  const tags = list.state === 'known' ? list.value : [];
  return Object.fromEntries(
    tags.flatMap((tag) => {
      const key = tag.state === 'known' ? tag.value.text('key') : tag;
      const value = tag.state === 'known' ? tag.value.text('value') : tag;
      return key.state === 'known' && value.state === 'known' ? [[key.value, value.value]] : [];
    }),
  );
}

/** The same list, in two parts. */
export const without = (list: string, ...names: string[]): string =>
  list
    .split(' ')
    .filter((name) => !names.includes(name))
    .join(' ');

/** `a b` under `outer` in aws-native, without it in the aws provider. */
export const under = (outer: string, names: string): Record<string, Source> =>
  Object.fromEntries(names.split(' ').map((name) => [name, `${outer}.${name}`]));
