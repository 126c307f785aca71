import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config/load';
import type { Config } from '../../../src/config/schema';
import type { FindingArgs } from '../../../src/core/findings/finding';
import { findingWords } from '../../../src/words/findings';
import { wordsOf } from '../../../src/words/notices';
import { aBalance, aCredit, assessed, at, type Situation } from '../../support/inputs';

type Planned = NonNullable<Config['planned']>[number];

/** $0.40 a month: at most $0.45 with its requests, so that a credit of $1,000 loses $999.10 in two months. */
const SECRET = { type: 'aws:secretsmanager/secret:Secret', name: 'secret' };
const ENDS = at('2027-01-31T23:59:59Z');
const expiring = aCredit({ remaining: '1000', ends: ENDS });
const training = { what: 'Training', product: 'Amazon SageMaker', usd: '250.00', from: '2027-05-01' };

function expires(planned: readonly Planned[], parts: Partial<Situation> = {}) {
  const { findings } = assessed({
    resources: [SECRET],
    balance: aBalance([expiring]),
    ...parts,
    config: { burn: { monthly: {} }, planned: [...planned] },
  });
  const found = findings.find(({ rule }) => rule === 'expiring');
  if (found === undefined) throw new Error('nothing expires');
  return { args: found.says.args as FindingArgs['credit-expires-unused'], words: findingWords(found).remedy };
}
const used = (planned: readonly Planned[], parts?: Partial<Situation>) => {
  const { uses, usd, rest } = expires(planned, parts).args;
  return [
    ...uses.map(({ what, covered }) => `${what} ${covered.toFixed(2)}`),
    usd.min.minus(rest.min).toFixed(2), // what is taken off the loss
  ];
};

describe('expiring credit: what would use it without waste', () => {
  test('a purchase that is planned for after its end', () => {
    expect(expires([training]).words).toMatch(
      /^Buy before they expire what you planned for later anyway: "Training" \(Amazon SageMaker, \$250\.00, planned for 2027-05-01\)\. Credits then cover \$250\.00 of it, and \$749\.\d\d–?\S* still expires\.$/,
    );
  });

  test('nothing planned, or nothing that fits: as ever', () => {
    const asEver = 'Use these credits before they expire: move eligible work forward.';
    expect(expires([]).words).toBe(asEver);
    expect(expires([{ ...training, product: 'AWS Marketplace' }]).words).toBe(asEver);
    expect(expires([{ ...training, from: '2026-11-30' }]).words).toBe(asEver);
    expect(expires([{ ...training, product: 'Domain registration' }]).words).toBe(asEver);
  });

  test('what is left out is said: an unknown name, a day that is past', () => {
    const planned = [
      training,
      { ...training, what: 'Typo', product: 'Amazon SageMakr' },
      { ...training, what: 'Past', from: '2026-11-01' },
    ];
    const { notes } = assessed({ resources: [SECRET], balance: aBalance([expiring]), config: { planned } });
    expect(notes.filter(({ code }) => code === 'planned-left-out').map(wordsOf)).toEqual([
      'planned: Amazon SageMakr ("Typo") is not a known product name; did you mean Amazon SageMaker? No credit is counted on for it.',
      'planned: "Past" was planned for 2026-11-01, which is past: no credit is counted on for it.',
    ]);
  });

  test.each<[string, Planned[], string[]]>([
    ['more than is lost: as far as it reaches', [{ ...training, usd: '5000' }], ['Training 999.10', '999.10']],
    [
      'in the order of their days',
      [
        { ...training, what: 'B', usd: '900', from: '2027-06-01' },
        { ...training, usd: '900' },
      ],
      ['Training 900.00', 'B 99.10', '999.10'],
    ],
    ['planned before its end: it draws on it as it is', [{ ...training, from: '2027-01-15' }], ['250.00']],
    [
      'and leaves less to use',
      [
        { ...training, usd: '900', from: '2027-01-15' },
        { ...training, what: 'B' },
      ],
      ['B 99.10', '999.10'],
    ],
    ['on the day of its end', [{ ...training, from: '2027-01-31' }], ['250.00']],
    ['a domain, which no credit covers', [{ ...training, product: 'Amazon Registrar' }], ['0.00']],
  ])('%s', (_, planned, expected) => {
    expect(used(planned)).toEqual(expected);
  });

  test('only what the credit itself covers, for certain', () => {
    const balance = (parts: Parameters<typeof aCredit>[0]) => ({
      balance: aBalance([{ ...expiring, ...aCredit({ remaining: '1000', ends: ENDS, ...parts }) }]),
    });
    expect(used([training], balance({ products: ['AWS Secrets Manager'] }))).toEqual(['0.00']);
    expect(used([training], balance({ products: ['AWS Secrets Manager', 'Amazon SageMaker'] }))[0]).toBe(
      'Training 250.00',
    );
    expect(used([training], balance({ status: 'paused' }))).toEqual(['0.00']);
  });

  test('the credit that ends first is used first', () => {
    const later = aCredit({ id: 'later', remaining: '1000', ends: at('2027-02-20') });
    const sooner = aCredit({ id: 'sooner', remaining: '100', ends: at('2027-01-10') });
    const both = { balance: aBalance([later, sooner]) };
    // Planned between the two ends: the first would cover it before its end, the second covers the rest as it is.
    expect(used([{ ...training, from: '2027-01-20' }], both)[0]).toMatch(/^Training (99|100)\.\d\d$/);
  });

  test('when all of it is used, nothing expires', () => {
    expect(expires([{ ...training, usd: '5000' }]).words).toMatch(
      /Credits then cover \$999\.10 of it, and (nothing expires|up to \$0\.\d\d still expires)\.$/,
    );
  });

  test('it is read from the file', () => {
    const text = 'planned:\n  - { what: Training, product: Amazon SageMaker, usd: "250.00", from: 2027-05-01 }\n';
    expect(parseConfig(text, 'credit-guard.yaml').errors).toEqual([]);
    expect(parseConfig('planned:\n  - { what: Training }\n', 'credit-guard.yaml').errors).not.toEqual([]);
  });
});
