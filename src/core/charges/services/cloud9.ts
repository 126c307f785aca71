import { free } from '../classes';
import { priced, priceKey, type Service } from '../service';
import { fixed } from '../usage';

/** AWS Cloud9: the instance and the volume of an environment. */
export const cloud9: Service = {
  product: 'Amazon EC2',
  pricingPage: 'https://aws.amazon.com/cloud9/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:cloud9/environmentEC2:EnvironmentEC2': priced(
      { runningHours: fixed(0, 160, 'hours a month in which it runs') },
      (metering) => [
        metering.usage(
          'EC2 instance, Linux price',
          priceKey`ec2/${metering.properties.text('instanceType')}.hour`,
          'runningHours',
        ),
        metering.monthly('EBS volume', 'ebs/gp2.gb-month', 10, 'GB'), // the volume that AWS makes
      ],
    ),
    ...free('cloud9', 'environmentMembership'),
  },
};
