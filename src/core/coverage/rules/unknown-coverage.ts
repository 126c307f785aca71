import type { Metering } from '../../charges/service';
import { decidedLater } from '../../properties';
import { type Reading, unknown } from '../../reading';
import { type Example, type Match, no, type Rule, unsure, yes } from '../rule';
import { anyText, whenText } from './matching';

const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

type Row = Pick<Rule, 'id' | 'types' | 'product' | 'what' | 'why' | 'examples'> & Partial<Rule>;

/** A service of which the terms do not say whether credits cover it: a credit that lists the product settles it. */
const row = (parts: Row): Rule => ({
  policy: 'coverage-known',
  verdict: 'unknown',
  judges: 'ordinary',
  remedy:
    "Look for the product in your credit's list (Billing console, Credits), or ask AWS Support before you deploy.",
  creditCanPay: 'product',
  ...TERMS,
  confidence: 'D',
  find: () => yes(),
  ...parts,
});

/** A row that finds every resource of its types: the miss is a neighbour. */
const always = (hit: Example, miss: Example) => ({ types: [hit.type], examples: { hit, miss } });

const OTHER_SELLER = 'Telephone services are sold by another legal entity than AWS.';
const CARRIERS = 'Mobile carriers deliver text messages, and AWS passes on their fees.';
const PER_USER = 'It is a fee for each user, not a charge for use.';
const BY_CARRIERS = {
  url: 'https://aws.amazon.com/tax-help/telecommunications-services/',
  asOf: '2026-11-25',
  confidence: 'C',
} as const;
const priceList = (url: string) => ({ url, asOf: '2026-11-25', confidence: 'B' }) as const;

const byUse = (metering: Metering, what: string, of: string) =>
  metering.stated('usage', what, unknown(`it depends on ${of}`));
const texts = (metering: Metering) => byUse(metering, 'Text messages', 'the number of messages and their countries');
const users = (metering: Metering) => byUse(metering, 'User fees', 'the number of users');

/** Charges of which AWS's terms do not say whether credits cover them. */
export const unknownCoverageRules: readonly Rule[] = [
  row({
    id: 'shield-advanced',
    types: ['aws:shield/subscription:Subscription', 'aws:shield/protection:Protection'],
    product: 'AWS Shield',
    judges: 'own',
    what: "Shield Advanced's monthly fee",
    why: "It is a one-year commitment at a monthly fee. In an organization AWS bills the management account, so that account's credits count.",
    url: 'https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateSubscription.html',
    asOf: '2026-11-25',
    confidence: 'A',
    bindsForTerm: {
      url: 'https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateSubscription.html',
      asOf: '2026-11-25',
      confidence: 'A',
    },
    examples: {
      hit: { type: 'aws:shield/subscription:Subscription', properties: { autoRenew: 'ENABLED' } },
      miss: {
        type: 'aws:shield/protection:Protection',
        properties: { resourceArn: 'arn:aws:ec2:us-east-1:123456789012:eip-allocation/eipalloc-1' },
        beside: [{ type: 'aws:shield/subscription:Subscription', properties: {} }],
      },
      unknown: {
        type: 'aws:shield/protection:Protection',
        properties: { resourceArn: 'arn:aws:ec2:us-east-1:123456789012:eip-allocation/eipalloc-1' },
      },
    },
    find: findShield,
  }),
  row({
    id: 'connect-phone-number',
    ...always(
      { type: 'aws:connect/phoneNumber:PhoneNumber', properties: { countryCode: 'US', type: 'DID' } },
      { type: 'aws:connect/queue:Queue', properties: { name: 'orders' } },
    ),
    product: 'Contact Center Telecommunications', // not Amazon Connect: another seller's line on the bill
    what: 'a phone number of Amazon Connect',
    why: OTHER_SELLER,
    ...BY_CARRIERS,
  }),
  row({
    id: 'connect-instance',
    ...always(
      { type: 'aws:connect/instance:Instance', properties: { instanceAlias: 'shop', inboundCallsEnabled: true } },
      { type: 'aws:connect/user:User', properties: { name: 'jo' } },
    ),
    product: 'Amazon Connect',
    what: 'an Amazon Connect contact center',
    why: 'Its calls are sold by another legal entity than AWS.',
    ...BY_CARRIERS,
  }),
  row({
    id: 'chime-voice-connector',
    ...always(
      { type: 'aws:chime/voiceConnector:VoiceConnector', properties: { name: 'office', requireEncryption: true } },
      { type: 'aws:chime/voiceConnectorGroup:VoiceConnectorGroup', properties: { name: 'offices' } },
    ),
    product: 'Amazon Chime Voice Connector',
    what: 'a Chime Voice Connector',
    why: OTHER_SELLER,
    ...BY_CARRIERS,
  }),
  row({
    id: 'chime-sip-application',
    ...always(
      { type: 'aws:chime/sdkvoiceSipMediaApplication:SdkvoiceSipMediaApplication', properties: { name: 'office' } },
      { type: 'aws:chime/sdkvoiceSipRule:SdkvoiceSipRule', properties: { name: 'office' } },
    ),
    product: 'Amazon Chime SDK',
    what: 'a Chime SIP media application',
    why: OTHER_SELLER,
    ...BY_CARRIERS,
  }),
  row({
    id: 'sms-phone-number',
    types: [
      'aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber',
      'aws:pinpoint/smsvoicev2SenderId:Smsvoicev2SenderId',
      'aws:pinpoint/smsvoicev2Pool:Smsvoicev2Pool',
      'aws:pinpoint/smsChannel:SmsChannel',
    ],
    product: 'AWS End User Messaging',
    what: 'a sender of text messages',
    why: CARRIERS,
    ...BY_CARRIERS,
    examples: {
      hit: {
        type: 'aws:pinpoint/smsvoicev2PhoneNumber:Smsvoicev2PhoneNumber',
        properties: { isoCountryCode: 'US', messageType: 'TRANSACTIONAL', numberType: 'TOLL_FREE' },
      },
      miss: { type: 'aws:pinpoint/app:App', properties: { name: 'shop' } },
    },
  }),
  row({
    id: 'sns-sms',
    ...always(
      { type: 'aws:sns/smsPreferences:SmsPreferences', properties: { defaultSmsType: 'Transactional' } },
      { type: 'aws:sns/topic:Topic', properties: { name: 'orders' } },
    ),
    product: 'Amazon SNS',
    what: 'the delivery of text messages',
    why: CARRIERS,
    ...BY_CARRIERS,
    confidence: 'B',
  }),
  row({
    id: 'sns-sms-subscription',
    types: ['aws:sns/topicSubscription:TopicSubscription'],
    product: 'Amazon SNS',
    judges: 'own',
    what: 'the delivery of text messages',
    why: CARRIERS,
    ...BY_CARRIERS,
    confidence: 'B',
    examples: {
      hit: { type: 'aws:sns/topicSubscription:TopicSubscription', properties: { protocol: 'sms', topic: 'orders' } },
      miss: { type: 'aws:sns/topicSubscription:TopicSubscription', properties: { protocol: 'sqs', topic: 'orders' } },
      unknown: {
        type: 'aws:sns/topicSubscription:TopicSubscription',
        properties: { protocol: decidedLater, topic: 'orders' },
      },
    },
    find: (metering) => whenText(metering, 'protocol', (protocol) => protocol === 'sms', texts(metering)),
  }),
  row({
    id: 'cognito-sms',
    types: ['aws:cognito/userPool:UserPool'],
    product: 'Amazon SNS',
    judges: 'own',
    what: "the delivery of a user pool's text messages",
    why: CARRIERS,
    ...BY_CARRIERS,
    confidence: 'B',
    examples: {
      hit: {
        type: 'aws:cognito/userPool:UserPool',
        properties: {
          mfaConfiguration: 'OPTIONAL',
          smsConfiguration: { externalId: 'shop', snsCallerArn: 'arn:aws:iam::123456789012:role/sms' },
        },
      },
      miss: {
        type: 'aws:cognito/userPool:UserPool',
        properties: { mfaConfiguration: 'OPTIONAL', softwareTokenMfaConfiguration: { enabled: true } },
      },
      unknown: {
        type: 'aws:cognito/userPool:UserPool',
        properties: {
          mfaConfiguration: decidedLater,
          smsConfiguration: { externalId: 'shop', snsCallerArn: 'arn:aws:iam::123456789012:role/sms' },
        },
      },
    },
    find: findUserPoolTexts,
  }),
  row({
    id: 'incident-contact-by-phone',
    types: ['aws:ssmcontacts/contactChannel:ContactChannel'],
    product: 'AWS Systems Manager',
    judges: 'own',
    what: "the delivery of Incident Manager's messages",
    why: 'Carriers deliver text and voice messages, and AWS passes on their fees.',
    ...BY_CARRIERS,
    examples: {
      hit: { type: 'aws:ssmcontacts/contactChannel:ContactChannel', properties: { name: 'on call', type: 'SMS' } },
      miss: { type: 'aws:ssmcontacts/contactChannel:ContactChannel', properties: { name: 'on call', type: 'EMAIL' } },
      unknown: {
        type: 'aws:ssmcontacts/contactChannel:ContactChannel',
        properties: { name: 'on call', type: decidedLater },
      },
    },
    find: (metering) => whenText(metering, 'type', (type) => type === 'sms' || type === 'voice', texts(metering)),
  }),
  row({
    id: 'workspaces-user-fee',
    ...always(
      { type: 'aws:workspaces/workspace:Workspace', properties: { bundleId: 'wsb-1', userName: 'jo' } },
      { type: 'aws:workspaces/ipGroup:IpGroup', properties: { name: 'office' } },
    ),
    product: 'Amazon WorkSpaces',
    what: 'a WorkSpace',
    why: PER_USER,
  }),
  row({
    id: 'workspaces-pool-user-fee',
    ...always(
      { type: 'aws:workspaces/pool:Pool', properties: { bundleId: 'wsb-1', runningMode: 'AUTO_STOP' } },
      { type: 'aws:workspaces/directory:Directory', properties: { directoryId: 'd-1' } },
    ),
    product: 'Amazon WorkSpaces',
    judges: 'own',
    what: "a WorkSpaces pool's user fee",
    why: 'Credits cover its hours like other usage. The user fee is for each user, not a charge for use.',
    ...priceList('https://aws.amazon.com/workspaces/pricing/'),
    find: (metering) => yes(users(metering)),
  }),
  row({
    id: 'workspaces-web-user-fee',
    ...always(
      { type: 'aws:workspacesweb/portal:Portal', properties: { displayName: 'shop' } },
      { type: 'aws:workspacesweb/browserSettings:BrowserSettings', properties: {} },
    ),
    product: 'Amazon WorkSpaces Secure Browser',
    what: 'a WorkSpaces Secure Browser portal',
    why: PER_USER,
    ...priceList('https://aws.amazon.com/workspaces/web/pricing/'),
  }),
  row({
    id: 'workmail-user-fee',
    types: ['aws:workmail/organization:Organization', 'aws:workmail/user:User'],
    product: 'Amazon WorkMail',
    what: "WorkMail's user fee",
    why: PER_USER,
    ...priceList('https://aws.amazon.com/workmail/pricing/'),
    examples: {
      hit: { type: 'aws:workmail/user:User', properties: { name: 'jo', displayName: 'Jo' } },
      miss: { type: 'aws:workmail/domain:Domain', properties: { domainName: 'example-shop.com' } },
    },
  }),
  row({
    id: 'appstream-user-fee',
    types: ['aws:appstream/fleet:Fleet', 'aws:appstream/user:User'],
    product: 'Amazon AppStream',
    judges: 'own',
    what: "AppStream's user fee",
    why: 'Credits cover its hours like other usage. The user fee is for each user, not a charge for use.',
    url: 'https://docs.aws.amazon.com/appstream2/latest/developerguide/managing-stacks-fleets.html',
    asOf: '2026-11-25',
    confidence: 'A',
    examples: {
      hit: { type: 'aws:appstream/fleet:Fleet', properties: { instanceType: 'stream.standard.medium' } },
      miss: { type: 'aws:appstream/imageBuilder:ImageBuilder', properties: { instanceType: 'stream.standard.medium' } },
    },
    find: (metering) => yes(users(metering)),
  }),
  row({
    id: 'quicksight-user-fee',
    types: [
      'aws:quicksight/accountSubscription:AccountSubscription',
      'aws:quicksight/user:User',
      'aws:quicksight/roleMembership:RoleMembership',
    ],
    product: 'Amazon QuickSight',
    what: 'a QuickSight seat',
    why: 'Each user, and each member of a group with a role, takes a seat at a monthly fee.',
    ...priceList('https://aws.amazon.com/quicksight/pricing/'),
    examples: {
      hit: { type: 'aws:quicksight/user:User', properties: { email: 'jo@example.com', userRole: 'AUTHOR_PRO' } },
      miss: { type: 'aws:quicksight/dashboard:Dashboard', properties: { name: 'sales' } },
    },
  }),
  row({
    id: 'grafana-user-fee',
    types: [
      'aws:grafana/workspace:Workspace',
      'aws:grafana/roleAssociation:RoleAssociation',
      'aws:grafana/workspaceApiKey:WorkspaceApiKey',
      'aws:grafana/workspaceServiceAccount:WorkspaceServiceAccount',
      'aws:grafana/workspaceServiceAccountToken:WorkspaceServiceAccountToken',
    ],
    product: 'Amazon Managed Grafana',
    what: "Managed Grafana's user fee",
    why: 'Each active user costs a monthly fee; an API key or a service account counts as one.',
    ...priceList('https://aws.amazon.com/grafana/pricing/'),
    examples: {
      hit: { type: 'aws:grafana/workspace:Workspace', properties: { permissionType: 'SERVICE_MANAGED' } },
      miss: { type: 'aws:amp/workspace:Workspace', properties: { alias: 'shop' } },
    },
  }),
  row({
    id: 'codecommit-user-fee',
    ...always(
      { type: 'aws:codecommit/repository:Repository', properties: { repositoryName: 'shop' } },
      { type: 'aws:codecommit/trigger:Trigger', properties: { repositoryName: 'shop' } },
    ),
    product: 'AWS CodeCommit',
    what: "CodeCommit's fee for more than five users",
    why: PER_USER,
    ...priceList('https://aws.amazon.com/codecommit/pricing/'),
  }),
  row({
    id: 'codecatalyst-user-fee',
    types: [
      'aws:codecatalyst/project:Project',
      'aws:codecatalyst/devEnvironment:DevEnvironment',
      'aws:codecatalyst/sourceRepository:SourceRepository',
    ],
    product: 'Amazon CodeCatalyst',
    what: 'a CodeCatalyst space',
    why: "Its fee depends on the space's tier and its users.",
    url: 'https://aws.amazon.com/codecatalyst/',
    asOf: '2026-11-25',
    confidence: 'C',
    examples: {
      hit: { type: 'aws:codecatalyst/project:Project', properties: { spaceName: 'shop', displayName: 'site' } },
      miss: { type: 'aws:codebuild/project:Project', properties: { name: 'site' } },
    },
  }),
  row({
    id: 'appfabric-user-fee',
    ...always(
      { type: 'aws:appfabric/ingestion:Ingestion', properties: { app: 'OKTA', ingestionType: 'auditLog' } },
      { type: 'aws:appfabric/appBundle:AppBundle', properties: {} },
    ),
    product: 'AWS AppFabric',
    what: "AppFabric's user fee",
    why: 'It is a fee for each user and connected application.',
    url: 'https://aws.amazon.com/appfabric/pricing/',
    asOf: '2026-11-25',
    confidence: 'C',
  }),
  row({
    id: 'datazone-user-fee',
    ...always(
      { type: 'aws:datazone/domain:Domain', properties: { name: 'shop' } },
      { type: 'aws:datazone/glossary:Glossary', properties: { name: 'words' } },
    ),
    product: 'Amazon DataZone',
    what: "DataZone's user fee",
    why: PER_USER,
    url: 'https://aws.amazon.com/datazone/pricing/',
    asOf: '2026-11-25',
    confidence: 'C',
  }),
  row({
    id: 'qbusiness-user-fee',
    ...always(
      { type: 'aws:qbusiness/application:Application', properties: { displayName: 'help' } },
      { type: 'aws:kendra/index:Index', properties: { name: 'help' } },
    ),
    product: 'Amazon Q',
    what: "Q Business's user fee",
    why: PER_USER,
    ...priceList('https://aws.amazon.com/q/business/pricing/'),
  }),
  row({
    id: 'mediaconvert-reserved-queue',
    types: ['aws:mediaconvert/queue:Queue'],
    product: 'AWS Elemental MediaConvert',
    what: 'a reserved MediaConvert queue',
    why: 'A reserved queue is a one-year commitment.',
    examples: {
      hit: { type: 'aws:mediaconvert/queue:Queue', properties: { name: 'video', pricingPlan: 'RESERVED' } },
      miss: { type: 'aws:mediaconvert/queue:Queue', properties: { name: 'video', pricingPlan: 'ON_DEMAND' } },
      unknown: { type: 'aws:mediaconvert/queue:Queue', properties: { name: 'video', pricingPlan: decidedLater } },
    },
    find: (metering) => whenText(metering, 'pricingPlan', (plan) => plan === 'reserved'),
  }),
  row({
    id: 'exportable-certificate',
    types: ['aws:acm/certificate:Certificate'],
    product: 'AWS Certificate Manager',
    what: 'an exportable certificate',
    why: 'It is charged when it is issued and when it is renewed.',
    examples: {
      hit: {
        type: 'aws:acm/certificate:Certificate',
        properties: { domainName: 'example-shop.com', options: { export: 'ENABLED' } },
      },
      miss: {
        type: 'aws:acm/certificate:Certificate',
        properties: { domainName: 'example-shop.com', options: { export: 'DISABLED' } },
      },
      unknown: {
        type: 'aws:acm/certificate:Certificate',
        properties: { domainName: 'example-shop.com', options: { export: decidedLater } },
      },
    },
    find: (metering) => whenText(metering, 'options.export', (exported) => exported === 'enabled'),
  }),
  row({
    id: 'direct-connect',
    ...always(
      { type: 'aws:directconnect/connection:Connection', properties: { bandwidth: '1Gbps', location: 'EqDC2' } },
      { type: 'aws:directconnect/gateway:Gateway', properties: { name: 'office' } },
    ),
    product: 'AWS Direct Connect',
    what: 'a Direct Connect port',
    why: 'AWS provides ports together with partners.',
  }),
  row({
    id: 'direct-connect-partner-line',
    types: [
      'aws:directconnect/connectionConfirmation:ConnectionConfirmation',
      'aws:directconnect/hostedConnection:HostedConnection',
    ],
    product: 'AWS Direct Connect',
    judges: 'own',
    what: "a partner's line",
    why: 'AWS bills the port hours; the partner bills the line by an invoice of its own, which no credit applies to.',
    remedy: 'Ask the partner for the price of the line.',
    url: 'https://docs.aws.amazon.com/directconnect/latest/APIReference/API_AllocateHostedConnection.html',
    asOf: '2026-11-25',
    examples: {
      hit: {
        type: 'aws:directconnect/connectionConfirmation:ConnectionConfirmation',
        properties: { connectionId: 'dxcon-1' },
      },
      miss: { type: 'aws:directconnect/privateVirtualInterface:PrivateVirtualInterface', properties: { vlan: 101 } },
    },
    find: (metering) => yes(metering.stated('hourly', "Partner's line", unknown('the partner sets its price'))),
  }),
  row({
    id: 'outposts-capacity',
    types: ['aws:outposts/capacityTask:CapacityTask', 'aws:s3control/bucket:Bucket'],
    product: 'AWS Outposts',
    what: 'Outposts capacity',
    why: 'Outposts are bought for a term of three years.',
    ...priceList('https://aws.amazon.com/outposts/rack/pricing/'),
    examples: {
      hit: { type: 'aws:outposts/capacityTask:CapacityTask', properties: { outpostIdentifier: 'op-1' } },
      miss: { type: 'aws:s3/bucket:Bucket', properties: { bucket: 'shop' } },
    },
  }),
];

/**
 * The subscription is the account's: billed once, whatever it protects. A protection needs one; where the plan holds
 * none, the account may have it already.
 */
function findShield(metering: Metering): Match {
  const fee = metering.monthly('Shield Advanced', 'shield/advanced.month', 1, 'subscription');
  const charge = { ...fee, kind: 'commitment', termMonths: 12, scope: 'account' } as const;
  if (metering.resource.type === SHIELD_SUBSCRIPTION) return yes(charge);
  return metering.plan.holds(SHIELD_SUBSCRIPTION)
    ? no
    : unsure('the plan does not say whether the account has a subscription already', charge);
}

const SHIELD_SUBSCRIPTION = 'aws:shield/subscription:Subscription';

/** Text messages need a configuration, and something that sends them: a second factor, or the check of a number. */
function findUserPoolTexts(metering: Metering): Match {
  const { properties } = metering;
  const configuration = properties.any('smsConfiguration');
  if (configuration.state === 'absent') return no;
  const verified = properties.list('autoVerifiedAttributes');
  const reasons: readonly Reading<unknown>[] = [
    properties.text('mfaConfiguration'),
    ...(verified.state === 'known' ? verified.value : [verified]),
  ];
  const match = anyText(reasons, (text) => SENDS_TEXTS.has(text), texts(metering));
  return match.match === 'yes' && configuration.state === 'unknown'
    ? unsure(configuration.because, texts(metering))
    : match;
}

const SENDS_TEXTS = new Set(['on', 'optional', 'phone_number']);
