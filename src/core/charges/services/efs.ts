import { mapReading, valueOr, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free, through } from '../classes';
import { type Bill, priced, priceKey, type Service } from '../service';
import { assume } from '../usage';

const USAGE = {
  storageGb: assume(0, 100, 'GB'),
  readGb: assume(0, 100, 'GB a month'),
  writtenGb: assume(0, 100, 'GB a month'),
};

/** Amazon EFS: storage, and throughput where it is elastic or provisioned. Lifecycle rules are not counted. */
export const efs: Service = {
  product: 'Amazon Elastic File System',
  pricingPage: 'https://aws.amazon.com/efs/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:efs/fileSystem:FileSystem': priced(USAGE, (bill) => {
      // A file system with a zone of its own is a One Zone one, even when the zone's name is decided later.
      const oneZone = bill.properties.any('availabilityZoneName').state !== 'absent';
      return [
        bill.usage('File storage', oneZone ? 'efs/onezone.gb-month' : 'efs/standard.gb-month', 'storageGb'),
        ...throughput(bill),
      ];
    }),

    'aws:efs/backupPolicy:BackupPolicy': through('aws:backup/plan:Plan', 'automatic backups are stored by AWS Backup'),
    'aws:efs/replicationConfiguration:ReplicationConfiguration': priced({ storageGb: assume(0, 100, 'GB') }, (bill) => {
      // Into an existing file system, or a new one; one zone when the destination names its zone.
      const oneZone = bill.properties.any('destination.availabilityZoneName').state !== 'absent';
      return [bill.usage('Replica storage', oneZone ? 'efs/onezone.gb-month' : 'efs/standard.gb-month', 'storageGb')];
    }),
    ...free('efs', 'accessPoint fileSystemPolicy mountTarget'),
  },
};

/** Bursting throughput is part of the storage price, and the provider's default. */
function throughput(bill: Bill<keyof typeof USAGE>): Charge[] {
  const mode = withDefault(bill.properties.text('throughputMode'), 'bursting');
  switch (valueOr(mode, 'elastic')) {
    case 'bursting':
      return [];
    case 'provisioned': {
      const size = bill.properties.quantity('provisionedThroughputInMibps');
      return [bill.monthly('Provisioned throughput', 'efs/provisioned-throughput.mibps-month', size, 'MiB/s')];
    }
    default: {
      const key = (kind: string) => priceKey`efs/elastic-${mapReading(mode, () => kind)}.gb`;
      return [
        bill.usage('Elastic throughput, reads', key('read'), 'readGb'),
        bill.usage('Elastic throughput, writes', key('write'), 'writtenGb'),
      ];
    }
  }
}
