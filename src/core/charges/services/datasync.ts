import { unknown, withDefault } from '../../reading';
import { free } from '../classes';
import { priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS DataSync: data that a task moves. */
export const datasync: Service = {
  product: 'AWS DataSync',
  pricingPage: 'https://aws.amazon.com/datasync/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:datasync/task:Task': priced({ transferredGb: assume(0, 100, 'GB a month') }, (metering) => {
      const mode = withDefault(metering.properties.text('taskMode'), 'BASIC'); // the provider's default
      if (mode.state === 'known' && mode.value === 'BASIC') {
        return [metering.usage('Data moved', 'datasync/transfer.gb', 'transferredGb')];
      }
      return [
        metering.stated('usage', 'Data moved in enhanced mode', unknown('the book has no price for taskMode ENHANCED')),
      ];
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
