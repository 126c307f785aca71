import { mapReading, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free, through } from '../classes';
import { type Metering, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

const USAGE = {
  storageGb: assume(0, 100, 'GB'),
  readGb: assume(0, 100, 'GB a month'),
  writtenGb: assume(0, 100, 'GB a month'),
  infrequentGb: assume(0, 100, 'GB in Infrequent Access'),
  infrequentAccessGb: assume(0, 20, 'GB read and written a month in Infrequent Access'),
  archiveGb: assume(0, 100, 'GB in Archive'),
  archiveAccessGb: assume(0, 10, 'GB read and written a month in Archive'),
};

/** Amazon EFS: storage in the classes that lifecycle policies name, and throughput where it is elastic or provisioned. */
export const efs: Service = {
  product: 'Amazon Elastic File System',
  pricingPage: 'https://aws.amazon.com/efs/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:efs/fileSystem:FileSystem': priced(USAGE, (metering) => {
      // A file system with a zone of its own is a One Zone one, even when the zone's name is decided later.
      const oneZone = metering.properties.any('availabilityZoneName').state !== 'absent';
      return [
        metering.usage('File storage', oneZone ? 'efs/onezone.gb-month' : 'efs/standard.gb-month', 'storageGb'),
        ...throughput(metering),
        ...colderClasses(metering, oneZone),
      ];
    }),

    'aws:efs/backupPolicy:BackupPolicy': through('aws:backup/plan:Plan', 'automatic backups are stored by AWS Backup'),
    'aws:efs/replicationConfiguration:ReplicationConfiguration': priced(
      { storageGb: assume(0, 100, 'GB') },
      (metering) => {
        // Into an existing file system, or a new one; one zone when the destination names its zone.
        const oneZone = metering.properties.any('destination.availabilityZoneName').state !== 'absent';
        return [
          metering.usage('Replica storage', oneZone ? 'efs/onezone.gb-month' : 'efs/standard.gb-month', 'storageGb'),
        ];
      },
    ),
    ...free('efs', 'accessPoint fileSystemPolicy mountTarget'),
  },
};

/** Bursting throughput is part of the storage price, and the provider's default. */
function throughput(metering: Metering<keyof typeof USAGE>): Charge[] {
  const mode = withDefault(metering.properties.text('throughputMode'), 'bursting');
  switch (valueOr(mode, 'elastic').toLowerCase()) {
    case 'bursting':
      return [];
    case 'provisioned': {
      const size = metering.properties.quantity('provisionedThroughputInMibps');
      return [metering.monthly('Provisioned throughput', 'efs/provisioned-throughput.mibps-month', size, 'MiB/s')];
    }
    default: {
      const key = (kind: string) => priceKey`efs/elastic-${mapReading(mode, () => kind)}.gb`;
      return [
        metering.usage('Elastic throughput, reads', key('read'), 'readGb'),
        metering.usage('Elastic throughput, writes', key('write'), 'writtenGb'),
      ];
    }
  }
}

/** What lifecycle policies move costs less to keep, and by the GB to read and write; reads and writes cost the same. */
function colderClasses(metering: Metering<keyof typeof USAGE>, oneZone: boolean): Charge[] {
  const policies = metering.properties.items('lifecyclePolicies');
  if (policies.state === 'absent') return [];
  const names = (property: string) =>
    policies.state === 'unknown' ||
    policies.value.some((one) => one.state !== 'known' || one.value.any(property).state !== 'absent');
  const mode = withDefault(metering.properties.text('throughputMode'), 'bursting');
  const infrequent = mapReading(mode, (name) =>
    oneZone ? 'efs/onezone-ia.gb-month' : `efs/standard-ia${name === 'elastic' ? '-elastic' : ''}.gb-month`,
  );
  return [
    ...(names('transitionToIa')
      ? [
          metering.usage('Storage in Infrequent Access', infrequent, 'infrequentGb'),
          metering.usage('Access to Infrequent Access', 'efs/ia-read.gb', 'infrequentAccessGb'),
        ]
      : []),
    ...(names('transitionToArchive')
      ? [
          metering.usage('Storage in Archive', 'efs/archive.gb-month', 'archiveGb'),
          metering.usage('Access to Archive', 'efs/archive-read.gb', 'archiveAccessGb'),
        ]
      : []),
  ];
}
