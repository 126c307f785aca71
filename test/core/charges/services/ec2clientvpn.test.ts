import { expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

test('Client VPN', () => {
  expect(amounts(chargesOf({ type: 'aws:ec2clientvpn/endpoint:Endpoint' }))).toEqual([
    ['Client VPN connections', '0.00', '36.50'],
  ]);
  expect(amounts(chargesOf({ type: 'aws:ec2clientvpn/networkAssociation:NetworkAssociation' }))).toEqual([
    ['Client VPN endpoint association', '73.00', '73.00'],
  ]);
});
