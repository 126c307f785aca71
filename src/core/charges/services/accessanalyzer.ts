import { withDefault } from '../../reading';
import type { Charge } from '../charge';
import { free } from '../classes';
import { type Metering, priced, type Service } from '../service';
import { assume } from '../usage';

/** AWS IAM Access Analyzer: analyzers of unused and of internal access. Custom policy checks are not counted. */
export const accessanalyzer: Service = {
  product: 'AWS IAM Access Analyzer',
  pricingPage: 'https://aws.amazon.com/iam/access-analyzer/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:accessanalyzer/analyzer:Analyzer': priced(
      { principals: assume(0, 100, 'roles and users'), resources: assume(0, 10, 'resources') },
      analysis,
    ),
    ...free('accessanalyzer', 'archiveRule'),
  },
};

/** The provider's default analyzes external access, which is free. */
function analysis(metering: Metering<'principals' | 'resources'>): Charge[] {
  const type = withDefault(metering.properties.text('type'), 'ACCOUNT');
  const what = 'Access analysis';
  if (type.state === 'unknown') return [metering.usage(what, type, 'principals')];
  if (type.value.toUpperCase().endsWith('_UNUSED_ACCESS')) {
    return [metering.usage(what, 'accessanalyzer/unused-access.role-or-user-month', 'principals')];
  }
  if (type.value.toUpperCase().endsWith('_INTERNAL_ACCESS')) {
    return [metering.usage(what, 'accessanalyzer/internal-access.resource-month', 'resources')];
  }
  return [];
}
