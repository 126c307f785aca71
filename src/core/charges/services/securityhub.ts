import { mapReading, withDefault } from '../../reading';
import { accountSetting, byUse, free, notFound, thirdParty, through } from '../classes';
import { meter, metered } from '../meters';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS Security Hub: checks of standards, and findings that it takes in. */
export const securityhub: Service = {
  product: 'AWS Security Hub',
  pricingPage: 'https://aws.amazon.com/security-hub/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:securityhub/account:Account': priced(
      { securityChecks: assume(0, 10_000, 'checks a month'), findings: assume(0, 10_000, 'findings a month') },
      (metering) => {
        const standards = withDefault(metering.properties.flag('enableDefaultStandards'), true); // the provider's default
        const ingested = metering.usage('Findings taken in', 'securityhub/finding-ingestion', 'findings');
        if (standards.state === 'known' && !standards.value) return [ingested];
        const key = mapReading(standards, () => 'securityhub/check-first100k');
        return [metering.usage('Security checks', key, 'securityChecks'), ingested];
      },
    ),
    'aws:securityhub/accountV2:AccountV2': accountSetting('resources of the account a month', 'C'),
    'aws:securityhub/automationRule:AutomationRule': byUse('rule evaluations beyond a free number', 'C'),
    'aws:securityhub/automationRuleV2:AutomationRuleV2': notFound('new version, no price seen', 'D'),
    'aws:securityhub/configurationPolicy:ConfigurationPolicy': accountSetting('switches checks on in other accounts'),
    'aws:securityhub/configurationPolicyAssociation:ConfigurationPolicyAssociation': through(
      'aws:securityhub/configurationPolicy:ConfigurationPolicy',
      'it applies a policy to accounts',
    ),
    'aws:securityhub/connectorV2:ConnectorV2': notFound('new version, no price seen', 'D'),
    'aws:securityhub/featureV2:FeatureV2': accountSetting('a paid or preview feature, no price seen', 'D'),
    'aws:securityhub/member:Member': accountSetting('switches checks on in other accounts'),
    'aws:securityhub/organizationAdminAccount:OrganizationAdminAccount': accountSetting(
      'switches checks on in other accounts',
    ),
    'aws:securityhub/organizationConfiguration:OrganizationConfiguration': accountSetting(
      'switches checks on in other accounts',
    ),
    'aws:securityhub/productSubscription:ProductSubscription': thirdParty(
      "AWS Security Hub, AWS Marketplace, findings of a partner's product, which may be a Marketplace subscription, findings are billed",
    ),
    'aws:securityhub/standardsControl:StandardsControl': through(
      'aws:securityhub/standardsSubscription:StandardsSubscription',
      'one check of a standard',
    ),
    'aws:securityhub/standardsControlAssociation:StandardsControlAssociation': through(
      'aws:securityhub/standardsSubscription:StandardsSubscription',
      'one check of a standard',
    ),
    'aws:securityhub/standardsSubscription:StandardsSubscription': metered({
      securityChecks: meter('Security checks', 'securityhub/check-first100k', assume(0, 10_000, 'checks a month')),
    }),
    ...free('securityhub', 'actionTarget aggregatorV2 findingAggregator insight inviteAccepter'),
  },
};
