import { byTime, free } from '../classes';
import { LAUNCH_USAGE, launchCharges, launchElsewhere, launchTemplate } from '../parts/launch';
import { fromTo, priced, type Service } from '../service';

/** Amazon GameLift: the instances that a game server group makes on EC2. Managed fleets are not priced. */
export const gamelift: Service = {
  product: 'Amazon EC2',
  pricingPage: 'https://aws.amazon.com/gamelift/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:gamelift/fleet:Fleet': byTime('instances by type'),
    'aws:gamelift/gameServerGroup:GameServerGroup': priced(LAUNCH_USAGE, (metering) => {
      const template = launchTemplate(metering) ?? launchElsewhere(metering.missing('launchTemplate'));
      const kinds = metering.properties.items('instanceDefinitions');
      const types =
        kinds.state === 'known'
          ? kinds.value.map((kind) => (kind.state === 'known' ? kind.value.text('instanceType') : kind))
          : [kinds];
      const [first, ...others] = types;
      const count = fromTo(metering.properties.quantity('minSize'), metering.properties.quantity('maxSize'));
      const launch = first === undefined ? template : { ...template, types: [first, ...others] as const };
      return launchCharges(metering, launch, count);
    }),
    ...free('gamelift', 'alias build gameSessionQueue script', 'C'),
  },
};
