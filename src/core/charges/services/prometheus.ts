import { priced, type Service } from '../service';
import { assume } from '../usage';

/** Amazon Managed Service for Prometheus: samples, storage and collectors. Queries are not counted. */
export const prometheus: Service = {
  product: 'Amazon Managed Service for Prometheus',
  pricingPage: 'https://aws.amazon.com/prometheus/pricing/',
  readOn: '2026-11-24',
  resources: {
    'aws:amp/workspace:Workspace': priced(
      { samples: assume(0, 100_000_000, 'samples a month'), storageGb: assume(0, 10, 'GB') },
      (bill) => [
        bill.usage('Metric samples', 'prometheus/ingest-first2b.sample', 'samples'),
        bill.usage('Metric storage', 'prometheus/storage.gb-month', 'storageGb'),
      ],
    ),
    'aws:amp/scraper:Scraper': priced({}, (bill) => [bill.hourly('Managed collector', 'prometheus/collector.hour')]),
  },
};
