import * as aws from '@pulumi/aws';

const logs = new aws.s3.Bucket('logs', { tags: { team: 'platform' } });
new aws.ec2.NatGateway('gateway', { subnetId: 'subnet-0123456789abcdef0', connectivityType: 'private' });
new aws.savingsplans.SavingsPlan('plan', {
  commitment: '1.00',
  savingsPlanOfferingId: '00000000-0000-0000-0000-000000000000',
  upfrontPaymentAmount: '8760.00',
});

export const logsArn = logs.arn;
export const region = aws.getRegionOutput().region;
