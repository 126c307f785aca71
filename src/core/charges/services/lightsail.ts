import { mapReading, unknown, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, free, through } from '../classes';
import { perHour } from '../meters';
import { fromTo, type Metering, priced, priceKey, type Service } from '../service';

/** Amazon Lightsail: instances, databases, disks, load balancers, container services and static addresses. */
export const lightsail: Service = {
  product: 'Amazon Lightsail',
  pricingPage: 'https://aws.amazon.com/lightsail/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:lightsail/bucket:Bucket': byTime('monthly bundle'),
    'aws:lightsail/containerService:ContainerService': priced({}, (metering) => [
      metering.hourly(
        'Container nodes',
        priceKey`lightsail/container-${metering.properties.text('power')}.node-hour`,
        metering.properties.quantity('scale'),
      ),
    ]),
    'aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion': through(
      'aws:lightsail/containerService:ContainerService',
      'deploys on the service',
    ),
    'aws:lightsail/database:Database': priced({}, (metering) => [
      metering.hourly(
        'Lightsail database',
        priceKey`lightsail/database-${mapReading(metering.properties.text('bundleId'), databaseBundle)}.hour`,
      ),
    ]),
    'aws:lightsail/disk:Disk': priced({}, (metering) => [
      metering.monthly(
        'Block storage',
        'lightsail/block-storage.gb-month',
        metering.properties.quantity('sizeInGb'),
        'GB',
      ),
    ]),
    'aws:lightsail/distribution:Distribution': byTime('monthly bundle'),
    'aws:lightsail/instance:Instance': priced({}, (metering) => {
      const bundle = metering.properties.text('bundleId');
      const key = priceKey`lightsail/instance-${mapReading(bundle, instanceBundle)}.hour`;
      return [metering.hourly('Lightsail instance', key), ...snapshots(metering)];
    }),
    'aws:lightsail/lb:Lb': perHour('Lightsail load balancer', 'lightsail/load-balancer.hour'),
    'aws:lightsail/staticIp:StaticIp': priced({}, (metering) => [
      // Free while it is attached to a running instance.
      metering.hourly('Static IP address that is not attached', 'lightsail/unused-static-ip.hour', fromTo(0, 1)),
    ]),
    ...free(
      'lightsail',
      `
      bucketAccessKey bucketResourceAccess certificate disk_attachment instancePublicPorts keyPair lbAttachment
      lbCertificate lbCertificateAttachment lbHttpsRedirectionPolicy lbStickinessPolicy staticIpAttachment
    `,
    ),
    ...free('lightsail', 'domain domainEntry', 'C'),
  },
};

/** Memory of each size of bundle, as the price list names it. */
const MEMORY = new Map([
  ['nano', '0.5gb'],
  ['micro', '1gb'],
  ['small', '2gb'],
  ['medium', '4gb'],
  ['large', '8gb'],
  ['xlarge', '16gb'],
  ['2xlarge', '32gb'],
  ['4xlarge', '64gb'],
]);

/** `small_3_0`, `small_win_3_0`; a bundle without an IPv4 address (`small_ipv6_3_0`) costs less and has no row. */
function instanceBundle(bundle: string): string {
  const [size = '', kind = ''] = bundle.split('_');
  const system = kind === 'win' ? 'windows' : kind === 'ipv6' ? 'ipv6' : 'linux';
  return `${system}-${MEMORY.get(size) ?? size}`;
}

/** `micro_1_0`, `micro_ha_1_0` for one with a standby. */
function databaseBundle(bundle: string): string {
  const [size = '', kind = ''] = bundle.split('_');
  return `${kind === 'ha' ? 'ha' : 'standard'}-${MEMORY.get(size) ?? size}`;
}

/** Automatic snapshots are off unless an add-on asks for them. */
function snapshots(metering: Metering): Charge[] {
  const status = withDefault(metering.properties.text('addOn.status'), 'Disabled');
  if (status.state === 'known' && status.value === 'Disabled') return [];
  return [
    metering.stated('usage', 'Automatic snapshots', unknown('addOn: how much snapshots store depends on what changes')),
  ];
}
