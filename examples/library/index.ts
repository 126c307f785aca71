import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assess,
  BundledPrices,
  combine,
  findingWords,
  manualCredits,
  money,
  parseConfig,
  readAccountPlan,
  readCredits,
  readPlan,
  verdictSentence,
  wordsOf,
} from 'pulumi-credit-guard';

/** What credits do not cover of a plan, and until when they cover the rest. */
async function main(folder: string, now: number): Promise<void> {
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

  const { settings, errors } = await parseConfig(text('credit-guard.yaml'));
  for (const error of errors) console.error(wordsOf(error));

  const reading = readPlan(JSON.parse(text('plan.json')));
  if ('problem' in reading) throw new Error(wordsOf(reading.problem));

  const context = (source: string) => ({ source, writtenAt: undefined, now, maxAgeDays: settings.maxAgeDays });
  const balance = combine({
    snapshot: readCredits(JSON.parse(text('credits.json')), context('credits.json')),
    accountPlan: readAccountPlan(JSON.parse(text('account-plan.json')), context('account-plan.json')),
    manual: manualCredits(settings),
    manualSource: 'credit-guard.yaml',
  });

  const assessment = assess({ plan: reading.plan, balance, settings, prices: new BundledPrices(), now });
  console.log(verdictSentence(assessment));

  const { verdict, estimate, findings } = assessment;
  const orMore = estimate.complete ? '' : ' or more';
  console.log(`Cash: ${money.dollarRange(estimate.once.cash)} once${orMore}`);
  for (const finding of findings) console.log(`${finding.level}: ${findingWords(finding).headline}`);
  if (verdict.status === 'blocked') process.exitCode = 1;
}

const [folder = '.', date] = process.argv.slice(2);
main(folder, date === undefined ? Date.now() : Date.parse(date)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
