import type { Properties } from '../../properties';
import { absent, known, type Maybe, mapReading, notSet, type Reading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { beyond, type Metering, priced, priceKey, type ResourcePricing, times, total } from '../service';
import { notPriced } from './not-priced';

/** A domain of either name bills alike: data nodes, dedicated masters, warm nodes and EBS storage. */
export const searchDomain: ResourcePricing = priced({}, (metering) => {
  const cluster = metering.properties.object('clusterConfig');
  if (cluster.state !== 'known') {
    const why = cluster.state === 'unknown' ? cluster : unknown('clusterConfig is not set');
    return [metering.hourly('Data node', why)];
  }
  const count = withDefault(cluster.value.quantity('instanceCount'), 1); // the provider's default
  return [
    metering.hourly('Data node', nodePrice(cluster.value.text('instanceType')), count),
    ...optionalNodes(metering, cluster.value, 'Dedicated master node', 'dedicatedMaster'),
    ...optionalNodes(metering, cluster.value, 'UltraWarm node', 'warm'),
    ...coordinators(metering, cluster.value),
    ...extendedSupport(metering, cluster.value, count),
    ...notPriced(metering, 'Cold storage', ['clusterConfig.coldStorageOptions.enabled']),
    ...notPriced(metering, 'Vector acceleration', ['aimlOptions.serverlessVectorAcceleration.enabled']),
    ...domainStorage(metering, count),
  ];
});

/** The price list names nodes `*.search`; Elasticsearch domains say `*.elasticsearch`. UltraWarm has rows of its own. */
function nodePrice(type: Reading<string>): Maybe<string> {
  if (type.state === 'absent') return unknown('its instance type is not set');
  return mapReading(type, (name) => {
    const node = name.replace(/\.elasticsearch$/, '.search');
    const warm = /^ultrawarm1\.(\w+)\.search$/.exec(node)?.[1];
    return warm === undefined ? `opensearch/${node}.hour` : `opensearch/ultrawarm1-${warm}.hour`;
  });
}

function optionalNodes(metering: Metering, cluster: Properties, what: string, prefix: string): Charge[] {
  const enabled = cluster.flag(`${prefix}Enabled`);
  if (enabled.state === 'absent' || (enabled.state === 'known' && !enabled.value)) return [];
  if (enabled.state === 'unknown') return [metering.hourly(what, enabled)];
  return [metering.hourly(what, nodePrice(cluster.text(`${prefix}Type`)), cluster.quantity(`${prefix}Count`))];
}

/** Dedicated coordinator nodes. */
function coordinators(metering: Metering, cluster: Properties): Charge[] {
  const options = cluster.items('nodeOptions');
  if (options.state === 'absent') return [];
  const what = 'Dedicated coordinator node';
  if (options.state === 'unknown') return [metering.hourly(what, options)];
  return options.value.flatMap((option) => {
    if (option.state !== 'known') return [metering.hourly(what, unknown('one of nodeOptions is not known'))];
    const enabled = withDefault(option.value.flag('nodeConfig.enabled'), false);
    if (enabled.state === 'known' && !enabled.value) return [];
    if (enabled.state === 'unknown') return [metering.hourly(what, enabled)];
    return [
      metering.hourly(what, nodePrice(option.value.text('nodeConfig.type')), option.value.quantity('nodeConfig.count')),
    ];
  });
}

function domainStorage(metering: Metering, nodes: Maybe<number>): Charge[] {
  const what = 'EBS storage';
  const ebs = metering.properties.object('ebsOptions');
  if (ebs.state === 'absent') return []; // the nodes use their own disks
  if (ebs.state === 'unknown') return [metering.monthly(what, ebs, nodes, 'GB')];
  const enabled = ebs.value.flag('ebsEnabled');
  if (enabled.state === 'known' && !enabled.value) return [];
  if (enabled.state === 'unknown') return [metering.monthly(what, enabled, nodes, 'GB')];
  const type = ebs.value.text('volumeType');
  const size = ebs.value.quantity('volumeSize');
  const key =
    type.state === 'absent' ? unknown('volumeType is not set') : priceKey`opensearch/storage-${type}.gb-month`;
  return [metering.monthly(what, key, times(size, nodes), 'GB'), ...provisioned(metering, ebs.value, nodes)];
}

/** gp3 includes 3,000 IOPS and 125 MiB/s a volume, and more for large ones: 3 IOPS a GiB, 250 MiB/s from 170 GiB on. */
function provisioned(metering: Metering, ebs: Properties, nodes: Maybe<number>): Charge[] {
  const type = ebs.text('volumeType');
  const size = ebs.quantity('volumeSize');
  const iops = ebs.quantity('iops');
  const throughput = ebs.quantity('throughput');
  if (type.state !== 'known') return [];
  if (type.value === 'io1') {
    return [metering.monthly('Provisioned IOPS', 'opensearch/storage-io1.iops-month', times(iops, nodes), 'IOPS')];
  }
  if (type.value !== 'gp3') return [];
  const charges: Charge[] = [];
  const extraIops = overIncluded(iops, size, (gb) => Math.max(3000, gb * 3));
  if (extraIops.state !== 'absent' && !isZero(extraIops)) {
    const key = 'opensearch/storage-gp3-extra-iops.iops-month';
    charges.push(metering.monthly('gp3 IOPS beyond the included', key, times(extraIops, nodes), 'IOPS'));
  }
  const extraThroughput = overIncluded(throughput, size, (gb) => (gb >= 170 ? 250 : 125));
  if (extraThroughput.state !== 'absent' && !isZero(extraThroughput)) {
    const key = 'opensearch/storage-gp3-extra-throughput.mibps-month';
    charges.push(metering.monthly('gp3 throughput beyond the included', key, times(extraThroughput, nodes), 'MiB/s'));
  }
  return charges;
}

const isZero = (reading: Reading<number>): boolean => reading.state === 'known' && reading.value === 0;

function overIncluded(
  asked: Reading<number>,
  size: Reading<number>,
  included: (gb: number) => number,
): Reading<number> {
  if (asked.state === 'absent') return absent;
  if (size.state !== 'known') return unknown('its volume size is not known, and what gp3 includes depends on it');
  return beyond(asked, included(size.value));
}

/** What a node counts in extended support, by its size: AWS's normalized instance hours. */
const NORMALIZED = new Map([
  ['micro', 0.5],
  ['small', 1],
  ['medium', 2],
  ['large', 4],
  ['xlarge', 8],
]);

function normalized(type: Reading<string>): Maybe<number> {
  if (type.state !== 'known') return type.state === 'absent' ? notSet(type) : type;
  const size = type.value.split('.')[1] ?? '';
  const multiple = /^(\d+)xlarge$/.exec(size)?.[1];
  const factor = multiple === undefined ? NORMALIZED.get(size) : Number(multiple) * 8;
  return factor === undefined ? unknown('instanceType has a size that is not known') : known(factor);
}

/** Old versions are charged for by every data and master node. Written `OpenSearch_1.0`, `Elasticsearch_7.4` or `7.4`. */
function extendedSupport(metering: Metering, cluster: Properties, count: Maybe<number>): Charge[] {
  const written = metering.properties.text('engineVersion');
  const version = written.state === 'absent' ? metering.properties.text('elasticsearchVersion') : written;
  if (version.state === 'absent') return []; // AWS takes a current one
  const what = 'Extended support of an old engine version';
  if (version.state === 'unknown') return [metering.hourly(what, version)];
  const [engine = '', number = ''] = version.value.includes('_')
    ? version.value.split('_')
    : ['Elasticsearch', version.value];
  const old = metering.oldVersion('opensearch', engine.toLowerCase(), number);
  if (old === undefined) return [];
  const key = 'opensearch/extended-support.normalized-instance-hour';
  const masters = cluster.flag('dedicatedMasterEnabled');
  const data = times(normalized(cluster.text('instanceType')), count);
  const nodes =
    masters.state === 'known' && masters.value
      ? total([data, times(normalized(cluster.text('dedicatedMasterType')), cluster.quantity('dedicatedMasterCount'))])
      : data;
  return metering.within(metering.hourly(what, key, nodes), old.chargedFrom);
}
