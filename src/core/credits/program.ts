/** Whose terms apply to the credits: what an owner writes as `program:`. What is different about each is in `coverage/program-terms`. */
export const PROGRAMS = [
  'activate',
  'free-tier',
  'map',
  'nonprofit',
  'research',
  'educate',
  'event',
  'proof-of-concept',
  'partner',
  'open-source',
  'third-party',
  'other',
  'unknown',
] as const;

export type Program = (typeof PROGRAMS)[number];
