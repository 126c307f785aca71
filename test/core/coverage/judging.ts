import { blankMetering } from '../../../src/core/charges/charges';
import type { Example, Match, Rule } from '../../../src/core/coverage/rule';
import { ruleById, rulesFor } from '../../../src/core/coverage/rules';
import { amounts, aResource, contextFor, type ResourceSketch } from '../../support/resources';

export type Answer = Match['match'];
export type Values = Record<string, unknown>;

/** What a rule says of a planned resource, with others around it. */
export function match(id: string, sketch: ResourceSketch, others: readonly ResourceSketch[] = []): Match {
  const rule = ruleById(id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return matchOf(rule, sketch, others);
}

export function matchOf(rule: Rule, sketch: ResourceSketch, others: readonly ResourceSketch[] = []): Match {
  if (!namesOf(sketch.type).includes(rule.id)) return { match: 'no' };
  const resource = aResource(sketch);
  return rule.find(
    blankMetering(resource, rule.product ?? 'AWS', contextFor(resource, { others: others.map(aResource) })),
  );
}

export const answer = (id: string, type: string, properties: Values): Answer => match(id, { type, properties }).match;

/** What a rule says of an example, whatever is beside it in the plan. */
export const matchOfExample = (rule: Rule, { type, properties, beside = [] }: Example): Match =>
  matchOf(
    rule,
    { type, properties },
    beside.map((other, index) => ({ ...other, name: `beside-${index}` })),
  );

/** The charges that a rule states of a resource of its first type. */
export function charged(id: string, properties: Values, rest: Partial<ResourceSketch> = {}): unknown[] {
  const found = match(id, { type: ruleById(id)?.types[0] ?? '', properties, ...rest });
  return found.match === 'no' ? [] : amounts(found.charges);
}

const namesOf = (type: string): string[] => rulesFor(type).map((rule) => rule.id);
