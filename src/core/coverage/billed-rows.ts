import { sameProduct } from './products';
import type { Rule, Source } from './rule';

/** A row of AWS's bill that credits do not cover, or perhaps not, whatever resource is behind it. */
export interface UncoveredRow extends Source, Pick<Rule, 'creditCanPay'> {
  /** AWS's terms are silent on it: what no credit names is unknown, and not cash. */
  readonly isUnknown?: true;
  /** Names under which it stands on a bill, in Cost Explorer and in `burn:`. */
  readonly names: readonly string[];
  /** What names that cannot be listed have in common. */
  readonly pattern?: RegExp;
  /** The product that a credit lists for it. */
  readonly listedAs?: string;
  /** Programmes whose terms make an exception. */
  readonly coveredUnder?: Rule['coveredUnder'];
}

const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

export const uncoveredRows: readonly UncoveredRow[] = [
  { names: ['AWS Marketplace'], creditCanPay: 'marketplace', confidence: 'A', ...TERMS },
  // Models of third parties: each is a row, such as "Claude Sonnet 4.5 (Amazon Bedrock Edition)".
  {
    names: [],
    pattern: /\(Amazon Bedrock Edition\)\s*$/i,
    listedAs: 'Amazon Bedrock',
    creditCanPay: 'marketplace',
    coveredUnder: ['activate'],
    confidence: 'C',
    url: 'https://aws.amazon.com/startups/faq',
    asOf: '2026-11-23',
  },
  { names: ['Amazon Registrar'], creditCanPay: 'never', confidence: 'A', ...TERMS },
  { names: ['Amazon Mechanical Turk'], creditCanPay: 'never', confidence: 'A', ...TERMS },
  { names: ['AWS Support (Enterprise)', 'AWS Enterprise Support'], creditCanPay: 'never', confidence: 'B', ...TERMS },
  {
    names: [
      'AWS Support',
      'AWS Support (Developer)',
      'AWS Support (Business)',
      'AWS Business Support',
      'AWS Developer Support',
    ],
    creditCanPay: 'product',
    confidence: 'B',
    ...TERMS,
  },
  // Newer than the terms.
  {
    names: ['AWS Business Support+', 'AWS Unified Operations'],
    creditCanPay: 'product',
    isUnknown: true,
    url: 'https://aws.amazon.com/premiumsupport/pricing/',
    asOf: '2026-10-04',
    confidence: 'D',
  },
  {
    names: [
      'AWS Managed Services',
      'AWS Professional Services',
      'AWS Training',
      'AWS Certification',
      'AWS Training and Certification',
    ],
    creditCanPay: 'never',
    confidence: 'A',
    ...TERMS,
  },
  {
    names: ['Tax'],
    creditCanPay: 'never',
    url: 'https://github.com/femiwiki/femiwiki/issues/520',
    asOf: '2026-09-20',
    confidence: 'C',
  },
];

/** The row that credits do not cover; undefined for ordinary usage. */
export const uncoveredRow = (name: string): UncoveredRow | undefined =>
  uncoveredRows.find(({ names, pattern }) => names.some((one) => sameProduct(one, name)) || pattern?.test(name));

/** Is it the fee of a support plan? */
export const isSupport = (name: string): boolean =>
  uncoveredRow(name)?.names.some((one) => /Support|Unified Operations/.test(one)) === true;
