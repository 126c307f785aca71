import { type AssessmentSketch, credit } from './assessments';

export const nat = { type: 'aws:ec2/natGateway:NatGateway' };

export const savingsPlan = (upfront: string) => ({
  type: 'aws:savingsplans/savingsPlan:SavingsPlan',
  properties: { commitment: '0.10', upfrontPaymentAmount: upfront },
});

const unpriced = { type: 'aws:nothing/known:Known', name: 'x' };

/** What GitHub and Azure take for a command, what moves a cursor, and what breaks a line. */
const EVIL =
  '::error::x \u001b]0;owned\u0007\u001b[31mred\u001b[0m\u009b2J\r\nfake: line\u202e ##vso[task]b ##[group]c';

/** What Markdown, HTML, XML and SARIF take for markup, and platforms for a mention, a link, a reference or a formula. */
export const MARKUP =
  '@acme/team <img src=x onerror=alert(1)> [x](https://evil.example) www.evil.example #12 `c` **b** ~~s~~ $x$ :tada: a|b --> ]]> </details> <!-- {0} & &amp;';

/** What every format has to tell rightly. */
export const situations: Readonly<Record<string, AssessmentSketch>> = {
  fine: {},
  'no balance': { config: {} },
  partial: { resources: [nat, unpriced] },
  'nothing priced': { resources: [unpriced] },
  'amount not known': {
    resources: [nat, { type: 'aws:eks/addon:Addon', name: 'kubecost', properties: { addonName: 'kubecost_kubecost' } }],
  },
  'partly read': { problems: ['urn:pulumi:dev::shop::aws:sqs/queue:Queue::twice'] },
  cash: { resources: [savingsPlan('100.00')] },
  'cash with tax': {
    resources: [nat, savingsPlan('100.00')],
    config: { tax: 0.19, credits: { manual: [credit('50.00', '2027-06-30')] } },
  },
  'other accounts': {
    config: {
      account: '111122223333',
      burn: { monthly: { 'Amazon EC2': '10.00' }, accounts: { '444455556666': { 'Amazon RDS': '40.00' } } },
      credits: { manual: [{ ...credit('200.00', '2027-06-30'), owner: '444455556666' }] },
    },
  },
  'used up': { config: { credits: { manual: [credit('50.00', '2027-06-30')] } } },
  'used up, partly read': {
    config: { credits: { manual: [credit('50.00', '2027-06-30')] } },
    problems: ['urn:pulumi:dev::shop::aws:sqs/queue:Queue::twice'],
  },
  'no end': { config: { credits: { manual: [credit('50.00')] } } },
  'no credits': { config: { credits: { manual: [] } } },
  'unlisted products': { config: { credits: { manual: [{ description: 'Which products?', remaining: '100' }] } } },
  'starts later': { config: { credits: { manual: [{ ...credit('9000'), starts: '2027-06-01' }] } } },
  'accepted cash': {
    resources: [savingsPlan('100.00')],
    config: {
      credits: { manual: [credit('9000', '2027-03-31')] },
      accept: [{ policy: 'no-uncovered-upfront-fees', resource: '*', reason: 'Agreed', maxUsd: '100.00' }],
    },
  },
  change: { before: [{ ...nat, name: 'a' }, savingsPlan('0')] },
  empty: { resources: [] },
  'several stacks': {
    resources: [nat, savingsPlan('100.00')],
    others: [
      { stack: 'prod', resources: [nat, nat, unpriced].map((one, i) => ({ ...one, name: `n${i}` })) },
      { stack: EVIL, project: MARKUP, resources: [savingsPlan('1.00')], problems: [EVIL] },
      { stack: 'idle', resources: [] },
    ],
    config: { credits: { manual: [credit('50.00', '2027-06-30')] } },
  },
  'other clouds': { outside: { gcp: 2, ['__proto__']: 1 }, external: { 'aws:ec2/vpc:Vpc': 3 } },
  markup: {
    resources: [
      { ...nat, name: MARKUP },
      { type: 'aws:nothing/known:Known', name: MARKUP },
      { type: 'aws:route53domains/domain:Domain', name: MARKUP, properties: { domainName: MARKUP } },
    ],
    before: [{ ...nat, name: MARKUP }],
    config: {
      credits: { manual: [{ ...credit('500', '2027-06-30'), description: MARKUP, products: [MARKUP, 'Amazon EC2'] }] },
    },
    problems: [MARKUP],
    outside: { [MARKUP]: 1 },
  },
  hostile: {
    stack: EVIL,
    resources: [
      { ...nat, name: EVIL },
      { type: `aws:x/${EVIL}:Y`, name: EVIL },
      { type: 'aws:route53domains/domain:Domain', name: EVIL, properties: { domainName: EVIL } },
    ],
    config: {
      credits: { manual: [{ ...credit('500', '2027-06-30'), description: EVIL, products: [EVIL, 'Amazon EC2'] }] },
    },
    problems: [EVIL],
    outside: { [EVIL]: 1 },
  },
};
