import { byUse } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon QLDB: storage. The service ended in July 2025; requests are not counted. */
export const qldb: Service = {
  product: 'Amazon QLDB',
  pricingPage: 'https://aws.amazon.com/qldb/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:qldb/ledger:Ledger': metered({
      journalGb: meter('Journal storage', 'qldb/journal.gb-month', assume(0, 10, 'GB')),
      indexedGb: meter('Indexed storage', 'qldb/indexed.gb-month', assume(0, 10, 'GB')),
    }),
    'aws:qldb/stream:Stream': byUse('feeds a Kinesis stream (service ended 2025-07)', 'C'),
  },
};
