import { describe, expect, test } from 'vitest';
import { settingsOf } from '../../../src/config/read-settings';
import { type Eligibility, Terms, worse } from '../../../src/core/coverage/coverage';
import type { Hit, Rule } from '../../../src/core/coverage/rule';
import { ruleById } from '../../../src/core/coverage/rules';
import type { Credit } from '../../../src/core/credits/credit';
import type { Program } from '../../../src/core/credits/program';
import { usd } from '../../../src/core/money';
import type { Answer } from '../../../src/core/reading';
import { aBalance, aCredit, at, NOW, noBalance } from '../../support/inputs';
import { aResource } from '../../support/resources';

/** The terms leave it open, and the credit's own list settles it. */
const settled: Eligibility = {
  key: 'x',
  product: 'x',
  rule: undefined,
  byTerms: 'unknown',
  allowedBy: () => 'yes',
};

const today = (remaining: string, amount: string | undefined, parts: Parameters<typeof aCredit>[0] = {}) =>
  new Terms(aBalance([aCredit({ remaining, ...parts })]), settingsOf({}), NOW).coverableToday(
    settled,
    amount === undefined ? undefined : usd(amount),
  );

describe('whether a credit can cover so much today', () => {
  test.each([
    ['100.00', '100.00', 'yes'],
    ['99.99', '100.00', 'unknown'],
    ['1.00', undefined, 'yes'],
    ['0.99', undefined, 'unknown'],
  ] as const)('$%s of credit for %s: %s', (remaining, amount, expected) => {
    expect(today(remaining, amount)).toBe(expected);
  });

  test.each([
    ['ends now', { ends: NOW }, 'unknown'],
    ['ends a moment later', { ends: NOW + 1 }, 'yes'],
    ['starts in this month', { starts: at('2026-12-31T23:59:59Z') }, 'yes'],
    ['starts in the next month', { starts: at('2027-01-01') }, 'unknown'],
    ['is paused', { status: 'paused' }, 'unknown'],
  ] as const)('one that %s', (_, parts, expected) => {
    expect(today('100', '1', parts)).toBe(expected);
  });
});

describe('what a credit may cover of an ordinary product', () => {
  const allowed = (
    product: string,
    parts: Parameters<typeof aCredit>[0],
    config: Parameters<typeof settingsOf>[0] = {},
  ) => new Terms(aBalance(), settingsOf(config), NOW).of(product).allowedBy(aCredit(parts));

  test.each<[string, Parameters<typeof aCredit>[0], string]>([
    ['everything', { products: 'all' }, 'yes'],
    ['a list with it', { products: ['AWS Lambda', 'AmazonEC2'] }, 'yes'],
    ['a list without it', { products: ['AWS Lambda'] }, 'no'],
    ['no list', { products: 'unlisted' }, 'unknown'],
    ['purchases of Marketplace alone', { purchases: ['AWS_MARKETPLACE'] }, 'no'],
    ['purchases of Marketplace and others', { purchases: ['MARKETPLACE', 'ON_DEMAND'] }, 'unknown'],
    ['purchases that AWS explains nowhere', { purchases: ['ON_DEMAND'] }, 'unknown'],
    ['a list without it, and purchases', { products: ['AWS Lambda'], purchases: ['ON_DEMAND'] }, 'no'],
    ['no list, and purchases', { products: 'unlisted', purchases: ['ON_DEMAND'] }, 'unknown'],
  ])('by %s', (_, parts, expected) => expect(allowed('Amazon EC2', parts)).toBe(expected));

  test('a credit without a list covers it where the owner says so', () => {
    const config = { credits: { unlistedProducts: 'covered' as const } };
    expect(allowed('Amazon EC2', { products: 'unlisted' }, config)).toBe('yes');
    expect(allowed('Amazon EC2', { products: ['AWS Lambda'] }, config)).toBe('no');
  });
});

describe('what a credit may cover of a row that the terms exclude by its name', () => {
  const terms = new Terms(aBalance(), settingsOf({ credits: { unlistedProducts: 'covered' } }), NOW);
  const allowed = (product: string, parts: Parameters<typeof aCredit>[0] = {}) =>
    terms.ofBilledRow(product).allowedBy(aCredit(parts));

  test.each<[string, Parameters<typeof aCredit>[0], string]>([
    ['AWS Marketplace', { products: 'all' }, 'no'],
    ['AWS Marketplace', { products: ['Amazon EC2'] }, 'no'],
    ['AWS Marketplace', { products: 'unlisted' }, 'no'],
    ['AWS Marketplace', { products: ['AWS Marketplace'] }, 'yes'],
    ['AWS Marketplace', { purchases: ['MARKETPLACE'] }, 'yes'],
    ['AWS Marketplace', { purchases: ['ON_DEMAND'] }, 'no'],
    ['Amazon Registrar', { products: 'all' }, 'no'],
    ['Amazon Registrar', { products: ['Amazon Registrar'] }, 'no'],
    ['AWS Business Support', { products: 'all' }, 'no'],
    ['AWS Business Support', { products: ['AWS Business Support'] }, 'yes'],
    ['AWS Business Support', { products: 'unlisted' }, 'no'],
  ])('%s by a credit for %j: %s', (product, parts, expected) => {
    expect(terms.ofBilledRow(product).byTerms).toBe('no');
    expect(allowed(product, parts)).toBe(expected);
  });

  test('an ordinary row is judged as an ordinary charge, and any name of it', () => {
    expect([allowed('Amazon EC2'), terms.ofBilledRow('Amazon EC2').byTerms]).toEqual(['yes', 'yes']);
    expect(allowed('Amazon Elastic Compute Cloud', { products: ['Amazon EC2'] })).toBe('yes');
  });
});

describe('what a rule leaves to the programme and the list of a credit', () => {
  const rule = (id: string): Rule => {
    const found = ruleById(id);
    if (found === undefined) throw new Error(id);
    return found;
  };
  const resource = aResource({ type: 'aws:bedrock/agentAgent:AgentAgent' });
  const hit = (id: string, match: Hit['match'] = { match: 'yes', charges: [] }): Hit => ({
    rule: rule(id),
    resource,
    match,
    isHistory: false,
  });
  const MODEL = 'bedrock-third-party-model';
  const of = (one: Hit, program: Program = 'other') =>
    new Terms(aBalance(), settingsOf({ program }), NOW).of('AWS Marketplace', one);

  test.each<[string, Program, string]>([
    ['a programme with the exception', 'activate', 'yes'],
    ['one without', 'other', 'no'],
    ['one that is not known', 'unknown', 'unknown'],
  ])('%s', (_, program, expected) => {
    const confirmed = of(hit(MODEL), program);
    expect([confirmed.byTerms === 'yes', confirmed.allowedBy(aCredit()) === 'yes']).toEqual([
      expected === 'yes',
      expected === 'yes',
    ]);
    // The programme of the credit itself comes before that of the settings.
    const byCredit = of(hit(MODEL)).allowedBy(aCredit({ program }));
    expect(byCredit === 'yes').toBe(expected === 'yes');
  });

  test('its own list decides all the same', () => {
    const ours = of(hit(MODEL), 'activate');
    expect(ours.allowedBy(aCredit({ products: ['Amazon EC2'] }))).toBe('no');
    expect(ours.allowedBy(aCredit({ products: 'unlisted' }))).toBe('unknown');
  });

  test('what only may match is not excluded for certain', () => {
    const domain = (match: Hit['match']) => of(hit('domain-registration', match));
    expect(domain({ match: 'yes', charges: [] }).byTerms).toBe('no');
    expect(domain({ match: 'unknown', because: 'x', charges: [] }).byTerms).toBe('unknown');
    expect(domain({ match: 'unknown', because: 'x', charges: [] }).key).not.toBe(
      domain({ match: 'yes', charges: [] }).key,
    );
  });

  test('a rule that excludes nothing leaves an ordinary charge', () => {
    expect(of(hit('organization-ends-free-plan')).byTerms).toBe('yes');
  });
});

describe('two answers that both have to be yes', () => {
  const answers = ['yes', 'no', 'unknown'] as const;

  test('no before unknown, unknown before yes, in either order', () => {
    expect(answers.map((a) => answers.map((b) => worse(a, b)))).toEqual([
      ['yes', 'no', 'unknown'],
      ['no', 'no', 'no'],
      ['unknown', 'no', 'unknown'],
    ]);
  });
});

describe('which credits may cover it, now or later', () => {
  const covering = (credits: readonly Credit[], account?: string) => {
    const settings = { ...settingsOf({}), account };
    const terms = new Terms(aBalance(credits), settings, NOW);
    return terms.mayCover(terms.of('Amazon EC2')).map(({ id }) => id);
  };

  test('those that are alive, list it or may, and are the account’s or may be', () => {
    const theirs = { owner: '444455556666', sharing: { type: 'disabled', accounts: undefined, isOn: true } } as const;
    const credits = [
      aCredit({ id: 'good' }),
      aCredit({ id: 'later', starts: NOW + 1 }),
      aCredit({ id: 'perhaps', products: 'unlisted' }),
      aCredit({ id: 'other product', products: ['Amazon RDS'] }),
      aCredit({ id: 'ended', ends: NOW }),
      aCredit({ id: 'empty', remaining: '0' }),
      aCredit({ id: 'paused', status: 'paused' }),
      aCredit({ id: 'theirs', ...theirs }),
    ];
    expect(covering(credits, '111122223333')).toEqual(['good', 'later', 'perhaps']);
    expect(covering(credits)).toEqual(['good', 'later', 'perhaps', 'theirs']);
  });

  test('none where the balance is not known', () => {
    const terms = new Terms(noBalance, settingsOf({}), NOW);
    expect(terms.mayCover(terms.of('Amazon EC2'))).toEqual([]);
    expect(terms.coverableToday(settled, usd(1))).toBe('unknown');
    expect(terms.coverableToday({ ...settled, byTerms: 'no' }, usd(1))).toBe('no');
  });
});

test('whether a credit can cover it today is asked of each that has enough: one yes is enough', () => {
  const today = (byTerms: Answer, ...answers: Answer[]) => {
    const credits = answers.map((answer) => aCredit({ id: answer }));
    const eligibility = { ...settled, byTerms, allowedBy: ({ id }: Credit) => id as Answer };
    return new Terms(aBalance(credits), settingsOf({}), NOW).coverableToday(eligibility, usd(1));
  };
  expect(today('no', 'no', 'yes')).toBe('yes');
  expect(today('no', 'no', 'unknown')).toBe('unknown');
  expect(today('unknown', 'no', 'no')).toBe('unknown');
  expect([today('no', 'no'), today('yes', 'no')]).toEqual(['no', 'no']);
});
