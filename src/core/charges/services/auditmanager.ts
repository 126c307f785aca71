import { accountSetting, free } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume } from '../usage';

/** AWS Audit Manager: resource assessments. */
export const auditmanager: Service = {
  product: 'AWS Audit Manager',
  pricingPage: 'https://aws.amazon.com/audit-manager/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:auditmanager/accountRegistration:AccountRegistration': accountSetting(
      'switches the service on, assessments are billed',
    ),
    'aws:auditmanager/assessment:Assessment': metered({
      resourceAssessments: meter(
        'Resource assessments',
        'auditmanager/assessment',
        assume(0, 10_000, 'assessments a month'),
      ),
    }),
    ...free(
      'auditmanager',
      `
      assessmentDelegation assessmentReport control framework frameworkShare
      organizationAdminAccountRegistration
    `,
    ),
  },
};
