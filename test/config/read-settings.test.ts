import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/load';
import { manualCredits, settingsOf } from '../../src/config/read-settings';
import { DEFAULT_LEVELS, POLICIES, RESOURCE_POLICIES } from '../../src/core/policy-names';
import { DOCUMENTED } from './documented';

describe('from what an owner wrote to settings', () => {
  const settings = settingsOf(parseConfig(DOCUMENTED, 'f').config);

  it('reads the documented shape', () => {
    expect(settings).toMatchObject({
      program: 'activate',
      account: '111122223333',
      snapshot: 'credits.json',
      accountPlan: 'account-plan.json',
      maxAgeDays: 7,
      usage: [
        {
          type: 'aws:lambda/function:Function',
          name: undefined,
          figures: { monthlyRequests: 2_000_000, averageDurationMs: { min: 100, max: 120 } },
        },
      ],
      pool: { share: 0.5 },
      outlook: { level: 'block', blockWithinDays: 30, runwayShare: 0.6, coverage: 'block' },
      reports: { json: 'credit-guard.json' },
    });
    const amounts = [...(settings.burn ?? []), ...settings.pool.reserved];
    expect(amounts.map(([name, usd]) => [name, usd.toFixed(2)])).toEqual([
      ['Amazon EC2', '400.00'],
      ['Amazon RDS', '120.50'],
      ['other-project/prod', '300.00'],
    ]);
  });

  it('takes a bare day as all of it where something ends, and as its first moment where something starts', () => {
    expect(settings.accept[0]?.until).toBe(Date.parse('2027-06-30T23:59:59Z'));
    expect(manualCredits(settings)).toMatchObject([
      {
        id: 'manual-1',
        description: 'Activate',
        starts: Date.parse('2026-04-01'),
        ends: Date.parse('2027-03-31T23:59:59Z'),
        products: 'all',
        purchases: 'all',
        asOf: Date.parse('2026-11-24'),
        program: 'activate',
      },
    ]);
  });

  it('of a credit by hand knows no more than its owner wrote', () => {
    const config = { credits: { manual: [{ description: 'Some', remaining: 5 }] } };
    expect(manualCredits(settingsOf(config))).toMatchObject([
      { starts: 0, ends: undefined, products: 'unlisted', owner: undefined, program: undefined },
    ]);
  });

  it('reads what each other account spends', () => {
    const { config } = parseConfig('burn: { accounts: { "444455556666": { Amazon EC2: "900.00" } } }', 'f');
    const { burnOfOthers } = settingsOf(config);
    expect([...burnOfOthers].map(([account, burn]) => [account, burn.get('Amazon EC2')?.toFixed(2)])).toEqual([
      ['444455556666', '900.00'],
    ]);
    expect(settingsOf({}).burnOfOthers.size).toBe(0);
  });

  it('of a credit that another account owns, takes it that it is shared', () => {
    const config = { credits: { manual: [{ description: 'Some', remaining: 5, owner: '444455556666' }] } };
    expect(manualCredits(settingsOf(config))).toMatchObject([
      { owner: '444455556666', sharing: { type: 'default', accounts: undefined, isOn: true } },
    ]);
  });

  it('reads every amount that the schema lets pass', () => {
    const { config, errors } = parseConfig('burn: { monthly: { a: "+5", b: " 7.50 ", c: 3 } }', 'f');
    expect(errors).toEqual([]);
    const amounts = [...(settingsOf(config).burn ?? [])].map(([, amount]) => amount.toFixed(2));
    expect(amounts).toEqual(['5.00', '7.50', '3.00']);
  });

  it('fills in the defaults: what is not written is neither nothing nor zero', () => {
    const defaults = settingsOf({});
    expect(defaults).toMatchObject({ program: 'unknown', unlistedProducts: 'unknown', maxAgeDays: 7, accept: [] });
    expect([defaults.account, defaults.burn, manualCredits(defaults)]).toEqual([undefined, undefined, undefined]);
    expect(defaults.pool).toEqual({ share: 1, reserved: new Map() });
    expect(defaults.outlook).toEqual({
      configFile: undefined,
      level: 'block',
      onUnknown: 'warn',
      uncertain: 'warn',
      runway: 'block',
      blockWithinDays: undefined,
      runwayShare: 0.5,
      coverage: 'warn',
      cash: 'block',
      maxMonthlyCash: undefined,
      maxOneTimeCash: undefined,
      expiring: 'warn',
      expiringWithinDays: 90,
      terms: 'warn',
      estimate: 'block',
      minimumPricedShare: undefined,
      balance: 'block',
      onUnknownBalance: 'warn',
      onInvalidConfig: 'block',
    });
    const levels = RESOURCE_POLICIES.map((name) => [name, defaults.policies[name].level]);
    expect(Object.fromEntries([...levels, ['credit-outlook', defaults.outlook.level]])).toEqual(DEFAULT_LEVELS);
    expect(POLICIES).toHaveLength(8);
  });
});
