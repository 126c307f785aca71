import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../../src/core/assessment';
import { aBalance, aCredit, assessed, at } from '../../support/inputs';
import { LATER } from '../../support/resources';

const NAT = { type: 'aws:ec2/natGateway:NatGateway', name: 'nat' };
const DATABASE = {
  type: 'aws:rds/instance:Instance',
  name: 'db',
  properties: { engine: 'postgres', instanceClass: 'db.t4g.medium', allocatedStorage: 20, storageType: 'gp3' },
};
const PLAN = {
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  name: 'compute',
  properties: { commitment: '0.30', upfrontPaymentAmount: '1314.00' },
};
const DOMAIN = { type: 'aws:route53domains/domain:Domain', name: 'shop', properties: { domainName: 'shop.com' } };
const OTHER_DOMAIN = { ...DOMAIN, name: 'blog', properties: { domainName: 'blog.com' } };

const lines = ({ products }: Assessment) =>
  products.map(({ eligibility, monthly, once }) => [
    eligibility.product,
    monthly.total.max.toFixed(2),
    once.total.max.toFixed(2),
  ]);
const lineOf = ({ products }: Assessment, product: string, rule?: string) =>
  products.find(({ eligibility }) => eligibility.product === product && eligibility.rule?.id === rule);

describe('one line for each kind of charge', () => {
  test('dearest a month first, then dearest at once, then by name; in any order of the plan', () => {
    const resources = [DOMAIN, NAT, PLAN, DATABASE];
    const sorted = lines(assessed({ resources }));
    expect(sorted.map(([product]) => product)).toEqual([
      'AWS Savings Plans',
      'Amazon RDS',
      'Amazon EC2',
      'AWS Savings Plans',
      'Amazon Registrar',
    ]);
    expect(sorted.at(-2)).toEqual(['AWS Savings Plans', '0.00', '1314.00']);
    expect(sorted.at(-1)).toEqual(['Amazon Registrar', '0.00', '16.00']);
    expect(lines(assessed({ resources: resources.reverse() }))).toEqual(sorted);
  });

  test('of two that cost the same, the name decides', () => {
    const agent = {
      type: 'aws:bedrock/agentAgent:AgentAgent',
      name: 'agent',
      properties: { foundationModel: 'anthropic.claude-3-5-sonnet-20241022-v2:0' },
    };
    const addon = {
      type: 'aws:eks/addon:Addon',
      name: 'kubecost',
      properties: { addonName: 'kubecost_kubecost', clusterName: 'jobs' },
    };
    const keysOf = (assessment: Assessment) => assessment.products.map(({ eligibility }) => eligibility.key);
    const keys = keysOf(assessed({ resources: [agent, addon] }));
    expect(keys).toHaveLength(2);
    expect(keys).toEqual([...keys].sort());
    expect(keysOf(assessed({ resources: [addon, agent] }))).toEqual(keys);
  });

  test('adds up what several resources cost of it, and names each resource once', () => {
    const one = assessed({ resources: [DOMAIN] });
    const two = assessed({ resources: [DOMAIN, OTHER_DOMAIN] });
    expect(lines(one)).toEqual([['Amazon Registrar', '0.00', '16.00']]);
    expect(lines(two)).toEqual([['Amazon Registrar', '0.00', '32.00']]);
    expect(two.products[0]?.resources).toEqual(two.resources.map(({ resource }) => resource.urn));
    const database = assessed({ resources: [DATABASE] });
    expect(database.resources[0]?.judged.length).toBeGreaterThan(1);
    expect(database.products[0]?.resources).toEqual([database.resources[0]?.resource.urn]);
  });

  test('what exists and what is added are one line', () => {
    const resources = [
      { ...DOMAIN, existing: true, change: 'same' as const },
      { ...NAT, existing: true, change: 'same' as const },
      { ...NAT, name: 'new', existing: false, change: 'create' as const },
    ];
    const before = [resources[0], resources[1]].flatMap((one) => one ?? []);
    const ofTwo = assessed({ resources, before }).products.find(({ monthly }) => monthly.total.max.gt(0));
    const ofOne = assessed({ resources: [NAT] }).products[0];
    expect(ofTwo?.resources).toHaveLength(2);
    expect(ofTwo?.monthly.total.min.toFixed(2)).toBe(ofOne?.monthly.total.min.times(2).toFixed(2));
  });

  test('what goes is in no line', () => {
    const gone = { ...DATABASE, existing: true, change: 'delete' as const };
    const assessment = assessed({ resources: [NAT], before: [gone] });
    expect(lines(assessment).map(([product]) => product)).toEqual(['Amazon EC2']);
  });

  test('counts the charges whose amount is not known', () => {
    const known = lineOf(assessed({ resources: [DATABASE] }), 'Amazon RDS');
    const open = { ...DATABASE, properties: { ...DATABASE.properties, instanceClass: LATER } };
    const partly = lineOf(assessed({ resources: [open] }), 'Amazon RDS');
    expect([known?.missing, partly?.missing]).toEqual([0, 1]);
    expect(partly?.monthly.total.min.gt(0)).toBe(true);
  });
});

describe('who covers it, and until when', () => {
  const SOON = at('2027-03-31T23:59:59Z');
  const credits = [
    aCredit({ id: 'compute', products: ['Amazon EC2'], ends: SOON }),
    aCredit({ id: 'later', products: ['Amazon EC2'] }),
  ];

  test('each product has the credits and the end of its own', () => {
    const assessment = assessed({ resources: [NAT, DATABASE], balance: aBalance(credits) });
    const [nat, db] = ['Amazon EC2', 'Amazon RDS'].map((product) => lineOf(assessment, product));
    expect([nat?.coverage, nat?.paidBy]).toEqual(['covered', ['compute', 'later']]);
    expect(nat?.end?.at).toBe(credits[1]?.ends);
    expect([db?.coverage, db?.paidBy]).toEqual(['not-covered', []]);
  });

  test('a product that credits last for has no end', () => {
    const balance = aBalance([aCredit({ remaining: '1000000', ends: undefined })]);
    expect(assessed({ resources: [NAT], balance }).products[0]?.end).toBeUndefined();
  });

  test('one word for both: that of the month, or of what is due once where that is all', () => {
    const copy = { type: 'aws:rds/exportTask:ExportTask', name: 'copy' };
    const usage = [{ type: copy.type, exportedGb: 100 }];
    const balance = aBalance([aCredit({ remaining: '5' })]);
    const coverage = (...resources: Parameters<typeof assessed>[0]['resources']) =>
      lineOf(assessed({ resources, config: { usage }, balance }), 'Amazon RDS')?.coverage;
    // $1 at once is drawn first; of the month the rest covers a part.
    expect([coverage(copy), coverage(DATABASE), coverage(copy, DATABASE)]).toEqual(['covered', 'partly', 'partly']);
    usage[0] = { type: copy.type, exportedGb: 1000 };
    expect(coverage(copy)).toBe('partly');
  });

  test('what is bought once is judged by what is due once', () => {
    const { products } = assessed({ resources: [PLAN], balance: aBalance([aCredit()]) });
    expect(products.map(({ eligibility, coverage }) => [eligibility.rule?.id, coverage])).toEqual([
      [undefined, 'covered'],
      ['savings-plan-upfront', 'not-covered'],
    ]);
  });
});
