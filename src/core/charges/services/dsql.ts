import { free, through } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** Amazon Aurora DSQL: processing units and storage. */
export const dsql: Service = {
  product: 'Amazon Aurora DSQL',
  pricingPage: 'https://aws.amazon.com/rds/aurora/dsql/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:dsql/cluster:Cluster': metered({
      dpus: meter('Distributed processing units', 'auroradsql/dpu', assume(0, 1_000_000, 'units a month')),
      storageGb: meter('Storage', 'auroradsql/storage.gb-month', assume(0, 10, 'GB')),
    }),
    'aws:dsql/clusterPeering:ClusterPeering': through('aws:dsql/cluster:Cluster', 'replicated writes'),
    ...free('dsql', 'clusterPolicy'),
  },
};
