import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../src/config/read-settings';
import type { Config } from '../../src/config/schema';
import { assess } from '../../src/core/assess';
import type { Assessment } from '../../src/core/assessment';
import { countNotChecked } from '../../src/core/coverage/not-checked';
import type { Balance } from '../../src/core/credits/credit';
import { readPlan } from '../../src/pulumi/read-plan';
import { findingWords, shortType } from '../../src/words/findings';
import { verdictSentence } from '../../src/words/verdict';
import { aBalance, aCredit, at } from '../support/inputs';
import { prices } from '../support/resources';

/** Real and made-up plans that were once answered wrongly. Each stands for a kind. */
function assessed(name: string, balance: Balance = aBalance(), config: Config = {}): Assessment {
  const reading = readPlan(JSON.parse(readFileSync(join(__dirname, `${name}.json`), 'utf8')));
  if (!('plan' in reading)) throw new Error(reading.problem.code);
  return assess({ plan: reading.plan, balance, settings: settingsOf(config), prices, now: at('2026-11-25') });
}

const findings = ({ findings: found }: Assessment) => found.map(({ level, rule, name }) => [name, level, rule]);

test('a Savings Plan that names its offering alone may be All Upfront: all of it at once', () => {
  const assessment = assessed('adv-02-savings-plan-without-amount');
  expect(findings(assessment)).toContainEqual(['sp', 'warn', 'savings-plan-upfront']);
  expect(assessment.estimate.once.unknown.max.toFixed(2)).toBe('262800.00'); // $10 an hour for three years
});

test('a component of Marketplace in an Image Builder recipe is found', () => {
  expect(findings(assessed('e02-imagebuilder-component'))).toContainEqual([
    'golden',
    'warn',
    'imagebuilder-marketplace-product',
  ]);
});

describe('third parties that had no rule', () => {
  const assessment = assessed('adv-13-third-party-no-rule');

  test('each has a finding or is named as not checked', () => {
    const found = new Set(assessment.findings.map(({ urn }) => urn));
    const unchecked = new Set(countNotChecked(assessment.plan.resources).flatMap(({ row }) => row.types));
    const silent = assessment.plan.resources.filter(({ urn, type }) => !found.has(urn) && !unchecked.has(type));
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(assessment.plan.resources).toHaveLength(10);
  });

  test('a credit without a product list covers nothing of Marketplace', () => {
    const marketplace = assessment.products.filter(({ eligibility }) => eligibility.product === 'AWS Marketplace');
    expect(marketplace.map(({ coverage }) => coverage)).not.toContain('covered');
    expect(marketplace.length).toBeGreaterThan(0);
  });

  test.each([
    ['batch', 'warn', 'marketplace-container-image'],
    ['daemon', 'warn', 'ecs-marketplace-image'],
    ['agent', 'warn', 'marketplace-container-image'],
    ['wafclassic', 'warn', 'waf-classic-rule-group'],
    ['wafregional', 'warn', 'waf-classic-rule-group'],
    ['fms', 'block', 'fms-vendor-rule-group'],
    ['influx', 'block', 'influxdb-read-replica-license'],
    ['recipe', 'warn', 'imagebuilder-marketplace-product'],
    ['train', 'block', 'sagemaker-marketplace-algorithm'],
  ])('%s: %s by %s', (...expected) => expect(findings(assessment)).toContainEqual(expected));
});

test('a Marketplace credit of one cent that starts in 2030 covers no licence today', () => {
  const later = aCredit({
    remaining: '0.01',
    starts: at('2030-01-01'),
    ends: at('2031-01-01'),
    products: ['AWS Marketplace', 'Amazon RDS'],
  });
  expect(findings(assessed('adv-03-db2-marketplace', aBalance([later])))).toContainEqual([
    'r0',
    'block',
    'rds-db2-marketplace-license',
  ]);
});

test('an update that newly buys a licence blocks, as in the pack', () => {
  expect(findings(assessed('adv-10-update-to-marketplace'))).toContainEqual([
    'r0',
    'block',
    'rds-db2-marketplace-license',
  ]);
});

test('a licence without a price is cash that the verdict names', () => {
  expect(verdictSentence(assessed('adv-10-update-to-marketplace'))).toContain(
    'You pay charges whose amount is not known.',
  );
});

test('a property that is missing is named', () => {
  const { reason } = assessed('adv-10-update-to-marketplace').estimate.unpriced[0] ?? { reason: '' };
  expect(reason).toContain('allocatedStorage is not set');
});

test('cash that begins when the credits run out says from when', () => {
  const config = { policies: { 'credit-outlook': { maxMonthlyCash: '1.00', blockWithinDays: 1000 } } };
  const { findings: found } = assessed(
    'adv-02-savings-plan-without-amount',
    aBalance([aCredit({ remaining: '100000' })]),
    config,
  );
  const over = found.filter(({ rule }) => rule === 'monthly-cash').map((one) => findingWords(one).headline);
  expect(over).toEqual(['$7,300.00 a month is cash, as early as 2027-12-31; maxMonthlyCash is $1.00']);
});

test('images and charts of Marketplace that Kubernetes runs are found, as those of ECS are', () => {
  const assessment = assessed('e04-helm-from-marketplace');
  expect(findings(assessment)).toContainEqual(['m', 'warn', 'kubernetes-marketplace-image']);
  expect(findings(assessment)).toContainEqual(['d', 'warn', 'kubernetes-marketplace-image']);
  expect(assessment.verdict.status).toBe('cash');
  expect(shortType(assessment.findings.find(({ name }) => name === 'd')?.type ?? '')).toBe(
    'kubernetes:apps/v1:Deployment',
  );
});
