import type { Program } from '../credits/program';
import type { Source } from './rule';

/** Where credits come from, and what is different about them. */
export interface ProgramTerms extends Source {
  readonly name: string;
  readonly facts: string;
  /** What it changes in the rules. */
  readonly effect: string;
}

const GENERAL = 'The general exclusions apply.';
const TERMS = { url: 'https://aws.amazon.com/awscredits/', asOf: '2024-12-16' } as const;

export const PROGRAM_TERMS: Readonly<Record<Program, ProgramTerms>> = {
  activate: {
    name: 'AWS Activate (Founders, Portfolio)',
    facts:
      'Founders $1,000 to $5,000, Portfolio up to $200,000; valid for one or two years, by package. AWS sends e-mail 60 and 30 days before they expire, and when 75 % and 100 % are used.',
    effect: 'They cover third-party models on Bedrock, and no other Marketplace charge.',
    url: 'https://aws.amazon.com/startups/faq',
    asOf: '2026-11-23',
    confidence: 'A',
  },
  'free-tier': {
    name: 'Free Tier credits',
    facts:
      "$100 at sign-up and up to $100 more. The Free plan ends after six months or when they run out: AWS then closes the account, and an upgrade within 90 days restores it. No other credit can be redeemed on it. AWS's texts differ on when they expire: read it from the credit.",
    effect: 'Creating an Organization or a landing zone on the Free plan forfeits them immediately.',
    url: 'https://aws.amazon.com/free/free-tier-faqs/',
    asOf: '2026-11-23',
    confidence: 'B',
  },
  map: {
    name: 'Migration Acceleration Program',
    facts: 'Earned by resources with the tag map-migrated: no tag, no credit.',
    effect: 'The general exclusions apply. The check `terms` names the resources of a plan that lack the tag.',
    url: 'https://s3.us-west-2.amazonaws.com/map-2.0-customer-documentation/html/AWSMapDocs/getting-started-step2.html',
    asOf: '2026-11-30',
    confidence: 'A',
  },
  nonprofit: {
    name: 'Nonprofit (TechSoup, Imagine Grant)',
    facts: 'Valid for one year. AWS may cancel them at any time.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'B',
  },
  research: {
    name: 'Cloud Credit for Research',
    facts: 'General terms. One guide says that on EC2 they cover On-Demand and Spot Instances only.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'C',
  },
  educate: {
    name: 'Educate and student credits',
    facts: 'For courses and labs. Older grants listed seven services.',
    effect: "The credit's own product list decides.",
    ...TERMS,
    confidence: 'A',
  },
  event: {
    name: 'Events and promotional codes',
    facts: 'Small amounts for a short time.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'D',
  },
  'proof-of-concept': {
    name: 'Proof of concept, Bedrock, AI accelerators',
    facts: 'They may list only a few services.',
    effect: "The credit's own product list decides.",
    ...TERMS,
    confidence: 'C',
  },
  partner: {
    name: 'Partner Network benefits',
    facts: 'Granted through AWS Partner Central.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'A',
  },
  'open-source': {
    name: 'Open-source credits',
    facts: 'Granted for a year, renewed on request.',
    effect: GENERAL,
    ...TERMS,
    confidence: 'C',
  },
  'third-party': {
    name: 'Bought from a third party',
    facts:
      "AWS's terms forbid selling, licensing, renting and transferring a promotional credit, and AWS may cancel it. Verify it in the Billing console before you rely on it.",
    effect:
      'The general exclusions apply. The credit is at risk: the check `terms` tells how long the others last without it.',
    ...TERMS,
    confidence: 'B',
  },
  other: { name: 'Another programme', facts: 'The general terms apply.', effect: GENERAL, ...TERMS, confidence: 'A' },
  unknown: {
    name: 'Not set',
    facts: 'The configuration does not say where the credits come from.',
    effect: 'Whether credits cover what only some programmes cover, such as third-party models on Bedrock, is unknown.',
    ...TERMS,
    confidence: 'A',
  },
};

/** How any of them is redeemed. */
export const REDEEMING =
  'Redeem a code in the Billing and Cost Management console, under Credits, in the account that should own it. It may take hours to appear, and covers charges from the month of redemption on.';
