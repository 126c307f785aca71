import type { Reading } from '../../reading';

/**
 * The zone group of a Local Zone or a Wavelength Zone, as the price book names it; undefined for an ordinary zone.
 * `us-west-2-lax-1a` is in `us-west-2-lax-1`, `us-east-1-wl1-bos-wlz-1` in `us-east-1-wl1-bos1`.
 */
export function zoneGroup(zone: Reading<string>): string | undefined {
  if (zone.state !== 'known') return undefined;
  const [, carrier, place, number] = /^(.+-wl\d)-([a-z]+)-wlz-(\d)$/.exec(zone.value) ?? [];
  if (carrier !== undefined) return `${carrier}-${place}${number}`;
  return /^([a-z]{2}(?:-[a-z]+)+-\d-[a-z]+-\d)[a-z]$/.exec(zone.value)?.[1];
}
