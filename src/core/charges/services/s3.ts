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
  },
};
