import { free, through } from '../classes';
import { meter, metered } from '../meters';
import type { Service } from '../service';
import { assume, fixed } from '../usage';

/** Backups of EBS volumes and RDS databases cost what their snapshots do. */
const STORED = {
  efsGb: meter('Backups of EFS', 'backup/efs-warm.gb-month', assume(0, 100, 'GB')),
  dynamodbGb: meter('Backups of DynamoDB', 'backup/dynamodb-warm.gb-month', assume(0, 25, 'GB')),
  s3Gb: meter('Backups of S3', 'backup/s3-warm.gb-month', assume(0, 100, 'GB')),
  ebsGb: meter('Backups of EBS', 'ebs/snapshot.gb-month', assume(0, 100, 'GB')),
};

/** AWS Backup: recovery points in warm storage, audits and restore tests. */
export const backup: Service = {
  product: 'AWS Backup',
  pricingPage: 'https://aws.amazon.com/backup/pricing/',
  readOn: '2026-11-25',
  resources: {
    'aws:backup/framework:Framework': metered({
      evaluations: meter(
        'Control evaluations',
        'backup/audit-manager-evaluation',
        assume(0, 5_000, 'evaluations a month'),
      ),
    }),
    'aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault': metered({
      s3Gb: meter('Air-gapped backups of S3', 'backup/s3-warm-airgapped-vault.gb-month', assume(0, 100, 'GB')),
      efsGb: meter('Air-gapped backups of EFS', 'backup/efs-warm-airgapped-vault.gb-month', assume(0, 100, 'GB')),
      ebsGb: meter('Air-gapped backups of EBS', 'backup/ebs-warm-airgapped-vault.gb-month', assume(0, 100, 'GB')),
    }),
    'aws:backup/plan:Plan': through('aws:backup/vault:Vault', 'its backups are stored in a vault'),
    'aws:backup/restoreTestingPlan:RestoreTestingPlan': metered({
      restoreTests: meter('Restore tests', 'backup/restore-test', fixed(0, 30, 'tests a month')),
    }),
    'aws:backup/restoreTestingSelection:RestoreTestingSelection': through(
      'aws:backup/restoreTestingPlan:RestoreTestingPlan',
      'chooses what is restored',
    ),
    'aws:backup/selection:Selection': through('aws:backup/plan:Plan', 'chooses what is backed up'),
    'aws:backup/vault:Vault': metered(STORED),
    ...free(
      'backup',
      `
      globalSettings regionSettings reportPlan vaultLockConfiguration vaultNotifications vaultPolicy
    `,
    ),
  },
};
