import { withDefault } from '../../reading';
import { free } from '../classes';
import { meter, metered } from '../meters';
import { interfaceEndpoint, openAddresses, SOME_ZONES } from '../parts/addresses';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon Redshift Serverless: workgroups by the hours they work, and managed storage. */
export const redshiftserverless: Service = {
  product: 'Amazon Redshift',
  pricingPage: 'https://aws.amazon.com/redshift/pricing/',
  readOn: '2026-11-24',
  resources: {
    // Billed only while it works on queries: base capacity × hours. 128 units are AWS's documented default.
    'aws:redshiftserverless/workgroup:Workgroup': priced(
      { activeHours: assume(0, 20, 'hours of queries a month', 730) },
      (metering) => {
        const units = withDefault(metering.properties.quantity('baseCapacity'), 128);
        return [
          metering.usage('Serverless processing units', 'redshift/serverless.rpu-hour', 'activeHours', units),
          ...openAddresses(metering, SOME_ZONES),
        ];
      },
    ),
    'aws:redshiftserverless/namespace:Namespace': priced({ managedStorageGb: assume(0, 100, 'GB') }, (metering) => [
      metering.usage('Managed storage', 'redshift/managed-storage.gb-month', 'managedStorageGb'),
    ]),

    'aws:redshiftserverless/endpointAccess:EndpointAccess': interfaceEndpoint(['subnetIds']),
    'aws:redshiftserverless/snapshot:Snapshot': metered({
      storedGb: meter('Snapshot', 'redshift/backup-first50tb.gb-month', assume(0, 100, 'GB')),
    }),
    ...free('redshiftserverless', 'customDomainAssociation resourcePolicy usageLimit'),
  },
};
