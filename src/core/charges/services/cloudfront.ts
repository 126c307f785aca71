import type { Charge } from '../charge';
import { type Bill, fromTo, priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon CloudFront: data and requests of distributions. The account's monthly free tier is not subtracted. */
export const cloudfront: Service = {
  product: 'Amazon CloudFront',
  pricingPage: 'https://aws.amazon.com/cloudfront/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:cloudfront/distribution:Distribution': priced(
      { dataOutGb: assume(0, 100, 'GB a month'), monthlyRequests: assume(0, 1_000_000, 'requests a month') },
      (bill) => [
        bill.usage('Data to viewers, US and Europe', 'cloudfront/us-eu-internet-out-first10tb.gb', 'dataOutGb'),
        bill.usage('HTTPS requests, US', 'cloudfront/us-https.request', 'monthlyRequests'),
        ...dedicatedIp(bill),
      ],
    ),
  },
};

/** Serving old clients that know no SNI takes addresses for the certificate alone, at a high monthly price. */
function dedicatedIp(bill: Bill): Charge[] {
  const method = bill.properties.text('viewerCertificate.sslSupportMethod');
  if (method.state === 'absent' || (method.state === 'known' && method.value !== 'vip')) return [];
  const count = method.state === 'known' ? 1 : fromTo(0, 1);
  return [
    bill.monthly('Dedicated IP custom SSL', 'cloudfront/custom-ssl-dedicated-ip.month', count, 'custom certificate'),
  ];
}
