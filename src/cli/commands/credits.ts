import { type Balance, type Credit, isAlive, isUsable } from '../../core/credits/credit';
import { type Instant, isoDay, wholeDays } from '../../core/instant';
import { dollars } from '../../core/money';
import { usableNow } from '../../core/outlook/pool';
import { creditsOf, printable } from '../../reports/json';
import { Page } from '../../reports/terminal/page';
import { clean, counted } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { nowOf, openFor, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';

/** Shows the pool: each credit, the sum, where it was read and how old it is. */
export async function credits(options: Sources & { readonly json: boolean }, io: Io): Promise<ExitCode> {
  const { now } = nowOf(options, io);
  const { balance } = await openFor(options, io);
  if (options.json) {
    await write(io.stdout, `${printable(creditsOf({ balance, now }))}\n`);
  } else {
    if (balance.credits.state === 'unknown') {
      throw new InputError(
        balance.problems.map(({ text }) => text),
        HOW,
      );
    }
    const lines = table(balance, balance.credits.value, now, new Page(widthOf(io), wantsColour(io)));
    await write(io.stdout, `${lines.join('\n')}\n`);
  }
  return balance.credits.state === 'unknown' ? EXIT.usage : EXIT.fine;
}

const HOW = [
  '  aws billing get-credits --account-id ID --start-date DAY > credits.json',
  '  credit-guard credits --credits credits.json',
];

function table(balance: Balance, all: readonly Credit[], now: Instant, page: Page): string[] {
  const usable = usableNow(balance, now);
  const total =
    usable.state === 'known'
      ? `${dollars(usable.value)} usable`
      : `How much is usable is not known: ${clean(usable.because)}`;
  const rows = all.flatMap((credit) => [
    [
      credit.remaining.state === 'known' ? dollars(credit.remaining.value) : 'not known',
      credit.ends === undefined ? 'no end' : isoDay(credit.ends),
      statusWords(credit, now, page),
      `${clean(credit.description, 120)}${page.dim(` · ${productWords(credit)}`)}`,
    ],
  ]);
  const head = ['left', 'ends', 'status', 'credit · what it pays'].map((title) => page.dim(title));
  const plan =
    balance.accountPlan.state === 'known' ? [`The account is on the ${balance.accountPlan.value} plan.`] : [];
  return [
    ...page.wrap(`${page.colours.bold(total)}, from ${sourceWords(balance, now)}`),
    ...(rows.length === 0 ? [] : ['', ...page.table([head, ...rows], { align: ['right'], wrapLast: true }), '']),
    ...plan.flatMap((line) => page.wrap(line)),
    ...balance.problems.flatMap(({ text }) => page.hang(page.colours.yellow('!'), clean(text))),
  ];
}

function sourceWords({ source, readAt }: Balance, now: Instant): string {
  if (readAt === undefined) return clean(source);
  const days = wholeDays(readAt, now);
  return `${clean(source)}, read on ${isoDay(readAt)}${days > 0 ? ` (${counted(days, 'day')} ago)` : ''}`;
}

function statusWords(credit: Credit, now: Instant, { colours }: Page): string {
  if (isUsable(credit, now)) return colours.green('usable');
  if (isAlive(credit, now)) return `from ${isoDay(credit.starts)}`;
  if (credit.status !== 'enabled') return colours.yellow(credit.status);
  if (credit.ends !== undefined && credit.ends <= now) return 'ended';
  return credit.remaining.state === 'known' ? 'used up' : 'not in USD';
}

function productWords({ products }: Credit): string {
  if (products === 'all') return 'every product';
  if (products === 'unlisted') return 'AWS does not say which products';
  const [first = '', second, ...others] = products.map((name) => clean(name, 60));
  if (second === undefined) return first;
  return others.length === 0 ? `${first}, ${second}` : `${first}, ${second} and ${others.length} more`;
}
