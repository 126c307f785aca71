import { free } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';

/** AWS DataSync: data that a task moves. The fee of a run in enhanced mode is not counted. */
export const datasync: Service = {
  product: 'AWS DataSync',
  pricingPage: 'https://aws.amazon.com/datasync/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:datasync/task:Task': metered({
      transferredGb: meter('Data moved', 'datasync/transfer.gb', 0, 100, 'GB a month'),
    }),
    ...free(
      'datasync',
      `
      agent efsLocation fsxOpenZfsFileSystem locationAzureBlob locationFsxLustre locationFsxOntapFileSystem
      locationFsxWindows locationHdfs locationObjectStorage locationSmb nfsLocation s3Location
    `,
    ),
  },
};
