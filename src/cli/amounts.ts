import { parseUsd, type Usd } from '../core/money';
import { InputError } from './io';

const LARGEST_USD = 1e12;

/** USD, as somebody wrote it behind an option. @throws InputError */
export function amountOf(option: string, written: string): Usd {
  const amount = parseUsd(written);
  if (amount?.gte(0) && amount.lte(LARGEST_USD)) return amount;
  throw new InputError([
    `${option} ${written}: it is no amount in USD; write it without $ and commas, such as 1314.00`,
  ]);
}
