import type { Properties } from '../../properties';
import { mapReading, type Reading, unknown } from '../../reading';
import type { Charge } from '../charge';
import { byUse, free, through } from '../classes';
import { meter, metered } from '../meters';
import { notPriced } from '../parts/not-priced';
import { type Metering, priced, priceKey, type Service } from '../service';
import { assume, fixed } from '../usage';

const MOVED = {
  transitions: assume(0, 100_000, 'objects moved a month by lifecycle rules'),
  movedGb: assume(0, 100, 'GB in a class that lifecycle rules move to'),
  retrievedGb: assume(0, 10, 'GB a month read from such a class'),
};

/** Amazon S3: storage in the Standard class, requests, and what lifecycle rules move to other classes. */
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
        ...MOVED,
      },
      (metering) => [
        metering.usage('Standard storage', 's3/standard-first50tb.gb-month', 'storageGb'),
        metering.usage('PUT, COPY, POST and LIST requests', 's3/standard-put.request', 'putRequests'),
        metering.usage('GET and other requests', 's3/standard-get.request', 'getRequests'),
        ...lifecycle(metering, 'lifecycleRules'),
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
    'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration': priced(MOVED, (metering) =>
      lifecycle(metering, 'rules'),
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

/** A class that objects are moved to: the rows for a move, for what lies there, and for what is read. */
interface Class {
  readonly move: string;
  readonly stored: string;
  /** The dearest way; undefined where reading costs what it does in the Standard class. */
  readonly read?: string;
}

const CLASSES = new Map<string, Class>([
  [
    'GLACIER',
    {
      move: 's3/lifecycle-to-glacier-flexible.request',
      stored: 's3/glacier-flexible.gb-month',
      read: 's3/glacier-flexible-retrieval-standard.gb',
    },
  ],
  [
    'DEEP_ARCHIVE',
    {
      move: 's3/lifecycle-to-deep-archive.request',
      stored: 's3/glacier-deep-archive.gb-month',
      read: 's3/glacier-deep-archive-retrieval-standard.gb',
    },
  ],
  [
    'GLACIER_IR',
    {
      move: 's3/lifecycle-to-glacier-ir.request',
      stored: 's3/glacier-ir.gb-month',
      read: 's3/glacier-ir-retrieval.gb',
    },
  ],
  [
    'STANDARD_IA',
    { move: 's3/standard-ia-put.request', stored: 's3/standard-ia.gb-month', read: 's3/standard-ia-retrieval.gb' },
  ],
  [
    'ONEZONE_IA',
    { move: 's3/standard-ia-put.request', stored: 's3/onezone-ia.gb-month', read: 's3/standard-ia-retrieval.gb' },
  ],
  ['INTELLIGENT_TIERING', { move: 's3/standard-ia-put.request', stored: 's3/intelligent-frequent.gb-month' }],
]);

/**
 * Moves by rules, and then storage and retrieval in each class that they name. Deleting costs nothing. What a rule says when
 * it is not known may be any of these.
 */
function lifecycle(metering: Metering<keyof typeof MOVED>, property: string): Charge[] {
  const classes = new Map<string, Class>();
  const moves = targets(metering.properties.items(property)).map((target) => {
    const found = target.state === 'known' ? CLASSES.get(target.value) : undefined;
    if (target.state === 'known' && found !== undefined) classes.set(target.value, found);
    const key = mapReading(target, (name) => found?.move ?? name);
    return metering.usage('Lifecycle transitions', priceKey`${key}`, 'transitions');
  });
  const inClasses = [...classes].flatMap(([name, { stored, read }]) => [
    metering.usage(`Storage in ${name}`, stored, 'movedGb'),
    ...(read === undefined ? [] : [metering.usage(`Retrieval from ${name}`, read, 'retrievedGb')]),
  ]);
  return [...moves, ...inClasses];
}

/** The classes that rules move objects to, once for each move that they state. */
function targets(rules: Reading<Reading<Properties>[]>): Reading<string>[] {
  if (rules.state === 'absent') return [];
  if (rules.state === 'unknown') return [rules];
  return rules.value.flatMap((rule): Reading<string>[] => {
    if (rule.state !== 'known') return [unknown('one of its rules is not known')];
    return ['transitions', 'noncurrentVersionTransitions'].flatMap((name): Reading<string>[] => {
      const list = rule.value.items(name);
      if (list.state === 'absent') return [];
      if (list.state === 'unknown') return [list];
      return list.value.map((move) => (move.state === 'known' ? move.value.text('storageClass') : move));
    });
  });
}
