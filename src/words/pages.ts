import { ruleById } from '../core/coverage/rules';
import { ruleIdOf } from '../core/findings/checks';
import type { PolicyName } from '../core/policy-names';

/** What a finding may be about. */
interface Ruled {
  readonly policy: PolicyName;
  readonly rule: string;
}

/**
 * The page of a rule where the package names its home, a folder on the host of its repository or a site. Nobody has to
 * have one: then undefined.
 */
export function pageOf(ruled: Ruled, homepage: string | undefined): string | undefined {
  if (homepage === undefined) return undefined;
  const name = ruleIdOf(ruled);
  const [path, anchor] =
    ruleById(name) === undefined ? [`policies/${ruled.policy}`, `#${name}`] : [`rules/${name}`, ''];
  // The README of a repository lies beside docs/; a site is a folder of pages.
  if (homepage.endsWith('.md')) return `${new URL(`docs/${path}.md`, homepage)}${anchor}`;
  return `${homepage.replace(/\/*$/, '/')}${path}.html${anchor}`;
}
