import { free } from '../classes';
import { meter, metered } from '../meters';
import { priced, type Service } from '../service';
import { assume, fixed } from '../usage';

/** EC2 Image Builder: snapshots behind the images that it makes. */
export const imagebuilder: Service = {
  product: 'Amazon EC2',
  pricingPage: 'https://aws.amazon.com/image-builder/',
  readOn: '2026-11-25',
  resources: {
    'aws:imagebuilder/image:Image': priced({ storedGb: fixed(8, 30, 'GB of image') }, (metering) => [
      // The instance that builds it runs for less than an hour as a rule; the image stays.
      metering.usage('Image snapshots', 'ebs/snapshot.gb-month', 'storedGb'),
    ]),
    'aws:imagebuilder/imagePipeline:ImagePipeline': metered({
      storedGb: meter('Image snapshots', 'ebs/snapshot.gb-month', assume(0, 100, 'GB of images')),
    }),
    ...free(
      'imagebuilder',
      `
      component containerRecipe distributionConfiguration imageRecipe infrastructureConfiguration
      lifecyclePolicy workflow
    `,
    ),
  },
};
