import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();

/** A NAT gateway in a region of its own. */
class Network extends pulumi.ComponentResource {
  constructor(name: string, region: pulumi.Input<string>) {
    super('acme:network:Network', name);
    const provider = new aws.Provider(name, { region: region as pulumi.Input<aws.Region> }, { parent: this });
    new aws.ec2.NatGateway(name, { subnetId: 'subnet-1', connectivityType: 'private' }, { parent: this, provider });
  }
}

/** Any token, also one that the SDK has no class for. */
class Token extends pulumi.CustomResource {}

new Network('frankfurt', 'eu-central-1');
new Network('tokyo', 'ap-northeast-1');

// Tokens of version 6 of the provider, and of programs that are older still.
new Token('aws:s3/bucketV2:BucketV2', 'archive', { tags: { team: 'shop' } });
new Token('aws:alb/loadBalancer:LoadBalancer', 'front', { internal: true, subnets: ['subnet-1'] });

if (config.getBoolean('native')) {
  new Token('aws-native:ec2:NatGateway', 'native', { subnetId: 'subnet-1', connectivityType: 'private' });
  new Token('aws-native:eks:Addon', 'native', { clusterName: 'shop', addonName: 'kubecost_kubecost' });
  new Token('aws-native:gamelift:Fleet', 'native', { name: 'shop' });
}

if (config.getBoolean('others')) {
  new Token('net:tf:aws_route53domains_domain', 'module.shop.aws_route53domains_domain.this', {
    domain_name: 'acme-shop.com',
    duration_in_years: 1,
  });
  const image = '709825985650.dkr.ecr.us-east-1.amazonaws.com/seller/agent:1';
  const spec = { template: { spec: { containers: [{ name: 'agent', image }] } } };
  new Token('kubernetes:apps/v1:Deployment', 'agent', { kind: 'Deployment', spec });
}

const ami = config.get('ami');
if (ami !== undefined)
  new aws.ec2.Instance(
    'web',
    { ami, instanceType: 't3.micro' },
    {
      replaceOnChanges: ['ami'],
      deleteBeforeReplace: config.getBoolean('deleteFirst') ?? false,
      retainOnDelete: config.getBoolean('keep') ?? false,
    },
  );

if (config.getBoolean('fail')) throw new Error('the program fails');

const commitment = config.get('commitment');
if (commitment !== undefined)
  new aws.savingsplans.SavingsPlan(
    'compute',
    { commitment, savingsPlanOfferingId: '00000000-0000-0000-0000-000000000000', upfrontPaymentAmount: '1314.00' },
    { replaceOnChanges: ['commitment'] },
  );

if (config.getBoolean('late')) {
  const logs = new aws.s3.Bucket('logs');
  new aws.savingsplans.SavingsPlan('late', {
    commitment: '0.30',
    savingsPlanOfferingId: '00000000-0000-0000-0000-000000000000',
    upfrontPaymentAmount: logs.id,
  });
  new aws.eks.Addon('late', { clusterName: 'shop', addonName: logs.id });
  new Token('aws:ec2/instance:Instance', 'late', { ami: 'ami-1', instanceType: logs.id });
  new Network('late', logs.id);
}
