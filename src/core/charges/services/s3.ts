import { byUse, free, once, through } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

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
      (bill) => [
        bill.usage('Standard storage', 's3/standard-first50tb.gb-month', 'storageGb'),
        bill.usage('PUT, COPY, POST and LIST requests', 's3/standard-put.request', 'putRequests'),
        bill.usage('GET and other requests', 's3/standard-get.request', 'getRequests'),
      ],
    ),
    // An object is stored in its bucket, whose storage counts it.
    'aws:s3/bucketObject:BucketObject': priced({}, () => []),
    'aws:s3/bucketObjectv2:BucketObjectv2': priced({}, () => []),
    'aws:s3/directoryBucket:DirectoryBucket': priced({ storageGb: assume(0, 100, 'GB') }, (bill) => [
      bill.usage('Express One Zone storage', 's3/express-onezone.gb-month', 'storageGb'),
    ]),

    'aws:s3/analyticsConfiguration:AnalyticsConfiguration': byUse('objects watched'),
    'aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration': byUse('faster transfer is billed by GB'),
    'aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration':
      byUse('objects watched and moved'),
    'aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration': byUse(
      'moves between classes are billed by request',
    ),
    'aws:s3/bucketLogging:BucketLogging': through(
      'aws:s3/bucket:Bucket',
      'adds objects to a bucket: old versions or log files',
    ),
    'aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration': byUse('tables of metadata: storage and updates'),
    'aws:s3/bucketMetric:BucketMetric': byUse('request metrics are CloudWatch metrics'),
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
    'aws:s3/inventory:Inventory': byUse('objects listed'),
    'aws:s3/objectCopy:ObjectCopy': once('copies an object: requests, then storage'),
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
