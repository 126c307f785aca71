import type { Charge } from '../../charges/charge';
import type { Metering } from '../../charges/service';
import type { Reading } from '../../reading';
import type { Nested } from '../nested';
import { type Match, no, unsure, yes } from '../rule';

/** Gets the text in lower case: AWS and its provider take enumerated values in any case. */
type Test = (text: string) => boolean;

/** One text property decides. */
export const whenText = (metering: Metering, path: string, test: Test, ...charges: Charge[]): Match =>
  anyText([metering.properties.text(path)], test, ...charges);

/** One of several texts decides. */
export function anyText(readings: readonly Reading<unknown>[], test: Test, ...charges: Charge[]): Match {
  const isHit = readings.some(
    (one) => one.state === 'known' && typeof one.value === 'string' && test(one.value.toLowerCase()),
  );
  if (isHit) return yes(...charges);
  for (const one of readings) {
    if (one.state === 'unknown') return unsure(one.because, ...charges);
    if (one.state === 'known' && typeof one.value !== 'string')
      return unsure('it should be text and is not', ...charges);
  }
  return no;
}

/** The same for texts anywhere in a tree, parts of which may be hidden. */
export function anyNested(trees: readonly Nested[], test: Test, ...charges: Charge[]): Match {
  const match = anyText(
    trees.flatMap((tree) => tree.found),
    test,
    ...charges,
  );
  const hidden = trees.map((tree) => tree.hidden).find((because) => because !== undefined);
  return match.match === 'no' && hidden !== undefined ? unsure(hidden, ...charges) : match;
}
