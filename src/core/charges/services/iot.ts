import { accountSetting, byUse, free } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** AWS IoT Core: messages and connections of things, and rules triggered. Actions of a rule are billed where they lead. */
export const iot: Service = {
  product: 'AWS IoT Core',
  pricingPage: 'https://aws.amazon.com/iot-core/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:iot/thing:Thing': metered({
      messages: meter('Messages', 'iot/message-first1b', assume(0, 100_000, 'messages a month')),
      connectionMinutes: meter('Connection', 'iot/connectivity.minute', assume(0, 43_800, 'minutes a month', 43_800)),
    }),

    'aws:iot/eventConfigurations:EventConfigurations': byUse('extra messages and logs', 'C'),
    'aws:iot/indexingConfiguration:IndexingConfiguration': accountSetting(
      'fleet indexing bills updates and queries of all things',
    ),
    'aws:iot/loggingOptions:LoggingOptions': byUse('extra messages and logs', 'C'),
    'aws:iot/topicRule:TopicRule': metered({
      rulesTriggered: meter('Rules triggered', 'iot/rule-triggered', assume(0, 1_000_000, 'times a month')),
    }),
    ...free(
      'iot',
      `
      authorizer billingGroup caCertificate certificate domainConfiguration policy policyAttachment
      provisioningTemplate roleAlias thingGroup thingGroupMembership thingPrincipalAttachment thingType
      topicRuleDestination
    `,
    ),
  },
};
