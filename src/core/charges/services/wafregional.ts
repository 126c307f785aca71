import { classicWaf } from '../parts/classic-waf';

export const wafregional = classicWaf(
  'wafregional',
  `
  byteMatchSet geoMatchSet ipSet regexMatchSet regexPatternSet sizeConstraintSet sqlInjectionMatchSet
  webAclAssociation xssMatchSet
`,
);
