import { known, mapReading, withDefault } from '../../reading';
import { byUse, free, subscription } from '../classes';
import { meter, metered } from '../meters';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon S3, settings of an account: Object Lambda and advanced Storage Lens metrics. */
export const s3control: Service = {
  product: 'Amazon S3',
  pricingPage: 'https://aws.amazon.com/s3/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:s3control/accessGrant:AccessGrant': byUse('credential requests'),
    'aws:s3control/accessGrantsInstance:AccessGrantsInstance': byUse('credential requests'),
    'aws:s3control/bucket:Bucket': subscription('storage of an Outposts rack that is bought for three years', 'C'),
    'aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint': byUse('each GB routed, and acceleration'),
    'aws:s3control/objectLambdaAccessPoint:ObjectLambdaAccessPoint': metered({
      returnedGb: meter('Data returned', 's3/object-lambda-returned.gb', assume(0, 100, 'GB a month')),
    }),
    'aws:s3control/storageLensConfiguration:StorageLensConfiguration': priced(
      { objects: assume(0, 1_000_000, 'objects watched') },
      (metering) => {
        const flags = ADVANCED.map((name) =>
          withDefault(metering.properties.flag(`storageLensConfiguration.accountLevel.${name}.enabled`), false),
        );
        if (flags.every((flag) => flag.state === 'known' && !flag.value)) return []; // the free metrics
        const on =
          flags.find((flag) => flag.state === 'known' && flag.value) ?? flags.find(({ state }) => state === 'unknown');
        const key = mapReading(on ?? known(true), () => 's3/storage-lens-first25b.object-month');
        return [metering.usage('Advanced metrics', key, 'objects')];
      },
    ),
    ...free(
      's3control',
      `
      accessGrantsInstanceResourcePolicy accessGrantsLocation accessPointPolicy bucketLifecycleConfiguration
      bucketPolicy directoryBucketAccessPointScope multiRegionAccessPointPolicy multiRegionAccessPointRoutes
      objectLambdaAccessPointPolicy
    `,
    ),
  },
};

/** Each of these switches the paid metrics on. */
const ADVANCED = [
  'activityMetrics',
  'advancedCostOptimizationMetrics',
  'advancedDataProtectionMetrics',
  'advancedPerformanceMetrics',
  'detailedStatusCodeMetrics',
];
