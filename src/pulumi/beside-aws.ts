import { type Notice, notice } from '../core/notice';
import type { Plan } from '../core/plan';
import type { Properties } from '../core/properties';
import { isJudged } from './aws-terms';
import { isProvider } from './canonical-type';
import { hidesImages, isSoldByMarketplace } from './kubernetes';
import { isUnjudgedAws, runsCode, unseen } from './unseen';

/** A resource, as far as it decides whether AWS bills it. */
export interface Listed {
  readonly type: string;
  /** Groups other resources and costs nothing itself. */
  readonly isComponent: boolean;
  /** Asked for only where the type alone does not decide. */
  readonly properties: () => Properties;
}

/** Does AWS bill it? A chart is a component, and is what Marketplace sells all the same. */
export const isOwn = ({ type, isComponent, properties }: Listed): boolean =>
  isJudged(type) ? !isComponent : isSoldByMarketplace(type, properties);

/** What a stack holds beside what AWS bills and this product judges: counted, and named where it may cost money at AWS. */
export function besideAws(listed: readonly Listed[]): {
  readonly outside: Plan['outside'];
  readonly problems: readonly Notice[];
} {
  const others = listed.filter(({ type, isComponent }) => !isComponent && !isJudged(type));
  return {
    outside: countBy(others.filter((one) => isOutside(one.type) && !isOwn(one)).map(({ type }) => packageOf(type))),
    problems: [...unseen(others.map(({ type }) => type)), ...imagesNotice(others)],
  };
}

/** Resources outside AWS that may run what AWS Marketplace sells, and do not show it. */
function imagesNotice(others: readonly Listed[]): Notice[] {
  const hidden = others.filter((one) => !isOwn(one) && hidesImages(one.type, one.properties));
  return hidden.length === 0 ? [] : [notice('images-unseen', 'info', { count: hidden.length })];
}

const isOutside = (type: string): boolean =>
  !isUnjudgedAws(type) &&
  !runsCode(type) &&
  !isProvider(type) &&
  !type.startsWith('pulumi:') &&
  type.split(':').length === 3 &&
  !/^(aws|awsx|eks|cloud):/.test(type);

const packageOf = (type: string): string => type.split(':')[0] ?? '';

export function countBy(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
