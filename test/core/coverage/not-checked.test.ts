import { describe, expect, test } from 'vitest';
import { countNotChecked } from '../../../src/core/coverage/not-checked';
import { aResource, LATER } from '../../support/resources';
import type { Values } from './judging';

describe('what is not checked', () => {
  test('is counted by kind, and container definitions only when they are decided later', () => {
    const instance = (name: string) =>
      aResource({ type: 'aws:ec2/instance:Instance', name, properties: { ami: 'ami-1' } });
    const task = (containerDefinitions: unknown) =>
      aResource({ type: 'aws:ecs/taskDefinition:TaskDefinition', properties: { containerDefinitions } });
    const counted = countNotChecked([instance('a'), instance('b'), task('[]'), task(LATER)]);
    expect(counted.map(({ row, count }) => [row.id, count])).toEqual([
      ['marketplace-ami', 2],
      ['marketplace-container-image', 1],
    ]);
  });

  test.each<[string, string, Values, number]>([
    ['an image decided later', 'aws:ec2/instance:Instance', { ami: LATER }, 1],
    ['an instance that leaves its image to a template', 'aws:ec2/instance:Instance', { launchTemplate: {} }, 0],
    ['a public parameter', 'aws:ec2/launchTemplate:LaunchTemplate', { imageId: 'resolve:ssm:/aws/service/x/y' }, 0],
    ['a parameter of one’s own', 'aws:ec2/launchTemplate:LaunchTemplate', { imageId: 'resolve:ssm:/golden' }, 1],
    [
      'an image of AWS',
      'aws:imagebuilder/imageRecipe:ImageRecipe',
      { parentImage: 'arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x' },
      0,
    ],
    ['a fleet', 'aws:ec2/fleet:Fleet', {}, 1],
    ['a Spot fleet of templates', 'aws:ec2/spotFleetRequest:SpotFleetRequest', { launchTemplateConfigs: [{}] }, 1],
    ['a Spot fleet', 'aws:ec2/spotFleetRequest:SpotFleetRequest', { launchSpecifications: [{ ami: 'ami-1' }] }, 1],
    [
      'a Spot fleet of public images',
      'aws:ec2/spotFleetRequest:SpotFleetRequest',
      { launchSpecifications: [{ ami: 'resolve:ssm:/aws/service/x/y' }] },
      0,
    ],
    ['a network', 'aws:ec2/vpc:Vpc', {}, 0],
    ['a function of an image decided later', 'aws:lambda/function:Function', { imageUri: LATER }, 1],
    ['a function of code', 'aws:lambda/function:Function', { code: LATER, handler: 'index.handler' }, 0],
    [
      'a container of a daemon',
      'aws:ecs/daemonTaskDefinition:DaemonTaskDefinition',
      { containerDefinitions: [{ image: LATER, secrets: LATER }] },
      1,
    ],
    [
      'a secret beside a known image',
      'aws:ecs/daemonTaskDefinition:DaemonTaskDefinition',
      { containerDefinitions: [{ image: 'shop:1', secrets: LATER }] },
      0,
    ],
    ['a stack of somebody’s application', 'aws:serverlessrepository/cloudFormationStack:CloudFormationStack', {}, 1],
    ['an offering', 'aws:savingsplans/savingsPlan:SavingsPlan', { savingsPlanOfferingId: 'a-1' }, 1],
    [
      'an offering whose option the provider answered',
      'aws:savingsplans/savingsPlan:SavingsPlan',
      { savingsPlanOfferingId: 'a-1', paymentOption: 'No Upfront' },
      0,
    ],
    ['an offering with a fee', 'aws:rds/reservedInstance:ReservedInstance', { offeringId: 'a-1', fixedPrice: 500 }, 0],
    ['an add-on of AWS', 'aws:eks/addon:Addon', { addonName: 'vpc-cni' }, 0],
    ['a federated catalog', 'aws:athena/dataCatalog:DataCatalog', { type: 'Federated' }, 1],
    ['a partner of Redshift', 'aws:redshift/partner:Partner', { partnerName: 'x' }, 1],
    ['a catalog of Glue', 'aws:athena/dataCatalog:DataCatalog', { type: 'GLUE' }, 0],
  ])('%s', (_, type, properties, expected) => {
    expect(countNotChecked([aResource({ type, properties })]).reduce((sum, { count }) => sum + count, 0)).toBe(
      expected,
    );
  });

  test('the command holds the images of the plan, and nothing that is no image id', () => {
    const instance = (name: string, ami: string) =>
      aResource({ type: 'aws:ec2/instance:Instance', name, properties: { ami } });
    const plan = [
      instance('a', 'ami-0b'),
      instance('b', 'ami-0a'),
      instance('c', 'ami-0b'),
      instance('d', 'ami-1; rm -rf'),
      aResource({
        type: 'aws:ec2/spotFleetRequest:SpotFleetRequest',
        name: 'e',
        properties: { launchSpecifications: [{ ami: 'ami-0c' }, { ami: 'ami-0a' }] },
      }),
    ];
    const [line] = countNotChecked(plan);
    expect([line?.count, line?.row.check.split(' --region')[0]]).toEqual([
      5,
      'aws ec2 describe-images --image-ids ami-0a ami-0b ami-0c',
    ]);
  });

  test.each<[string, Values, string]>([
    [
      'aws:savingsplans/savingsPlan:SavingsPlan',
      { savingsPlanOfferingId: 'b1c2d3e4-0000-4000-8000-000000000000' },
      'aws savingsplans describe-savings-plans-offerings --offering-ids b1c2d3e4-0000-4000-8000-000000000000 ',
    ],
    [
      'aws:eks/addon:Addon',
      { addonName: 'kubecost_kubecost' },
      'aws eks describe-addon-versions --addon-name kubecost_kubecost --output json > addons.json: ',
    ],
    [
      'aws:eks/addon:Addon',
      { addonName: 'a_b; rm -rf /' },
      'aws eks describe-addon-versions --addon-name <id> --output json > addons.json: ',
    ],
    [
      'aws:rds/reservedInstance:ReservedInstance',
      { offeringId: LATER },
      'aws rds describe-reserved-db-instances-offerings --reserved-db-instances-offering-id <id> --output json > offerings.json: ',
    ],
  ])('%s with %j is checked by %s', (type, properties, command) => {
    const [line] = countNotChecked([aResource({ type, properties })]);
    expect(line?.row.check).toContain(command);
  });
});
