import { notSet, unknown } from '../../reading';
import type { Charge } from '../charge';
import { accountSetting, free } from '../classes';
import { type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon Inspector: scans of instances, images and functions of the account. */
export const inspector2: Service = {
  product: 'Amazon Inspector',
  pricingPage: 'https://aws.amazon.com/inspector/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:inspector2/enabler:Enabler': priced(
      {
        instances: assume(0, 10, 'EC2 instances scanned'),
        images: assume(0, 50, 'images pushed a month'),
        functions: assume(0, 20, 'Lambda functions scanned'),
      },
      scans,
    ),
    'aws:inspector2/organizationConfiguration:OrganizationConfiguration': accountSetting(
      'switches scans on in other accounts',
    ),
    ...free('inspector2', 'delegatedAdminAccount filter memberAssociation', 'C'),
  },
};

/** What each resource type that is scanned costs. */
function scans(metering: Metering<'instances' | 'images' | 'functions'>): Charge[] {
  const types = metering.properties.list('resourceTypes');
  if (types.state !== 'known') {
    return [metering.usage('Scans', types.state === 'absent' ? notSet(types) : types, 'instances')];
  }
  return types.value.map((type) => {
    if (type.state !== 'known')
      return metering.usage('Scans', unknown('one of resourceTypes is not known'), 'instances');
    switch (type.value) {
      case 'EC2':
        return metering.usage('Instances scanned', 'inspector/ec2-agent-scan.instance-hour', 'instances', 730);
      case 'ECR':
        return metering.usage('Images scanned', 'inspector/ecr-initial-scan', 'images');
      case 'LAMBDA':
        return metering.usage('Functions scanned', 'inspector/lambda-standard.function-hour', 'functions', 730);
      default:
        return metering.usage('Scans', unknown('no price for one of resourceTypes'), 'instances');
    }
  });
}
