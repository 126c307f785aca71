import * as aws from '@pulumi/aws';

const vpc = new aws.ec2.Vpc('site', { cidrBlock: '10.0.0.0/16' });
const subnets = ['a', 'b'].map(
  (zone, i) =>
    new aws.ec2.Subnet(zone, { vpcId: vpc.id, cidrBlock: `10.0.${i}.0/24`, availabilityZone: `eu-west-1${zone}` }),
);
const balancer = new aws.lb.LoadBalancer('site', { subnets: subnets.map((subnet) => subnet.id), internal: true });
const targets = new aws.lb.TargetGroup('site', { vpcId: vpc.id, port: 80, protocol: 'HTTP' });
new aws.lb.Listener('http', {
  loadBalancerArn: balancer.arn,
  port: 80,
  defaultActions: [{ type: 'forward', targetGroupArn: targets.arn }],
});
new aws.ec2.Instance('web', {
  ami: 'ami-0123456789abcdef0',
  instanceType: 't3.small',
  subnetId: subnets[0]?.id,
  associatePublicIpAddress: false,
});
new aws.budgets.Budget('monthly', {
  budgetType: 'COST',
  limitAmount: '100',
  limitUnit: 'USD',
  timeUnit: 'MONTHLY',
  costTypes: { includeCredit: false },
});
