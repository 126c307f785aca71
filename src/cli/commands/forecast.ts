import { assessTogether } from '../../core/assess';
import { drawDownJson } from '../../reports/draw-down-json';
import { drawDownReport } from '../../reports/model/draw-down-report';
import { drawDownLines } from '../../reports/terminal/draw-down';
import { Page } from '../../reports/terminal/page';
import { EXIT, type ExitCode } from '../exit-codes';
import { gatherAll, plansNamed, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { progress, wantsColour, widthOf } from '../terminal';

export interface ForecastOptions extends Sources {
  readonly months: number;
  readonly all: boolean;
  readonly json: boolean;
}

/** The draw-down of one or many stacks on one pool: by month, credit and stack. It judges nothing. */
export async function forecast(plans: readonly string[], options: ForecastOptions, io: Io): Promise<ExitCode> {
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
