import { mapReading, withDefault } from '../../reading';
import { free } from '../classes';
import { priced, priceKey, type Service, times } from '../service';

/** Amazon CloudSearch: search instances. It starts more of them by itself when data or traffic grows. */
export const cloudsearch: Service = {
  product: 'Amazon CloudSearch',
  pricingPage: 'https://aws.amazon.com/cloudsearch/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:cloudsearch/domain:Domain': priced({}, (metering) => {
      const scaling = (name: string) => metering.properties.any(`scalingParameters.${name}`);
      const type = withDefault(metering.properties.text('scalingParameters.desiredInstanceType'), 'search.small'); // AWS starts there
      const zones = mapReading(withDefault(metering.properties.flag('multiAz'), false), (both) => (both ? 2 : 1));
      const copies = withDefault(metering.properties.quantity('scalingParameters.desiredReplicationCount'), 1);
      const grown =
        scaling('desiredPartitionCount').state === 'known'
          ? metering.properties.quantity('scalingParameters.desiredPartitionCount')
          : 1;
      return [
        metering.hourly('Search instance', priceKey`cloudsearch/${type}.hour`, times(times(zones, copies), grown)),
      ];
    }),
    ...free('cloudsearch', 'domainServiceAccessPolicy'),
  },
};
