import { type Maybe, mapReading, unknown } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free, through } from '../classes';
import { meter, metered } from '../meters';
import { notPriced } from '../parts/not-priced';
import { type Metering, priced, priceKey, type Service } from '../service';
import { assume, fixed } from '../usage';

/** Amazon S3: storage in the Standard class and requests. Lifecycle rules may move objects to cheaper classes later. */
export const s3: Service = {
  product: 'Amazon S3',
  pricingPage: 'https://aws.amazon.com/s3/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:s3/bucket:Bucket': priced(
      {
        storageGb: assume(0, 100, 'GB'),
        putRequests: assume(0, 10_000, 'requests a month'),
        getRequests: assume(0, 100_000, 'requests a month'),
      },
      (metering) => [
        metering.usage('Standard storage', 's3/standard-first50tb.gb-month', 'storageGb'),
        metering.usage('PUT, COPY, POST and LIST requests', 's3/standard-put.request', 'putRequests'),
        metering.usage('GET and other requests', 's3/standard-get.request', 'getRequests'),
        ...notPriced(metering, 'Replication', ['replicationConfiguration']),
        ...notPriced(metering, 'Transfer acceleration', ['accelerationStatus'], ['Suspended']),
      ],
    ),
    // An object is stored in its bucket, whose storage counts it.
    'aws:s3/bucketObject:BucketObject': priced({}, () => []),
    'aws:s3/bucketObjectv2:BucketObjectv2': priced({}, () => []),
    'aws:s3/directoryBucket:DirectoryBucket': priced({ storageGb: assume(0, 100, 'GB') }, (metering) => [
      metering.usage('Express One Zone storage', 's3/express-onezone.gb-month', 'storageGb'),
    ]),

    'aws:s3/analyticsConfiguration:AnalyticsConfiguration': metered({
      objects: meter('Objects analyzed', 's3/analytics.object', assume(0, 1_000_000, 'objects')),
    }),
    'aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration': byUse('faster transfer is billed by GB'),
    'aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration': metered({
      objects: meter('Objects monitored', 's3/intelligent-monitoring.object', assume(0, 1_000_000, 'objects')),
    }),
    'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration': priced(
      { transitions: assume(0, 100_000, 'objects moved a month') },
      transitions,
    ),
    'aws:s3/bucketLogging:BucketLogging': through(
      'aws:s3/bucket:Bucket',
      'adds objects to a bucket: old versions or log files',
    ),
    'aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration': byUse('tables of metadata: storage and updates'),
    'aws:s3/bucketMetric:BucketMetric': metered({
      metrics: meter('Request metrics', 'cloudwatch/metric-first10k.metric-month', fixed(10, 16, 'metrics')),
    }),
    'aws:s3/bucketReplicationConfig:BucketReplicationConfig': byUse(
      'copies: storage, requests, transfer, replication time control',
    ),
    'aws:s3/bucketVersioning:BucketVersioning': through(
      'aws:s3/bucket:Bucket',
      'adds objects to a bucket: old versions or log files',
    ),
    'aws:s3/filesFileSystem:FilesFileSystem': byUse(
      'fast storage of files in use, reads and writes, synchronisation with the bucket',
    ),
    'aws:s3/filesSynchronizationConfiguration:FilesSynchronizationConfiguration': through(
      'aws:s3/filesFileSystem:FilesFileSystem',
      'decides what is synchronised, which is billed',
    ),
    'aws:s3/inventory:Inventory': metered({
      objects: meter('Objects listed', 's3/inventory.object', assume(0, 1_000_000, 'objects listed a month')),
    }),
    'aws:s3/objectCopy:ObjectCopy': through('aws:s3/bucket:Bucket', 'its request and storage count for the bucket'),
    'aws:s3/vectorsIndex:VectorsIndex': byUse('vectors stored, put and queried'),
    'aws:s3/vectorsVectorBucket:VectorsVectorBucket': byUse('vectors stored, put and queried'),
    ...free(
      's3',
      `
        accessPoint accountPublicAccessBlock bucketAbac bucketAcl bucketCorsConfiguration bucketNotification
        bucketObjectLockConfiguration bucketOwnershipControls bucketPolicy bucketPublicAccessBlock
        bucketRequestPaymentConfiguration bucketServerSideEncryptionConfiguration bucketWebsiteConfiguration
        vectorsVectorBucketPolicy
      `,
    ),
    ...free('s3', 'filesAccessPoint filesFileSystemPolicy filesMountTarget', 'C'),
  },
};

/** What it costs to move an object into a class, as the price list names it. */
const MOVES = new Map([
  ['GLACIER', 's3/lifecycle-to-glacier-flexible.request'],
  ['DEEP_ARCHIVE', 's3/lifecycle-to-deep-archive.request'],
  ['GLACIER_IR', 's3/lifecycle-to-glacier-ir.request'],
  ['STANDARD_IA', 's3/standard-ia-put.request'],
  ['ONEZONE_IA', 's3/standard-ia-put.request'],
  ['INTELLIGENT_TIERING', 's3/standard-ia-put.request'],
]);

/** Deleting costs nothing; each class that objects are moved to has a price of its own. */
function transitions(metering: Metering<'transitions'>): Charge[] {
  const rules = metering.properties.items('rules');
  if (rules.state === 'absent') return [];
  const moves = (key: Maybe<string>) => metering.usage('Lifecycle transitions', key, 'transitions');
  if (rules.state === 'unknown') return [moves(rules)];
  return rules.value.flatMap((rule) => {
    if (rule.state !== 'known') return [moves(unknown('one of its rules is not known'))];
    return ['transitions', 'noncurrentVersionTransitions'].flatMap((name) => {
      const list = rule.value.items(name);
      if (list.state === 'absent') return [];
      if (list.state === 'unknown') return [moves(list)];
      return list.value.map((move) => {
        const to = move.state === 'known' ? move.value.text('storageClass') : move;
        return moves(priceKey`${mapReading(to, (text) => MOVES.get(text) ?? text)}`);
      });
    });
  });
}
