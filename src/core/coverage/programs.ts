import type { Program } from '../programs';
import type { Source } from './rule';

/** Where credits come from, and what is different about them. */
export interface ProgramFacts extends Source {
  readonly name: string;
  readonly facts: string;
  /** What it changes in the rules. */
  readonly effect: string;
}

const GENERAL = 'The general list of exclusions.';
const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

export const programs: Readonly<Record<Program, ProgramFacts>> = {
  activate: {
    name: 'AWS Activate (Founders, Portfolio)',
    facts:
      'Founders $1,000 to $5,000, Portfolio up to $200,000; valid one to two years by package. AWS writes 60 and 30 days before the end, and at 75 % and 100 % used.',
    effect: 'Third-party models on Bedrock are covered. Other Marketplace charges are not.',
    url: 'https://aws.amazon.com/startups/faq',
    asOf: '2026-11-23',
    confidence: 'A',
  },
  'free-tier': {
    name: 'Free Tier credits',
    facts:
      '$100 at sign-up and up to $100 more; the Free plan ends after six months or when they are used up, and no other credit can be redeemed on it. Read the end from the credit itself: AWS texts differ.',
    effect: 'An Organization or a landing zone on the Free plan ends them at once.',
    url: 'https://aws.amazon.com/free/free-tier-faqs/',
    asOf: '2026-11-23',
    confidence: 'B',
  },
  map: {
    name: 'Migration Acceleration Program',
    facts: 'Earned on resources that carry the tag map-migrated: no tag, no credit.',
    effect: GENERAL,
    url: 'https://aws.amazon.com/migration-acceleration-program/',
    asOf: '2026-11-23',
    confidence: 'A',
  },
  nonprofit: {
    name: 'Nonprofit (TechSoup, Imagine Grant)',
    facts: 'Valid one year; AWS may cancel it at any time.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'B',
  },
  research: {
    name: 'Cloud Credit for Research',
    facts: 'General terms; one guide says EC2 as On-Demand and Spot only.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'C',
  },
  educate: {
    name: 'Educate and student credits',
    facts: 'For courses and labs; older grants listed seven services.',
    effect: "The credit's own product list decides.",
    ...TERMS,
    confidence: 'A',
  },
  event: {
    name: 'Events and promotional codes',
    facts: 'Small and short.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'D',
  },
  'proof-of-concept': {
    name: 'Proof of concept, Bedrock, AI accelerators',
    facts: 'May list a few services only.',
    effect: "The credit's own product list decides.",
    ...TERMS,
    confidence: 'C',
  },
  partner: {
    name: 'Partner Network benefits',
    facts: 'Handed out through AWS Partner Central.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'A',
  },
  'open-source': {
    name: 'Open-source credits',
    facts: 'Yearly, renewed on request.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'C',
  },
  'third-party': {
    name: 'Bought from a third party',
    facts:
      "AWS's terms forbid selling, renting and transferring a credit, and AWS may cancel it. Verify it in the Billing console before you rely on it.",
    effect: 'The general list of exclusions; count the credit as at risk.',
    ...TERMS,
    confidence: 'B',
  },
  other: { name: 'Another programme', facts: 'The general terms apply.', effect: GENERAL, ...TERMS, confidence: 'A' },
  unknown: {
    name: 'Not stated',
    facts: 'Nobody has said where the credits come from.',
    effect: 'What only some programmes pay, such as third-party models on Bedrock, is unknown.',
    ...TERMS,
    confidence: 'A',
  },
};

/** How any of them is redeemed. */
export const REDEEMING =
  'Redeem a code in the Billing and Cost Management console, under Credits, in the account that should own it. It may take hours to show, and pays only charges from the month of redemption on.';
