import { describe, expect, test } from 'vitest';
import { allConfirmed, type Confirmed, readConfirmed } from '../../../src/core/coverage/confirmed';
import { findingWords } from '../../../src/words/findings';
import { wordsOf } from '../../../src/words/notices';
import fc from '../../support/fast-check';
import { assessed, NOW } from '../../support/inputs';
import type { ResourceSketch } from '../../support/resources';

/** As the AWS CLI prints them (API models of EC2 2016-11-15, EKS 2017-11-01 and Bedrock 2023-04-20). */
const IMAGES = {
  Images: [
    {
      ImageId: 'ami-0aaaaaaaaaaaaaaa1',
      OwnerId: '679593333241',
      ImageOwnerAlias: 'aws-marketplace',
      PlatformDetails: 'Linux/UNIX',
      ProductCodes: [{ ProductCodeId: 'aw0evgkw8e5c1q413zgy5pjce', ProductCodeType: 'marketplace' }],
    },
    { ImageId: 'ami-0bbbbbbbbbbbbbbb2', OwnerId: '137112412989', ImageOwnerAlias: 'amazon' },
    { ImageId: 'ami-0ccccccccccccccc3', ProductCodes: [{ ProductCodeId: 'x', ProductCodeType: 'devpay' }] },
  ],
};
const ADDONS = {
  addons: [
    {
      addonName: 'kubecost_kubecost',
      type: 'cost-management',
      publisher: 'kubecost',
      owner: 'aws-marketplace',
      marketplaceInformation: { productId: 'prod-1', productUrl: 'https://aws.amazon.com/marketplace/pp?sku=1' },
      addonVersions: [{ addonVersion: 'v1.0.0-eksbuild.1' }],
    },
    { addonName: 'own_tools', owner: 'community', publisher: 'eks' },
  ],
};
const OFFERS = {
  modelId: 'cohere.command-r-v1:0',
  offers: [{ offerId: 'offer-1', offerToken: 'token', termDetails: { usageBasedPricingTerm: { rateCard: [] } } }],
};

const PLANS = {
  searchResults: [
    { offeringId: '0A-1', planType: 'Compute', paymentOption: 'All Upfront', durationSeconds: 94608000 },
    { offeringId: '0A-2', planType: 'Compute', paymentOption: 'No Upfront', durationSeconds: 31536000 },
  ],
};
const DATABASES = {
  ReservedDBInstancesOfferings: [
    { ReservedDBInstancesOfferingId: 'db-1', OfferingType: 'Partial Upfront', FixedPrice: 250, Duration: 31536000 },
    { ReservedDBInstancesOfferingId: 'db-2', OfferingType: 'No Upfront', FixedPrice: 0, Duration: 31536000 },
  ],
};
const NODES = {
  ReservedCacheNodesOfferings: [
    { ReservedCacheNodesOfferingId: 'node-1', OfferingType: 'All Upfront', FixedPrice: 100.5, Duration: 31536000 },
  ],
};

/** As `aws ec2 describe-capacity-block-offerings` prints them (API model of EC2 2016-11-15). */
const BLOCK = {
  CapacityBlockOfferingId: 'cb-0A',
  InstanceType: 'p5.48xlarge',
  AvailabilityZone: 'us-east-1a',
  InstanceCount: 4,
  StartDate: '2026-12-10T12:00:00+00:00',
  EndDate: '2026-12-12T11:30:00+00:00',
  CapacityBlockDurationHours: 47,
  CapacityBlockDurationMinutes: 30,
  UpfrontFee: '7345.500',
  CurrencyCode: 'USD',
  Tenancy: 'default',
};

const read = (document: unknown): Confirmed => {
  const answer = readConfirmed(document);
  if ('problem' in answer) throw new Error(answer.problem.because);
  return answer;
};
const problemOf = (document: unknown) => {
  const answer = readConfirmed(document);
  return 'problem' in answer ? answer.problem : undefined;
};

describe('the answer of', () => {
  test('describe-images: a product code of type marketplace', () => {
    expect([...read(IMAGES).images]).toEqual([
      ['ami-0aaaaaaaaaaaaaaa1', true],
      ['ami-0bbbbbbbbbbbbbbb2', false],
      ['ami-0ccccccccccccccc3', false],
    ]);
  });

  test('describe-addon-versions: the owner', () => {
    expect([...read(ADDONS).addons]).toEqual([
      ['kubecost_kubecost', true],
      ['own_tools', false],
    ]);
  });

  test('list-foundation-model-agreement-offers: an offer, under the id of the model itself', () => {
    expect([...read(OFFERS).models]).toEqual([['cohere.command-r-v1:0', true]]);
    expect([...read({ modelId: 'eu.google.gemma-3-v1:0', offers: [] }).models]).toEqual([
      ['google.gemma-3-v1:0', false],
    ]);
  });

  test('look-ups of offerings: the payment option, the fee and the term', () => {
    expect([PLANS, DATABASES, NODES].flatMap((one) => [...read(one).offerings])).toEqual([
      ['0a-1', { paymentOption: 'all upfront', fixedPrice: undefined, seconds: 94608000 }],
      ['0a-2', { paymentOption: 'no upfront', fixedPrice: undefined, seconds: 31536000 }],
      ['db-1', { paymentOption: 'partial upfront', fixedPrice: 250, seconds: 31536000 }],
      ['db-2', { paymentOption: 'no upfront', fixedPrice: 0, seconds: 31536000 }],
      ['node-1', { paymentOption: 'all upfront', fixedPrice: 100.5, seconds: 31536000 }],
    ]);
  });

  test('describe-capacity-block-offerings: the fee, and what it holds until when', () => {
    const blocks = (...rows: object[]) => [...read({ CapacityBlockOfferings: rows }).blocks];
    const holds = { of: 'p5.48xlarge', instances: 4, hours: 47.5, ends: Date.UTC(2026, 11, 12, 11, 30) };
    expect(blocks(BLOCK)).toEqual([['cb-0a', { fee: 7345.5, holds }]]);
    expect(blocks({ ...BLOCK, CurrencyCode: 'CNY' })).toEqual([['cb-0a', { fee: undefined, holds }]]);
    for (const parts of [
      { EndDate: undefined },
      { EndDate: 'soon' },
      { InstanceCount: 0 },
      { InstanceCount: undefined },
      { CapacityBlockDurationHours: -1 },
      { CapacityBlockDurationHours: 0, CapacityBlockDurationMinutes: 0 },
      { Tenancy: 'dedicated' },
      { InstanceType: undefined },
    ])
      expect(blocks({ ...BLOCK, ...parts })).toEqual([['cb-0a', { fee: 7345.5, holds: undefined }]]);
  });

  test('several as one; where two differ, it is sold', () => {
    const other = { Images: [{ ImageId: 'ami-0aaaaaaaaaaaaaaa1' }] };
    const all = allConfirmed([IMAGES, other, ADDONS, OFFERS].map(read));
    expect([all.images.get('ami-0aaaaaaaaaaaaaaa1'), all.addons.size, all.models.size]).toEqual([true, 2, 1]);
    expect(allConfirmed([other, IMAGES].map(read)).images.get('ami-0aaaaaaaaaaaaaaa1')).toBe(true);
  });

  test.each<[string, unknown, object]>([
    ['something else', { credits: [] }, { because: 'other' }],
    ['a text', 'ami-1', { because: 'other' }],
    ['--query with ids and codes', [['ami-1', []]], { because: 'part' }],
    ['--query "Images[0]"', IMAGES.Images[0], { because: 'part' }],
    ['--query without the model', { offers: [] }, { because: 'part' }],
    ['a region without them', { Images: [] }, { because: 'empty', list: 'Images' }],
    ['no such add-on', { addons: [] }, { because: 'empty', list: 'addons' }],
    ['an image without an id', { Images: [IMAGES.Images[0], {}] }, { because: 'row', list: 'Images', row: 2 }],
    ['codes that are no list', { Images: [{ ImageId: 'ami-1', ProductCodes: 'x' }] }, { because: 'row', row: 1 }],
    ['an add-on without an owner', { addons: [{ addonName: 'a_b' }] }, { because: 'row', list: 'addons', row: 1 }],
    ['no such offering', { searchResults: [] }, { because: 'empty', list: 'searchResults' }],
    [
      'an offering of a kind that is sold no more',
      { ReservedDBInstancesOfferings: [{ ReservedDBInstancesOfferingId: 'x', OfferingType: 'Heavy Utilization' }] },
      { because: 'row', list: 'ReservedDBInstancesOfferings', row: 1 },
    ],
    ['no block', { CapacityBlockOfferings: [] }, { because: 'empty', list: 'CapacityBlockOfferings' }],
    ...[undefined, '', 'free', 7, '-1', '1e3'].map((UpfrontFee): [string, unknown, object] => [
      `a block with a fee of ${JSON.stringify(UpfrontFee)}`,
      { CapacityBlockOfferings: [BLOCK, { ...BLOCK, UpfrontFee }] },
      { because: 'row', list: 'CapacityBlockOfferings', row: 2 },
    ]),
    ['--query "CapacityBlockOfferings[0]"', BLOCK, { because: 'part' }],
    ['--query "searchResults[0]"', PLANS.searchResults[0], { because: 'part' }],
    ['an offer that is none', { modelId: 'a.b', offers: [1] }, { because: 'row', list: 'offers', row: 1 }],
  ])('%s settles nothing', (_, document, problem) => {
    expect(problemOf(document)).toMatchObject(problem);
  });

  test('anything is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(readConfirmed(document)).toBeDefined();
      }),
    );
    const rows = fc.array(fc.jsonValue(), { maxLength: 3 });
    fc.assert(
      fc.property(rows, rows, rows, rows, (Images, addons, offers, CapacityBlockOfferings) => {
        for (const one of [{ Images }, { addons }, { offers, modelId: 'a.b' }, { CapacityBlockOfferings }])
          expect(readConfirmed(one)).toBeDefined();
      }),
    );
  });
});

function told(resource: ResourceSketch, ...documents: unknown[]) {
  const assessment = assessed({ resources: [resource], confirmed: allConfirmed(documents.map(read)), now: NOW });
  return {
    findings: assessment.findings.filter(({ policy }) => policy === 'no-uncovered-marketplace'),
    notes: assessment.notes.filter(({ code }) => code === 'not-checked').map(wordsOf),
  };
}

const summed = ({ findings, notes }: ReturnType<typeof told>) => [
  findings.map(({ level, source }) => `${level} ${source?.confidence}`),
  notes.length,
];

describe('what a saved answer settles', () => {
  const instance = (ami: string): ResourceSketch => ({
    type: 'aws:ec2/instance:Instance',
    properties: { ami, instanceType: 'm5.large' },
  });
  const addon = (addonName: string): ResourceSketch => ({ type: 'aws:eks/addon:Addon', properties: { addonName } });
  const agent = (foundationModel: string): ResourceSketch => ({
    type: 'aws:bedrock/agentAgent:AgentAgent',
    properties: { foundationModel },
  });

  test.each<[string, ResourceSketch, unknown, unknown[], unknown[]]>([
    ['an image of a seller', instance('AMI-0aaaaaaaaaaaaaaa1'), IMAGES, [[], 1], [['block A'], 0]],
    ['an image of nobody', instance('ami-0bbbbbbbbbbbbbbb2'), IMAGES, [[], 1], [[], 0]],
    ['an image that was not asked for', instance('ami-0ddddddddddddddd4'), IMAGES, [[], 1], [[], 1]],
    ['an add-on of a seller', addon('kubecost_kubecost'), ADDONS, [['warn C'], 1], [['block A'], 0]],
    ['an add-on of the community', addon('own_tools'), ADDONS, [['warn C'], 1], [[], 0]],
    ['a model with an offer', agent('us.cohere.command-r-v1:0'), OFFERS, [['warn C'], 0], [['warn A'], 0]],
    [
      'a model without one: what an empty list says is not documented',
      agent('google.gemma-3-v1:0'),
      { modelId: 'google.gemma-3-v1:0', offers: [] },
      [['warn C'], 0],
      [['warn C'], 0],
    ],
    [
      'a model of a seller without one',
      agent('anthropic.claude-v2'),
      { modelId: 'anthropic.claude-v2', offers: [] },
      [['warn C'], 0],
      [['warn C'], 0],
    ],
    [
      'a model that AWS bills itself, whatever it offers',
      agent('meta.llama3-70b-instruct-v1:0'),
      { ...OFFERS, modelId: 'meta.llama3-70b-instruct-v1:0' },
      [[], 0],
      [[], 0],
    ],
  ])('%s', (_, resource, document, before, after) => {
    expect(summed(told(resource))).toEqual(before);
    expect(summed(told(resource, document))).toEqual(after);
  });

  const plan = (savingsPlanOfferingId: string): ResourceSketch => ({
    type: 'aws:savingsplans/savingsPlan:SavingsPlan',
    properties: { commitment: '1', savingsPlanOfferingId },
  });
  const databases = (offeringId: string): ResourceSketch => ({
    type: 'aws:rds/reservedInstance:ReservedInstance',
    properties: { offeringId, instanceCount: 2 },
  });
  const nodes: ResourceSketch = {
    type: 'aws:elasticache/reservedCacheNode:ReservedCacheNode',
    properties: { reservedCacheNodesOfferingId: 'node-1', cacheNodeCount: 2 },
  };

  test.each<[string, ResourceSketch, unknown, string, unknown[]]>([
    ['All Upfront for three years', plan('0A-1'), PLANS, 'warn', ['block', '26280.00']],
    ['No Upfront', plan('0A-2'), PLANS, 'warn', []],
    ['a fee of two databases', databases('db-1'), DATABASES, 'warn', ['block', '500.00']],
    ['no fee of databases', databases('db-2'), DATABASES, 'warn', []],
    ['a fee of two nodes', nodes, NODES, 'warn', ['block', '201.00']],
  ])('an offering: %s', (_, resource, document, before, after) => {
    const upfront = (...documents: unknown[]) => {
      const { findings, notes } = assessed({ resources: [resource], confirmed: allConfirmed(documents.map(read)) });
      return {
        found: findings.filter(({ policy }) => policy === 'no-uncovered-upfront-fees'),
        open: notes.filter(({ code }) => code === 'not-checked').map(wordsOf),
      };
    };
    const { found, open } = upfront();
    expect([found.map(({ level }) => level), open.length]).toEqual([[before], 1]);
    const settled = upfront(document);
    expect(settled.found.flatMap(({ level, charge }) => [level, charge?.usd?.max.toFixed(2)])).toEqual(after);
    expect(settled.open).toEqual([]);
  });

  test('the command of an offering is printed with its own id', () => {
    const { findings, notes } = assessed({
      resources: [{ ...databases('438012d3-4052-4cc7-b2e3-8d3372e0e706'), region: 'eu-west-1' }],
    });
    const command =
      'aws rds describe-reserved-db-instances-offerings --reserved-db-instances-offering-id 438012d3-4052-4cc7-b2e3-8d3372e0e706 --region eu-west-1 --output json > offerings.json';
    expect(findings.map((one) => findingWords(one).remedy).join()).toContain(`To settle it: \`${command}\``);
    expect(notes.map(wordsOf).join()).toContain(command);
  });

  test('the words are certain, and name no look-up any more', () => {
    const [before] = told(addon('kubecost_kubecost')).findings;
    const [after] = told(addon('kubecost_kubecost'), ADDONS).findings;
    if (before === undefined || after === undefined) throw new Error('nothing was found');
    expect(findingWords(before)).toMatchObject({
      headline: expect.stringContaining('is probably not covered'),
      remedy: expect.stringContaining(
        'To settle it: `aws eks describe-addon-versions --addon-name kubecost_kubecost --output json > addons.json`, and name that file under confirmed:.',
      ),
    });
    expect(findingWords(after).headline).toContain('is not covered');
    expect(findingWords(after).remedy).not.toContain('aws eks');
  });

  test('the command of a model holds its own id, and its region', () => {
    const [finding] = told({ ...agent('us.cohere.command-r-v1:0'), region: 'eu-west-1' }).findings;
    expect(finding && findingWords(finding).remedy).toContain(
      '`aws bedrock list-foundation-model-agreement-offers --model-id cohere.command-r-v1:0 --region eu-west-1 --output json > offers.json`',
    );
  });

  test('images of two regions are two calls', () => {
    const resources = [
      { ...instance('ami-0aaaaaaaaaaaaaaa1'), name: 'a' },
      { ...instance('ami-0bbbbbbbbbbbbbbb2'), name: 'b', region: 'eu-west-1' },
    ];
    expect(assessed({ resources }).notes.map(wordsOf).join('\n')).toContain(
      '(aws ec2 describe-images --image-ids ami-0aaaaaaaaaaaaaaa1 --region us-east-1 --output json; aws ec2 describe-images --image-ids ami-0bbbbbbbbbbbbbbb2 --region eu-west-1 --output json) > images.json',
    );
  });

  test('no id that could end a command goes into one', () => {
    const [finding] = told(addon('a_b; rm -rf /')).findings;
    expect(finding && findingWords(finding).remedy).not.toContain('rm');
  });
});
