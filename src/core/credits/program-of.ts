import { matchesPattern } from '../charges/usage';
import { known } from '../reading';
import type { Balance, Credit } from './credit';
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

/** What an owner says of the programmes of single credits. The first line that fits counts. */
export type NamedPrograms = ReadonlyMap<string, Program>;

/** Does a line of an owner speak of this credit? */
export const speaksOf = (name: string, { id, description }: Pick<Credit, 'id' | 'description'>): boolean =>
  name === id || matchesPattern(name, description);

/** A balance whose credits are of the programmes that their owner names, whatever their descriptions say. */
export function withPrograms(balance: Balance, programs: NamedPrograms): Balance {
  if (programs.size === 0 || balance.credits.state === 'unknown') return balance;
  const named = (credit: Credit): Credit => {
    const program = [...programs].find(([name]) => speaksOf(name, credit))?.[1];
    return program === undefined ? credit : { ...credit, program };
  };
  return { ...balance, credits: known(balance.credits.value.map(named)) };
}
