import * as aws from '@pulumi/aws';

// Ordinary usage: credits cover all of this.
const vpc = new aws.ec2.Vpc('shop', { cidrBlock: '10.0.0.0/16' });
const subnet = new aws.ec2.Subnet('public', { vpcId: vpc.id, cidrBlock: '10.0.1.0/24' });
const address = new aws.ec2.Eip('nat', { domain: 'vpc' });
new aws.ec2.NatGateway('nat', { subnetId: subnet.id, allocationId: address.id });
new aws.ec2.Instance('web', { ami: 'ami-0123456789abcdef0', instanceType: 't3.medium', subnetId: subnet.id });

// You pay the upfront part of a Savings Plan; credits cover its hourly part.
new aws.savingsplans.SavingsPlan('compute', {
  savingsPlanOfferingId: '00000000-0000-0000-0000-000000000000',
  commitment: '0.30',
  upfrontPaymentAmount: '1314.00',
});

// Marketplace software on an EKS cluster: credits cover the cluster, not the add-on's licence.
const role = new aws.iam.Role('cluster', {
  assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'eks.amazonaws.com' }),
});
const cluster = new aws.eks.Cluster('shop', { roleArn: role.arn, vpcConfig: { subnetIds: [subnet.id] } });
new aws.eks.Addon('kubecost', { clusterName: cluster.name, addonName: 'kubecost_kubecost' });

// Credits never cover a domain.
new aws.route53domains.Domain('shop', {
  domainName: 'acme-shop.example',
  adminContact: {},
  registrantContact: {},
  techContact: {},
});

// A third-party model: credits cover it under Activate's terms only.
new aws.bedrock.AgentAgent('assistant', {
  agentName: 'assistant',
  agentResourceRoleArn: role.arn,
  foundationModel: 'anthropic.claude-3-5-sonnet-20241022-v2:0',
});

// On the Free plan this forfeits all Free Tier credits immediately.
new aws.organizations.Organization('acme', { featureSet: 'ALL' });

// Stays near $0 while credits last, so it never fires.
new aws.budgets.Budget('monthly', {
  budgetType: 'COST',
  limitAmount: '500',
  limitUnit: 'USD',
  timeUnit: 'MONTHLY',
});
