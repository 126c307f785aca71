import { absent, mapReading, withDefault } from '../../reading';
import { free } from '../classes';
import { notPriced } from '../parts/not-priced';
import { readVolume, SNAPSHOT, snapshots, volumeCharges } from '../parts/volumes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon EBS: volumes, snapshots and fast snapshot restore. AWS bills it with Amazon EC2. */
export const ebs: Service = {
  product: 'Amazon EC2',
  pricingPage: 'https://aws.amazon.com/ebs/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:ebs/volume:Volume': priced({ ioRequests: assume(0, 10_000_000, 'I/O requests a month') }, (metering) => {
      const volume = {
        ...readVolume(metering.properties, 'size', 'type'),
        zone: metering.properties.text('availabilityZone'),
      };
      const charges = volumeCharges(metering, volume);
      // Only the oldest type charges for requests.
      const old = volume.type.state === 'known' && volume.type.value === 'standard';
      if (old) charges.push(metering.usage('EBS I/O requests', 'ebs/standard-io.request', 'ioRequests'));
      return [...charges, ...notPriced(metering, 'Volume initialization', ['volumeInitializationRate'])];
    }),

    'aws:ebs/snapshot:Snapshot': priced(SNAPSHOT, (metering) => {
      const tier = withDefault(metering.properties.text('storageTier'), 'standard'); // the provider's default
      const key = mapReading(tier, (name) => `ebs/snapshot${name === 'archive' ? '-archive' : ''}.gb-month`);
      return [metering.usage('EBS snapshot', key, 'storedGb')];
    }),
    'aws:ebs/snapshotCopy:SnapshotCopy': priced(SNAPSHOT, (metering) => [
      ...snapshots.charges(metering),
      ...notPriced(metering, 'Time-based copy', ['completionDurationMinutes']),
    ]),
    'aws:ebs/snapshotImport:SnapshotImport': snapshots,

    'aws:ebs/fastSnapshotRestore:FastSnapshotRestore': priced({}, (metering) => [
      metering.hourly('Fast snapshot restore', 'ebs/fast-snapshot-restore.dsu-hour'),
    ]),

    'aws:ebs/volumeCopy:VolumeCopy': priced({}, (metering) => {
      const elsewhere = metering.missing('sourceVolumeId');
      const source = metering.linked('sourceVolumeId', 'aws:ebs/volume:Volume')?.properties;
      const own = readVolume(metering.properties, 'size', 'volumeType');
      const from = source === undefined ? undefined : readVolume(source, 'size', 'type');
      const typed = metering.properties.any('volumeType').state !== 'absent';
      return volumeCharges(metering, {
        type: typed ? own.type : (from?.type ?? elsewhere),
        size: own.size.state === 'absent' ? (from?.size ?? elsewhere) : own.size,
        iops: own.iops.state === 'absent' ? (from?.iops ?? absent) : own.iops,
        throughput: own.throughput.state === 'absent' ? (from?.throughput ?? absent) : own.throughput,
        zone: source?.text('availabilityZone') ?? absent,
      });
    }),
    ...free('ebs', 'defaultKmsKey encryptionByDefault snapshotBlockPublicAccess'),
  },
};
