import { mapReading, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free } from '../classes';
import { publicAddresses } from '../parts/addresses';
import { type Bill, fromTo, priced, priceKey, type Quantity, type Service, times } from '../service';
import { assume } from '../usage';

/** Amazon MSK: brokers and their storage, serverless clusters, replicators and private connections. */
export const msk: Service = {
  product: 'Amazon Managed Streaming for Apache Kafka',
  pricingPage: 'https://aws.amazon.com/msk/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:msk/cluster:Cluster': priced({ tieredGb: assume(0, 100, 'GB in tiered storage') }, (bill) => {
      const type = bill.properties.text('brokerNodeGroupInfo.instanceType');
      const brokers = bill.properties.quantity('numberOfBrokerNodes');
      return [
        bill.hourly('Kafka broker', priceKey`msk/${type}.hour`, brokers),
        // Express brokers keep their data in storage that is billed by use and has no size here.
        ...(valueOr(type, '').startsWith('express.') ? [] : brokerStorage(bill)),
        ...tieredStorage(bill),
        ...brokerAddresses(bill, brokers),
      ];
    }),

    'aws:msk/serverlessCluster:ServerlessCluster': priced(
      {
        partitions: assume(1, 100, 'partitions'),
        dataInGb: assume(0, 100, 'GB a month'),
        dataOutGb: assume(0, 100, 'GB a month'),
        storageGb: assume(0, 100, 'GB'),
      },
      (bill) => [
        bill.hourly('Serverless Kafka cluster', 'msk/serverless-cluster.hour'),
        bill.usage('Serverless partitions', 'msk/serverless-partition.hour', 'partitions', 730),
        bill.usage('Serverless data in', 'msk/serverless-in.gb', 'dataInGb'),
        bill.usage('Serverless data out', 'msk/serverless-out.gb', 'dataOutGb'),
        bill.usage('Serverless storage', 'msk/serverless-storage.gb-month', 'storageGb'),
      ],
    ),

    'aws:msk/replicator:Replicator': priced({ replicatedGb: assume(0, 100, 'GB a month') }, (bill) => [
      bill.hourly('Kafka replicator', 'msk/replicator.hour'),
      bill.usage('Data replicated', 'msk/replicator-data.gb', 'replicatedGb'),
    ]),
    'aws:msk/vpcConnection:VpcConnection': priced({ dataProcessedGb: assume(0, 100, 'GB a month') }, (bill) => [
      bill.hourly('Private connection', 'msk/vpc-connectivity.hour'),
      bill.usage('Private connection data', 'msk/vpc-connectivity.gb', 'dataProcessedGb'),
    ]),

    'aws:msk/channel:Channel': byUse('Amazon MSK, data delivered, price not seen', 'D'),
    'aws:msk/topic:Topic': byUse('Amazon MSK, partitions are billed on serverless clusters', 'C'),
    ...free('msk', 'clusterPolicy configuration scramSecretAssociation singleScramSecretAssociation'),
  },
};

function brokerStorage(bill: Bill): Charge[] {
  const { properties } = bill;
  const size = properties.quantity('brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize');
  const gigabytes = times(size, properties.quantity('numberOfBrokerNodes'));
  return [bill.monthly('Broker storage', 'msk/storage.gb-month', gigabytes, 'GB')];
}

/** Local storage is the provider's default. */
function tieredStorage(bill: Bill<'tieredGb'>): Charge[] {
  const mode = withDefault(bill.properties.text('storageMode'), 'LOCAL');
  if (mode.state === 'known' && mode.value !== 'TIERED') return [];
  const key = mapReading(mode, () => 'msk/tiered-storage.gb-month');
  return [bill.usage('Tiered storage', key, 'tieredGb')];
}

/** Brokers that are open to the internet have an address each. They are not by default. */
function brokerAddresses(bill: Bill, brokers: Quantity): Charge[] {
  const path = 'brokerNodeGroupInfo.connectivityInfo.publicAccess.type';
  const open = withDefault(bill.properties.text(path), 'DISABLED');
  if (open.state === 'known' && open.value === 'DISABLED') return [];
  return [publicAddresses(bill, open.state === 'known' ? brokers : fromTo(0, brokers))];
}
