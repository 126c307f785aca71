import { known, type Maybe, notSet, type Reading, unknown } from '../../reading';

/**
 * vCPUs of an instance type, by AWS's names of sizes: large has 2, xlarge 4, and so on; the small burstable ones have 2
 * since t3. With or without a prefix: `m5.large`, `db.m5.large`, `kafka.m5.large`.
 */
export function vcpusOf(type: Reading<string>): Maybe<number> {
  if (type.state !== 'known') return type.state === 'absent' ? notSet(type) : type;
  const [size = '', family = ''] = type.value.split('.').reverse();
  const multiple = /^(\d+)xlarge$/.exec(size)?.[1];
  if (multiple !== undefined) return known(Number(multiple) * 4);
  if (size === 'xlarge') return known(4);
  if (size === 'large' || /^t[34]g?$/.test(family)) return known(2);
  if (size === 'medium' && /^[cmrx]\d+g/.test(family)) return known(1);
  return unknown('the vCPUs of its instance type are not known');
}
