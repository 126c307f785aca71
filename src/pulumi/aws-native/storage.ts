import { parts } from './native-properties';
import { type Rows, tagsAt } from './row';

/** Files and objects. */
export const storage = (): Rows => ({
  'efs:FileSystem': {
    type: 'aws:efs/fileSystem:FileSystem',
    same: 'availabilityZoneName throughputMode provisionedThroughputInMibps',
    renamed: {
      tags: tagsAt('fileSystemTags'),
      lifecyclePolicies: parts('lifecyclePolicies', { same: 'transitionToIa transitionToArchive' }),
    },
  },
  's3:Bucket': {
    type: 'aws:s3/bucket:Bucket',
    same: 'replicationConfiguration',
    renamed: {
      accelerationStatus: 'accelerateConfiguration.accelerationStatus',
      lifecycleRules: parts('lifecycleConfiguration.rules', {
        renamed: {
          transitions: parts('transitions', { same: 'storageClass' }),
          noncurrentVersionTransitions: parts('noncurrentVersionTransitions', { same: 'storageClass' }),
        },
      }),
    },
  },
  's3express:DirectoryBucket': 'aws:s3/directoryBucket:DirectoryBucket',
});
