import { assessTogether } from '../../core/assess';
import { backTestJson } from '../../reports/back-test-json';
import { drawDownJson } from '../../reports/draw-down-json';
import { backTestReport } from '../../reports/model/back-test-report';
import { drawDownReport } from '../../reports/model/draw-down-report';
import { backTestLines } from '../../reports/terminal/back-test';
import { drawDownLines } from '../../reports/terminal/draw-down';
import { Page } from '../../reports/terminal/page';
import { wordsOf } from '../../words/notices';
import { clean } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { gatherAll, nowOf, openFor, plansNamed, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { progress, wantsColour, widthOf } from '../terminal';

export interface ForecastOptions extends Sources {
  readonly backtest: boolean;
  readonly months: number;
  readonly all: boolean;
  readonly json: boolean;
}

/** The draw-down of one or many stacks on one pool: by month, credit and stack. It judges nothing. */
export async function forecast(plans: readonly string[], options: ForecastOptions, io: Io): Promise<ExitCode> {
  if (options.backtest) return replay(plans, options, io);
  const { input } = await gatherAll(await plansNamed(plans, io), options, io);
  const done = progress(io, 'Drawing the credits down …');
  const report = drawDownReport(assessTogether({ ...input, months: options.months }), options.months);
  done();
  const { isKnown, problems } = report.credits;
  if (!isKnown)
    throw new InputError(
      problems.map(({ text }) => text),
      ['  credit-guard forecast plan.json --credits credits.json'],
    );
  const page = new Page(widthOf(io), wantsColour(io));
  await write(
    io.stdout,
    options.json ? drawDownJson(report, io) : `${drawDownLines(report, page, options.all).join('\n')}\n`,
  );
  return EXIT.fine;
}

/** Past months against the rules: no plan has a say in them. */
async function replay(plans: readonly string[], options: ForecastOptions, io: Io): Promise<ExitCode> {
  if (plans.length > 0)
    throw new InputError([`--backtest replays past months and takes no plan: leave ${plans[0]} out`]);
  const { balance, settings } = await openFor(options, io);
  const source = options.history ?? settings.history;
  if (source === undefined) throw new InputError(['--backtest needs a saved allocation history:'], HOW_TO_SAVE);
  if (balance.problems.some(({ code }) => code === 'balance-missing'))
    throw new InputError(['--backtest needs the credits that the history is of:'], HOW_TO_SAVE);
  const report = backTestReport(balance, settings, nowOf(options, io).now);
  if (report === undefined || balance.credits.state === 'unknown')
    throw new InputError(balance.problems.map((problem) => clean(wordsOf(problem), 1000)));
  const name = clean(source);
  const page = new Page(widthOf(io), wantsColour(io));
  await write(
    io.stdout,
    options.json ? backTestJson(report, name, io) : `${backTestLines(report, name, page).join('\n')}\n`,
  );
  return EXIT.fine;
}

const HOW_TO_SAVE = [
  '  aws billing get-credit-allocation-history --account-id ID --start-date DAY --end-date DAY --page-size 1000 --output json > history.json',
  '  credit-guard forecast --backtest --history history.json --credits credits.json',
];
