import type { PropertyChange } from '../core/changed-properties';
import { allTypes } from '../core/charges/services';
import { nearest } from '../core/nearest';
import type { Plan, PlannedResource } from '../core/plan';
import type { Supposition } from '../core/what-if';
import { awsType } from '../pulumi/aws-terms';
import { shortType } from '../words/findings';
import { clean, someOf } from '../words/text';
import { InputError } from './io';

const FORM = `write TYPE NAME PROPERTY=VALUE …, such as 'aws:rds/instance:Instance db instanceClass=db.t4g.small'`;

/** What the options of a command line suppose of a plan. @throws InputError which names the fix */
export function suppositionsOf(
  { whatIf, without }: { readonly whatIf: readonly string[]; readonly without: readonly string[] },
  plan: Plan,
): Supposition[] {
  const gone = new Set(without.map((written) => resourceNamed(written, plan.resources).urn));
  const rest = { ...plan, resources: plan.resources.filter(({ urn }) => !gone.has(urn)) };
  return [
    ...[...gone].map((urn): Supposition => ({ kind: 'remove', urn })),
    ...whatIf.map((written) => changeOf(written, rest)),
  ];
}

/** By its URN, by its name, or by type and name. */
function resourceNamed(written: string, resources: readonly PlannedResource[]): PlannedResource {
  const option = `--without ${written}`;
  const callsOf = ({ urn, type, name }: PlannedResource) => [
    urn,
    name,
    `${type} ${name}`,
    `${shortType(type)} ${name}`,
  ];
  const found = resources.filter((one) => callsOf(one).includes(written));
  if (found.length === 0) throw notThere(option, nearest(written, resources.flatMap(callsOf)));
  return only(found, option);
}

const notThere = (option: string, near: string | undefined): InputError =>
  new InputError([
    `${option}: no AWS resource of this plan is called so${near === undefined ? '' : `; did you mean ${clean(near, 200)}?`}`,
  ]);

function only(found: readonly PlannedResource[], option: string): PlannedResource {
  const [first, second] = found;
  if (first !== undefined && second === undefined) return first;
  const words = found.map(({ type, name }) => `${shortType(type)} ${name}`);
  const isTold = new Set(words).size === words.length;
  const names = isTold ? words.map((word) => `'${word}'`) : found.map(({ urn }) => urn);
  throw new InputError([`${option}: several are called so; write one of ${someOf(names)}`]);
}

/** Blanks divide, except in quotes and in a list or an object after `=`. */
const WORDS = /[\w.[\]]+=[[{].*?[\]}](?=\s|$)|(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'])+/g;

function changeOf(written: string, plan: Plan): Supposition {
  const [first = '', ...others] = written.match(WORDS) ?? [];
  const option = `--what-if '${clean(written, 200)}'`;
  if (first.startsWith('urn:')) {
    const urns = plan.resources.map(({ urn }) => urn);
    if (!urns.includes(first)) throw notThere(option, nearest(first, urns));
    return { kind: 'change', urn: first, changes: settings(others, option) };
  }
  const [name, ...rest] = others;
  if (name === undefined || name.includes('=')) throw new InputError([`${option}: it names no resource; ${FORM}`]);
  const type = typeOf(first, option);
  const found = plan.resources.filter((one) => one.type === type && one.name === unquoted(name));
  const changes = settings(rest, option);
  if (found.length === 0) return { kind: 'add', type, name: unquoted(name), changes };
  if (changes.length === 0) throw new InputError([`${option}: it changes nothing; ${FORM}`]);
  return { kind: 'change', urn: only(found, option).urn, changes };
}

/** A type as a program or a report writes it. */
function typeOf(written: string, option: string): string {
  const types = allTypes();
  const type = types.find((one) => one === written) ?? types.find((one) => shortType(one) === written);
  if (type !== undefined) return type;
  const own = awsType(written);
  if (own !== written && types.includes(own)) {
    throw new InputError([`${option}: write it as ${own}, with the properties of the aws provider`]);
  }
  const near = nearest(written, types) ?? nearest(written, types.map(shortType));
  const meant = near === undefined ? `; ${FORM}` : `; did you mean ${near}?`;
  throw new InputError([`${option}: ${clean(written, 100)} is no type of the aws provider${meant}`]);
}

const settings = (words: readonly string[], option: string): PropertyChange[] =>
  words.map((word) => {
    const [, path = '', value = ''] = /^([A-Za-z][\w.[\]]*)=(.*)$/s.exec(word) ?? [];
    if (path === '') throw new InputError([`${option}: ${clean(word, 100)} sets no property; ${FORM}`]);
    return { path, value: settingOf(value, path, option) };
  });

/** Text as it stands: a version of "8.0" is no number. Lists, objects and texts in quotes are JSON; null takes away. */
function settingOf(written: string, path: string, option: string): unknown {
  if (written === 'null') return null;
  if (!/^[[{"]/.test(written)) return unquoted(written);
  try {
    return JSON.parse(written);
  } catch {
    throw new InputError([`${option}: the value of ${path} is no JSON; write ${path}='[…]' or plain text`]);
  }
}

const unquoted = (word: string): string => word.replace(/^(['"])(.*)\1$/s, '$2');

/** A slip of a name adds a resource that nobody wants: the one of the plan that it may have meant. */
export const similarName = ({ type, name }: PlannedResource, { resources }: Plan): string | undefined =>
  nearest(
    name,
    resources.filter((one) => one.type === type).map((one) => one.name),
  );

/** Properties that nobody looked at: one that is much like another that somebody did look at is a slip. */
export function idleProperties(
  supposition: Supposition,
  { name, type }: Pick<PlannedResource, 'name' | 'type'>,
  asked: ReadonlySet<string>,
): readonly string[] {
  if (supposition.kind === 'remove') return [];
  const roots = [...new Set(supposition.changes.map(({ path }) => path.split(/[.[]/)[0] ?? ''))];
  const idle = roots.filter((root) => !asked.has(root) && root !== 'region');
  for (const root of idle) {
    const near = nearest(root, [...asked]);
    if (near !== undefined) {
      throw new InputError([
        `--what-if: ${clean(root, 100)} decides nothing of ${clean(`${shortType(type)} ${name}`, 200)}; did you mean ${near}?`,
      ]);
    }
  }
  return idle;
}
