import type { Eligibility } from '../../../src/core/coverage/coverage';
import { usd } from '../../../src/core/money';
import type { Span } from '../../../src/core/outlook/draw';
import { Ledger } from '../../../src/core/outlook/ledger';
import type { Grant } from '../../../src/core/outlook/purse';
import type { Stream } from '../../../src/core/outlook/stream';
import type { Answer } from '../../../src/core/reading';
import { at } from '../../support/inputs';

export const NOW = at('2026-12-01T00:00:00Z');

/** What credits may cover of one product. By the terms `no` and `unknown` hold for every credit. */
const anEligibility = (product: string, byTerms: Answer = 'yes'): Eligibility => ({
  key: `${product}\n${byTerms}`,
  product,
  rule: undefined,
  byTerms,
  allowedBy: () => byTerms,
});

interface GrantSketch extends Partial<Omit<Grant, 'amount' | 'covers'>> {
  amount?: string;
  /** Everything, unless it names products. */
  products?: readonly string[];
  /** Other accounts that may use it; all, unless it names some. */
  accounts?: readonly string[];
}

/** $1,000 for everything, without an end. */
export const aGrant = ({ amount = '1000', products, accounts, ...parts }: GrantSketch = {}): Grant => ({
  id: 'credit',
  starts: at('2026-01-01'),
  issued: parts.starts ?? at('2026-01-01'),
  ends: undefined,
  breadth: products?.length ?? Number.MAX_SAFE_INTEGER,
  isListed: true,
  isOurs: true,
  closed: undefined,
  ...parts,
  amount: usd(amount),
  covers: ({ product, byTerms }, account) => {
    if (account !== undefined && accounts?.includes(account) === false) return 'no';
    if (products !== undefined && !products.includes(product)) return 'no';
    return (parts.isListed ?? true) || byTerms === 'no' ? byTerms : 'unknown';
  },
});

interface StreamSketch extends Partial<Pick<Stream, 'account' | 'origin' | 'startsAt' | 'endsAt'>> {
  product?: string;
  eligible?: Answer;
  hourly?: string;
  monthly?: string;
  once?: string;
}

/** $100 a month, the same in every month. */
export const aStream = ({
  product = 'Amazon EC2',
  eligible,
  hourly,
  monthly,
  once,
  ...parts
}: StreamSketch = {}): Stream => ({
  eligibility: anEligibility(product, eligible),
  origin: 'plan',
  startsAt: undefined,
  endsAt: undefined,
  ...parts,
  perHour: usd(hourly ?? '0'),
  perMonth: usd(monthly ?? (hourly === undefined && once === undefined ? '100' : '0')),
  once: usd(once ?? '0'),
});

export const aLedger = (streams: readonly Stream[], grants: readonly Grant[], span: Partial<Span> = {}): Ledger =>
  new Ledger(streams, grants, { from: NOW, until: span.from ?? NOW, cuts: [], ...span });

/** `month: covered/cash/forfeited → left` */
export const lines = ({ months }: Ledger): string[] =>
  months.map(
    (m) => `${m.month}: ${m.covered.toFixed(2)}/${m.cash.toFixed(2)}/${m.forfeited.toFixed(2)} → ${m.left.toFixed(2)}`,
  );
