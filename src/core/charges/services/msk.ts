import { mapReading, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free } from '../classes';
import { publicAddresses } from '../parts/addresses';
import { notPriced } from '../parts/not-priced';
import { fromTo, type Metering, priced, priceKey, type Quantity, type Service, times } from '../service';
import { assume } from '../usage';

const CLUSTER_USAGE = {
  tieredGb: assume(0, 100, 'GB in tiered storage'),
  metrics: assume(0, 200, 'metrics, where monitoring is more than the default'),
};

/** Amazon MSK: brokers and their storage, serverless clusters, replicators and private connections. */
export const msk: Service = {
  product: 'Amazon Managed Streaming for Apache Kafka',
  pricingPage: 'https://aws.amazon.com/msk/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:msk/cluster:Cluster': priced(CLUSTER_USAGE, (metering) => {
      const type = metering.properties.text('brokerNodeGroupInfo.instanceType');
      const brokers = metering.properties.quantity('numberOfBrokerNodes');
      return [
        metering.hourly('Kafka broker', priceKey`msk/${type}.hour`, brokers),
        // Express brokers keep their data in storage that is billed by use and has no size here.
        ...(valueOr(type, '').startsWith('express.') ? [] : brokerStorage(metering)),
        ...tieredStorage(metering),
        ...notPriced(metering, 'Provisioned storage throughput', [
          'brokerNodeGroupInfo.storageInfo.ebsStorageInfo.provisionedThroughput.enabled',
        ]),
        ...brokerAddresses(metering, brokers),
        ...monitoring(metering),
      ];
    }),

    'aws:msk/serverlessCluster:ServerlessCluster': priced(
      {
        partitions: assume(1, 100, 'partitions'),
        dataInGb: assume(0, 100, 'GB a month'),
        dataOutGb: assume(0, 100, 'GB a month'),
        storageGb: assume(0, 100, 'GB'),
      },
      (metering) => [
        metering.hourly('Serverless Kafka cluster', 'msk/serverless-cluster.hour'),
        metering.usage('Serverless partitions', 'msk/serverless-partition.hour', 'partitions', 730),
        metering.usage('Serverless data in', 'msk/serverless-in.gb', 'dataInGb'),
        metering.usage('Serverless data out', 'msk/serverless-out.gb', 'dataOutGb'),
        metering.usage('Serverless storage', 'msk/serverless-storage.gb-month', 'storageGb'),
      ],
    ),

    'aws:msk/replicator:Replicator': priced({ replicatedGb: assume(0, 100, 'GB a month') }, (metering) => [
      metering.hourly('Kafka replicator', 'msk/replicator.hour'),
      metering.usage('Data replicated', 'msk/replicator-data.gb', 'replicatedGb'),
    ]),
    'aws:msk/vpcConnection:VpcConnection': priced({ dataProcessedGb: assume(0, 100, 'GB a month') }, (metering) => [
      metering.hourly('Private connection', 'msk/vpc-connectivity.hour'),
      metering.usage('Private connection data', 'msk/vpc-connectivity.gb', 'dataProcessedGb'),
    ]),

    'aws:msk/channel:Channel': byUse('Amazon MSK, data delivered, price not seen', 'D'),
    'aws:msk/topic:Topic': byUse('Amazon MSK, partitions are billed on serverless clusters', 'C'),
    ...free('msk', 'clusterPolicy configuration scramSecretAssociation singleScramSecretAssociation'),
  },
};

function brokerStorage(metering: Metering): Charge[] {
  const { properties } = metering;
  const size = properties.quantity('brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize');
  const gigabytes = times(size, properties.quantity('numberOfBrokerNodes'));
  return [metering.monthly('Broker storage', 'msk/storage.gb-month', gigabytes, 'GB')];
}

/** Local storage is the provider's default. */
function tieredStorage(metering: Metering<'tieredGb'>): Charge[] {
  const mode = withDefault(metering.properties.text('storageMode'), 'LOCAL');
  if (mode.state === 'known' && mode.value !== 'TIERED') return [];
  const key = mapReading(mode, () => 'msk/tiered-storage.gb-month');
  return [metering.usage('Tiered storage', key, 'tieredGb')];
}

/** Brokers that are open to the internet have an address each. They are not by default. */
function brokerAddresses(metering: Metering, brokers: Quantity): Charge[] {
  const path = 'brokerNodeGroupInfo.connectivityInfo.publicAccess.type';
  const open = withDefault(metering.properties.text(path), 'DISABLED');
  if (open.state === 'known' && open.value === 'DISABLED') return [];
  return [publicAddresses(metering, open.state === 'known' ? brokers : fromTo(0, brokers))];
}

/** The default level is free; every other one makes metrics that CloudWatch bills. */
function monitoring(metering: Metering<'metrics'>): Charge[] {
  const level = withDefault(metering.properties.text('enhancedMonitoring'), 'DEFAULT');
  if (level.state === 'known' && level.value === 'DEFAULT') return [];
  const cloudwatch = metering.under('Amazon CloudWatch');
  return [cloudwatch.usage('Enhanced monitoring', 'cloudwatch/metric-first10k.metric-month', 'metrics')];
}
