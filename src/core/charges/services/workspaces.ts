import { mapReading, withDefault } from '../../reading';
import type { Charge } from '../charge';
import { byTime, byUse, free } from '../classes';
import { type Metering, priced, priceKey, type Service } from '../service';
import { fixed } from '../usage';

/** Amazon WorkSpaces: personal WorkSpaces, as for Windows with its licence. */
export const workspaces: Service = {
  product: 'Amazon WorkSpaces',
  pricingPage: 'https://aws.amazon.com/workspaces/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:workspaces/directory:Directory': byUse(
      'Simple AD and AD Connector are free while used with WorkSpaces, else billed as a directory',
    ),
    'aws:workspaces/pool:Pool': byTime('streaming instances by the hour, and a monthly user fee for Windows'),
    'aws:workspaces/workspace:Workspace': priced(
      { runningHours: fixed(0, 80, 'hours a month in which it runs') },
      workspace,
    ),
    ...free('workspaces', 'connectionAlias ipGroup'),
  },
};

/** The hourly price of a WorkSpace that stops by itself, which the list has for the usual volumes of each size. */
const HOURS = new Map([
  ['value', 'value-root80-user10'],
  ['standard', 'standard-root80-user50'],
  ['performance', 'performance-root80-user100'],
  ['power', 'power-root175-user100'],
  ['powerpro', 'powerpro-root175-user100'],
]);

/** The bundle decides the operating system, and a plan does not show it: this is the price for Windows. */
function workspace(metering: Metering<'runningHours'>): Charge[] {
  const read = (name: string) => metering.properties.text(`workspaceProperties.${name}`);
  // The provider's defaults.
  const size = mapReading(withDefault(read('computeTypeName'), 'VALUE'), (name) => name.toLowerCase());
  const gib = (name: string) => metering.properties.quantity(`workspaceProperties.${name}`);
  const root = mapReading(withDefault(gib('rootVolumeSizeGib'), 80), String);
  const user = mapReading(withDefault(gib('userVolumeSizeGib'), 10), String);
  const mode = withDefault(read('runningMode'), 'ALWAYS_ON');
  const what = 'WorkSpace, Windows price';
  if (mode.state === 'unknown') return [metering.monthly(what, mode, 1, 'WorkSpaces')];
  const stops = mode.value === 'AUTO_STOP';
  const key = priceKey`workspaces/windows-${size}-root${root}-user${user}-${stops ? 'autostop' : 'alwayson'}.month`;
  const monthly = metering.monthly(what, key, 1, 'WorkSpaces');
  if (!stops) return [monthly];
  const hour = priceKey`workspaces/windows-${mapReading(size, (name) => HOURS.get(name) ?? name)}-autostop.hour`;
  return [monthly, metering.usage('WorkSpace, running', hour, 'runningHours')];
}
