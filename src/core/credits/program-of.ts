import type { Program } from './program';

/** What descriptions of credits say of their programme. The first line that fits counts; everything else says nothing. */
const SAID: readonly (readonly [RegExp, Program])[] = [
  [/\bactivate\b/i, 'activate'],
  [/\bfree tier\b/i, 'free-tier'],
  [/\bMAP\b|migration acceleration/, 'map'],
  [/\btechsoup\b|\bnon-?profit\b|imagine grant/i, 'nonprofit'],
  [/cloud credits? for research|\bresearch (?:credit|grant)/i, 'research'],
  [/\beducate\b|\bacademy\b|\bstudent\b/i, 'educate'],
  [/hackathon|workshop|re:invent|\bevent\b|\bsummit\b/i, 'event'],
  [/proof.of.concept|\bPOC\b/, 'proof-of-concept'],
  [/partner (?:network|central)|\bAPN\b/i, 'partner'],
  [/open.?source/i, 'open-source'],
];

/** The programme that a credit's description names; undefined when it names none that is known here. */
export const programIn = (description: string): Program | undefined =>
  SAID.find(([words]) => words.test(description))?.[1];
