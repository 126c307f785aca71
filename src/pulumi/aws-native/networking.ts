import { isText, part, parts } from './native-properties';
import { type Rows, tagsAt, under } from './row';

const internal = isText('scheme', 'internal');

/** Load balancers, names and ways into AWS. */
export const networking = (): Rows => ({
  'cloudfront:Distribution': {
    type: 'aws:cloudfront/distribution:Distribution',
    renamed: {
      ...under('distributionConfig', 'viewerCertificate.sslSupportMethod'),
      defaultCacheBehavior: part('distributionConfig.defaultCacheBehavior', { same: 'lambdaFunctionAssociations' }),
      orderedCacheBehaviors: parts('distributionConfig.cacheBehaviors', { same: 'lambdaFunctionAssociations' }),
      origins: parts('distributionConfig.origins', { same: 'originShield.enabled', lacking: 'originShields.enabled' }),
    },
    lacking: 'cacheBehaviors',
  },
  'directconnect:Connection': { type: 'aws:directconnect/connection:Connection', same: 'bandwidth' },
  'elasticloadbalancing:LoadBalancer': {
    type: 'aws:elb/loadBalancer:LoadBalancer',
    same: 'subnets availabilityZones',
    renamed: { internal },
    lacking: 'ipAddressType subnetMappings',
  },
  'elasticloadbalancingv2:LoadBalancer': {
    type: 'aws:lb/loadBalancer:LoadBalancer',
    same: 'ipAddressType subnets minimumLoadBalancerCapacity.capacityUnits',
    renamed: {
      internal,
      loadBalancerType: 'type',
      subnetMappings: parts('subnetMappings', { same: 'allocationId' }),
    },
  },
  'globalaccelerator:Accelerator': { type: 'aws:globalaccelerator/accelerator:Accelerator', same: 'ipAddresses' },
  'networkfirewall:Firewall': {
    type: 'aws:networkfirewall/firewall:Firewall',
    same: 'subnetMappings availabilityZoneMappings',
  },
  'networkfirewall:FirewallPolicy': {
    type: 'aws:networkfirewall/firewallPolicy:FirewallPolicy',
    same: 'firewallPolicy',
  },
  'route53:HealthCheck': {
    type: 'aws:route53/healthCheck:HealthCheck',
    renamed: {
      ...under('healthCheckConfig', 'type requestInterval measureLatency'),
      tags: tagsAt('healthCheckTags'),
    },
  },
  'route53:HostedZone': { type: 'aws:route53/zone:Zone', renamed: { tags: tagsAt('hostedZoneTags') } },
  'route53profiles:ProfileAssociation': 'aws:route53/profilesAssociation:ProfilesAssociation',
  'route53resolver:ResolverEndpoint': {
    type: 'aws:route53/resolverEndpoint:ResolverEndpoint',
    same: 'ipAddresses rniEnhancedMetricsEnabled targetNameServerMetricsEnabled',
  },
  'transfer:Server': { type: 'aws:transfer/server:Server', same: 'protocols' },
});
