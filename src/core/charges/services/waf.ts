import { classicWaf } from '../parts/classic-waf';

export const waf = classicWaf(
  'waf',
  `
  byteMatchSet geoMatchSet ipSet regexMatchSet regexPatternSet sizeConstraintSet sqlInjectionMatchSet
  xssMatchSet
`,
);
