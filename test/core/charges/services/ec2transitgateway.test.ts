import { describe, expect, test } from 'vitest';
import { amounts, chargesOf } from '../../../support/resources';

describe('transit gateway', () => {
  test.each([
    ['aws:ec2transitgateway/connect:Connect', 'Transit gateway Connect attachment'],
    ['aws:ec2transitgateway/peeringAttachment:PeeringAttachment', 'Transit gateway peering attachment'],
    ['aws:ec2transitgateway/peeringAttachmentAccepter:PeeringAttachmentAccepter', 'Transit gateway peering attachment'],
  ])('%s', (type, what) => {
    expect(amounts(chargesOf({ type }))).toEqual([[what, '36.50', '36.50']]);
  });

  test('a VPC that is attached pays for its data too', () => {
    expect(amounts(chargesOf({ type: 'aws:ec2transitgateway/vpcAttachment:VpcAttachment' }))).toEqual([
      ['Transit gateway VPC attachment', '36.50', '36.50'],
      ['Transit gateway data processed', '0.00', '2.00'],
    ]);
  });
});
