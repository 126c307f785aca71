import { mapReading, valueOr, withDefault } from '../../reading';
import { byUse, free, thirdParty, through } from '../classes';
import { meter, metered } from '../meters';
import { interfaceEndpoint, openAddresses } from '../parts/addresses';
import { priced, priceKey, type Service, times } from '../service';
import { assume } from '../usage';

/** Amazon Redshift: nodes, and managed storage of RA3 nodes. */
export const redshift: Service = {
  product: 'Amazon Redshift',
  pricingPage: 'https://aws.amazon.com/redshift/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:redshift/cluster:Cluster': priced({ managedStorageGb: assume(0, 100, 'GB') }, (metering) => {
      const { properties } = metering;
      const type = properties.text('nodeType');
      const nodes = withDefault(properties.quantity('numberOfNodes'), 1); // the provider's default
      const zones = mapReading(withDefault(properties.flag('multiAz'), false), (both) => (both ? 2 : 1));
      const charges = [metering.hourly('Redshift node', priceKey`redshift/${type}.hour`, times(nodes, zones))];
      // Older node types bring their own disks.
      if (valueOr(type, 'ra3').startsWith('ra3')) {
        charges.push(metering.usage('Managed storage', 'redshift/managed-storage.gb-month', 'managedStorageGb'));
      }
      return [...charges, ...openAddresses(metering, nodes)];
    }),

    'aws:redshift/clusterSnapshot:ClusterSnapshot': metered({
      storedGb: meter('Snapshot', 'redshift/backup-first50tb.gb-month', assume(0, 100, 'GB')),
    }),
    'aws:redshift/endpointAccess:EndpointAccess': interfaceEndpoint([]),
    'aws:redshift/integration:Integration': byUse('no fee of its own, source and target do more work', 'C'),
    'aws:redshift/logging:Logging': byUse('logs in S3 or CloudWatch'),
    'aws:redshift/partner:Partner': thirdParty(
      "the partner, tells the status of a partner's product, which its seller bills",
    ),
    'aws:redshift/scheduledAction:ScheduledAction': through(
      'aws:redshift/cluster:Cluster',
      'resumes, pauses or resizes the cluster',
    ),
    'aws:redshift/snapshotCopy:SnapshotCopy': metered({
      storedGb: meter('Snapshots in the other region', 'redshift/backup-first50tb.gb-month', assume(0, 100, 'GB')),
    }),
    ...free(
      'redshift',
      `
        authenticationProfile clusterIamRoles dataShareAuthorization dataShareConsumerAssociation
        endpointAuthorization eventSubscription hsmClientCertificate hsmConfiguration idcApplication
        namespaceRegistration parameterGroup resourcePolicy snapshotCopyGrant snapshotSchedule
        snapshotScheduleAssociation subnetGroup usageLimit
      `,
    ),
  },
};
