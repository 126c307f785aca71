import type { Properties } from '../../properties';
import { known, type Maybe, unknown, withDefault } from '../../reading';
import { free, through } from '../classes';
import { interfaceEndpoint } from '../parts/addresses';
import { searchDomain } from '../parts/search-domain';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon OpenSearch Service: domains and serverless collections. */
export const opensearch: Service = {
  product: 'Amazon OpenSearch Service',
  pricingPage: 'https://aws.amazon.com/opensearch-service/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:opensearch/domain:Domain': searchDomain,

    'aws:opensearch/serverlessCollection:ServerlessCollection': priced(
      { storageGb: assume(1, 10, 'GB') },
      (metering) => [
        metering.hourly(
          'Serverless capacity units, at least',
          'opensearch/serverless.ocu-hour',
          leastUnits(metering.properties),
        ),
        metering.usage('Serverless storage', 'opensearch/serverless-storage.gb-month', 'storageGb'),
      ],
    ),

    'aws:opensearch/serverlessCollectionGroup:ServerlessCollectionGroup': through(
      'aws:opensearch/serverlessCollection:ServerlessCollection',
      'collections that share capacity, its minimum is billed',
    ),
    'aws:opensearch/serverlessVpcEndpoint:ServerlessVpcEndpoint': interfaceEndpoint(['subnetIds']),
    'aws:opensearch/vpcEndpoint:VpcEndpoint': interfaceEndpoint(['vpcOptions.subnetIds']),
    ...free('opensearch', 'application', 'C'),
    ...free(
      'opensearch',
      `
        authorizeVpcEndpointAccess domainPolicy domainSamlOptions inboundConnectionAccepter outboundConnection
        package packageAssociation serverlessAccessPolicy serverlessLifecyclePolicy serverlessSecurityConfig
        serverlessSecurityPolicy
      `,
    ),
  },
};

/**
 * A collection never scales below half a unit for indexing and half a unit for search, each kept twice with standby
 * replicas (AWS's guide, "Managing capacity limits"). Collections of one account with the same key share units: this is
 * the amount for the first one. Standby replicas are the provider's default.
 */
function leastUnits(properties: Properties): Maybe<number> {
  const group = properties.text('collectionGroupName');
  if (group.state === 'unknown') return group;
  if (group.state === 'known') return unknown('the limits of its collection group decide its capacity');
  const standby = withDefault(properties.text('standbyReplicas'), 'ENABLED');
  if (standby.state !== 'known') return standby;
  return known(standby.value === 'DISABLED' ? 1 : 2);
}
