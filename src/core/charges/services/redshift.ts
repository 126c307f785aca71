import { mapReading, valueOr, withDefault } from '../../reading';
import { priced, priceKey, type Service, times } from '../service';
import { assume } from '../usage';

/** Amazon Redshift: nodes, managed storage of RA3 nodes, and serverless workgroups by the hours they work. */
export const redshift: Service = {
  product: 'Amazon Redshift',
  pricingPage: 'https://aws.amazon.com/redshift/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:redshift/cluster:Cluster': priced({ managedStorageGb: assume(0, 100, 'GB') }, (bill) => {
      const { properties } = bill;
      const type = properties.text('nodeType');
      const nodes = withDefault(properties.quantity('numberOfNodes'), 1); // the provider's default
      const zones = mapReading(withDefault(properties.flag('multiAz'), false), (both) => (both ? 2 : 1));
      const charges = [bill.hourly('Redshift node', priceKey`redshift/${type}.hour`, times(nodes, zones))];
      // Older node types bring their own disks.
      if (valueOr(type, 'ra3').startsWith('ra3')) {
        charges.push(bill.usage('Managed storage', 'redshift/managed-storage.gb-month', 'managedStorageGb'));
      }
      return charges;
    }),

    // Billed only while it works on queries: base capacity × hours. 128 units are AWS's documented default.
    'aws:redshiftserverless/workgroup:Workgroup': priced(
      { activeHours: assume(0, 20, 'hours of queries a month') },
      (bill) => {
        const units = withDefault(bill.properties.quantity('baseCapacity'), 128);
        return [bill.usage('Serverless processing units', 'redshift/serverless.rpu-hour', 'activeHours', units)];
      },
    ),
    'aws:redshiftserverless/namespace:Namespace': priced({ managedStorageGb: assume(0, 100, 'GB') }, (bill) => [
      bill.usage('Managed storage', 'redshift/managed-storage.gb-month', 'managedStorageGb'),
    ]),
  },
};
