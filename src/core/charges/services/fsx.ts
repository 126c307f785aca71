import type { Properties } from '../../properties';
import { known, type Maybe, mapReading, type Reading, sameText, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, free, through } from '../classes';
import { type Metering, priced, priceKey, type Service, times } from '../service';
import { assume } from '../usage';

const BACKUP = { backupGb: assume(0, 20, 'GB') };

/** Amazon FSx: storage, throughput, IOPS beyond the included ones and backups of its four file systems. */
export const fsx: Service = {
  product: 'Amazon FSx',
  pricingPage: 'https://aws.amazon.com/fsx/pricing/',
  readOn: '2026-11-24',
  resources: {
    // Throughput is part of the storage price, so the price is chosen by it.
    'aws:fsx/lustreFileSystem:LustreFileSystem': priced({}, lustre),

    'aws:fsx/ontapFileSystem:OntapFileSystem': priced(
      { ...BACKUP, capacityPoolGb: assume(0, 100, 'GB moved to the capacity pool') },
      (metering) => {
        const { properties } = metering;
        const zones = ontapZones(properties.text('deploymentType'));
        const size = properties.quantity('storageCapacity');
        return [
          metering.monthly('ONTAP storage', priceKey`fsx/${zones.family}-ssd-${zones.name}.gb-month`, size, 'GB'),
          metering.monthly(
            'ONTAP throughput',
            priceKey`fsx/${zones.family}-throughput-${zones.name}.mbps-month`,
            ontapThroughput(properties),
            'MB/s',
          ),
          ...extraIops(metering, priceKey`fsx/${zones.family}-extra-iops-${zones.name}.iops-month`),
          metering.usage(
            'ONTAP capacity pool',
            priceKey`fsx/ontap-capacity-pool-${zones.name}.gb-month`,
            'capacityPoolGb',
          ),
          metering.usage('Backup storage', 'fsx/ontap-backup.gb-month', 'backupGb'),
        ];
      },
    ),

    'aws:fsx/openZfsFileSystem:OpenZfsFileSystem': priced(BACKUP, (metering) => {
      const { properties } = metering;
      const disk = lower(withDefault(properties.text('storageType'), 'SSD')); // the provider's default
      const zones = firstGeneration(properties.text('deploymentType'));
      return [
        metering.monthly(
          'OpenZFS storage',
          priceKey`fsx/openzfs-${disk}-${zones}.gb-month`,
          properties.quantity('storageCapacity'),
          'GB',
        ),
        metering.monthly(
          'OpenZFS throughput',
          priceKey`fsx/openzfs-throughput-${zones}.mbps-month`,
          properties.quantity('throughputCapacity'),
          'MB/s',
        ),
        ...extraIops(metering, 'fsx/openzfs-extra-iops.iops-month'),
        metering.usage('Backup storage', 'fsx/openzfs-backup.gb-month', 'backupGb'),
      ];
    }),

    'aws:fsx/windowsFileSystem:WindowsFileSystem': priced(BACKUP, (metering) => {
      const { properties } = metering;
      const disk = lower(withDefault(properties.text('storageType'), 'SSD')); // the provider's default
      const deployment = withDefault(properties.text('deploymentType'), 'SINGLE_AZ_1'); // the provider's default
      const zones = mapReading(deployment, (name) => (sameText(name, 'MULTI_AZ_1') ? 'multi-az' : 'single-az'));
      return [
        metering.monthly(
          'Windows storage',
          priceKey`fsx/windows-${disk}-${zones}.gb-month`,
          properties.quantity('storageCapacity'),
          'GB',
        ),
        metering.monthly(
          'Windows throughput',
          priceKey`fsx/windows-throughput-${zones}.mbps-month`,
          properties.quantity('throughputCapacity'),
          'MB/s',
        ),
        ...extraIops(metering, priceKey`fsx/windows-extra-iops-${zones}.iops-month`),
        metering.usage('Backup storage', 'fsx/windows-backup.gb-month', 'backupGb'),
      ];
    }),

    'aws:fsx/backup:Backup': priced({ storedGb: assume(0, 100, 'GB') }, (metering) => {
      const system = metering.linked('fileSystemId', ...BACKED_UP) ?? metering.linked('volumeId', ...BACKED_UP);
      const kind = system === undefined ? undefined : BACKUPS.get(system.type);
      const key = kind === undefined ? metering.missing('fileSystemId') : known(`fsx/${kind}-backup.gb-month`);
      return [metering.usage('Backup storage', key, 'storedGb')];
    }),
    'aws:fsx/fileCache:FileCache': byTime('cache storage and throughput'),
    'aws:fsx/ontapVolume:OntapVolume': through(
      'aws:fsx/ontapFileSystem:OntapFileSystem',
      'space of the file system, a capacity pool grows with data',
    ),
    'aws:fsx/openZfsSnapshot:OpenZfsSnapshot': through(
      'aws:fsx/openZfsFileSystem:OpenZfsFileSystem',
      'space of the file system',
    ),
    'aws:fsx/openZfsVolume:OpenZfsVolume': through(
      'aws:fsx/openZfsFileSystem:OpenZfsFileSystem',
      'space of the file system',
    ),
    'aws:fsx/s3AccessPointAttachment:S3AccessPointAttachment': byUse('S3 requests to the file system', 'C'),
    ...free('fsx', 'dataRepositoryAssociation ontapStorageVirtualMachine'),
  },
};

function lower(reading: Maybe<string>): Maybe<string>;
function lower(reading: Reading<string>): Reading<string>;
function lower(reading: Reading<string>): Reading<string> {
  return mapReading(reading, (text) => text.toLowerCase());
}

/** Throughput is part of the storage price of persistent file systems, so the price is chosen by it. */
function lustre(metering: Metering): Charge[] {
  const { properties } = metering;
  const size = properties.quantity('storageCapacity');
  const disk = lower(withDefault(properties.text('storageType'), 'SSD')); // the provider's default
  const deployment = lower(withDefault(properties.text('deploymentType'), 'SCRATCH_1')); // the provider's default
  if (deployment.state === 'known' && deployment.value.startsWith('scratch')) {
    return [metering.monthly('Lustre storage', priceKey`fsx/lustre-${disk}-scratch.gb-month`, size, 'GB')];
  }
  const throughput = mapReading(properties.quantity('perUnitStorageThroughput'), String);
  const cache = mapReading(withDefault(properties.text('driveCacheType'), 'NONE'), (name) =>
    name === 'NONE' ? '' : '-ssd-cache',
  );
  const generation = mapReading(deployment, (name) => name.replace('_', ''));
  const key = priceKey`fsx/lustre-${disk}-${generation}-${throughput}${cache}.gb-month`;
  return [metering.monthly('Lustre storage', key, size, 'GB'), ...metadataIops(metering), ...lustreBackups(metering)];
}

function metadataIops(metering: Metering): Charge[] {
  const mode = metering.properties.text('metadataConfiguration.mode');
  if (mode.state === 'absent' || (mode.state === 'known' && mode.value === 'AUTOMATIC')) return [];
  const iops = metering.properties.quantity('metadataConfiguration.iops');
  return [metering.monthly('Metadata IOPS', 'fsx/lustre-metadata-iops.iops-month', iops, 'IOPS')];
}

/** Automatic backups are off unless they are kept for a number of days. */
function lustreBackups(metering: Metering): Charge[] {
  const days = withDefault(metering.properties.quantity('automaticBackupRetentionDays'), 0);
  if (days.state === 'known' && days.value === 0) return [];
  return [metering.stated('usage', 'Backup storage', unknown('no price for automaticBackupRetentionDays of Lustre'))];
}

/** Both generations of ONTAP have a list of their own; the capacity pool costs the same in both. */
function ontapZones(deployment: Reading<string>): { family: Reading<string>; name: Reading<string> } {
  return {
    family: mapReading(deployment, (text) => (text.endsWith('_2') ? 'ontap-gen2' : 'ontap')),
    name: mapReading(deployment, (text) => (text.toUpperCase().startsWith('MULTI') ? 'multi-az' : 'single-az')),
  };
}

/** The kept prices are those of the first generation; later ones have throughput prices of their own. */
function firstGeneration(deployment: Reading<string>): Reading<string> {
  if (deployment.state !== 'known') return deployment;
  if (sameText(deployment.value, 'SINGLE_AZ_1')) return known('single-az');
  if (sameText(deployment.value, 'MULTI_AZ_1')) return known('multi-az');
  return unknown(`no price for this deployment type`);
}

/** Either for the whole file system or for each of its pairs of servers. */
function ontapThroughput(properties: Properties) {
  const whole = properties.quantity('throughputCapacity');
  if (whole.state !== 'absent') return whole;
  return times(properties.quantity('throughputCapacityPerHaPair'), withDefault(properties.quantity('haPairs'), 1));
}

/** Three IOPS for each GB are included; only a file system that sets its own pays for more. */
function extraIops(metering: Metering, key: string | Maybe<string>): Charge[] {
  const { properties } = metering;
  const mode = withDefault(properties.text('diskIopsConfiguration.mode'), 'AUTOMATIC'); // the provider's default
  if (mode.state === 'known' && mode.value === 'AUTOMATIC') return [];
  const asked = properties.quantity('diskIopsConfiguration.iops');
  const size = properties.quantity('storageCapacity');
  const what = 'IOPS beyond the included';
  if (asked.state !== 'known') return [metering.monthly(what, key, asked, 'IOPS')];
  if (size.state !== 'known') return [metering.monthly(what, key, size, 'IOPS')];
  const extra = Math.max(0, asked.value - size.value * 3);
  return extra === 0 ? [] : [metering.monthly(what, key, extra, 'IOPS')];
}

const BACKUPS = new Map([
  ['aws:fsx/ontapVolume:OntapVolume', 'ontap'],
  ['aws:fsx/openZfsFileSystem:OpenZfsFileSystem', 'openzfs'],
  ['aws:fsx/windowsFileSystem:WindowsFileSystem', 'windows'],
]);
const BACKED_UP = [...BACKUPS.keys()] as [string, ...string[]];
