import { z } from 'zod';
import { SIZES } from '../core/charges/usage';
import { PROGRAMS } from '../core/credits/program';
import { GENERAL, SECTIONS } from '../core/file-settings';
import { parseInstant } from '../core/instant';
import { parseUsd } from '../core/money';
import type { Needed } from '../core/notice';
import { POLICIES, type PolicyName } from '../core/policy-names';
import { POLICY_SETTINGS } from '../core/policy-settings';
import { inOurWords, pulumiWords } from '../core/pulumi-levels';
import type { Field, Kind, PolicyRows, Row, Rows, Type, Written, WrittenUsage } from '../core/setting-row';
import { REPORT_FORMATS } from '../reports/formats';

/** What an owner may write of a table of settings: each may be left out. */
type WrittenRows<R> = { readonly [K in keyof R]?: (R[K] extends Row<infer T> ? Written<T> : never) | undefined };

type WrittenSections<S> = { readonly [K in keyof S]?: WrittenRows<S[K]> | undefined };

/** The shape of credit-guard.yaml. */
export interface Config extends WrittenRows<typeof GENERAL>, WrittenSections<typeof SECTIONS> {
  readonly policies?: WrittenSections<typeof POLICY_SETTINGS> | undefined;
}

/** Nobody's bill: a larger figure is a slip of the keyboard. */
const LARGEST_USD = 1_000_000_000_000;
const LONGEST_DAYS = 36_500;

/** What has to be written instead: a code, whose words stand elsewhere. */
const needs = (error: Needed) => ({ error });

const text = z.string(needs('text')).min(1, needs('text'));

const amount = z.union([z.string(), z.number()], needs('amount')).refine((value) => {
  const usd = parseUsd(String(value));
  return (usd?.gte(0) && usd.lte(LARGEST_USD)) ?? false;
}, needs('amount'));

const date = z
  .union([z.string(), z.number()], needs('start'))
  .refine((value) => parseInstant(value) !== undefined, needs('start'));

const upTo = (most: number, need: Needed) => z.number(needs(need)).min(0, needs(need)).max(most, needs(need));
const fromZero = z.number(needs('figure')).min(0, needs('figure'));
const bounds = z
  .strictObject({ min: fromZero, max: fromZero }, needs('figure'))
  .refine(({ min, max }) => min <= max, needs('bounds-in-order'));

const usageLine = z
  .object(
    { type: text.optional(), name: text.optional(), tag: text.optional(), size: z.enum(SIZES).optional() },
    needs('settings'),
  )
  .catchall(z.union([fromZero, bounds], needs('figure')))
  .refine(isOfSomething, needs('selector'));

/** A size may be of everything; a figure is of one type. */
function isOfSomething(line: WrittenUsage): boolean {
  const { type, name, tag, size } = line;
  return (type ?? name ?? tag) !== undefined || (size !== undefined && Object.keys(line).length === 1);
}

const amounts = z.record(text, amount, {
  error: ({ code }) => (code === 'invalid_key' ? needs('name') : needs('amounts')).error,
});

/** An account as AWS writes it. */
const account = z.string(needs('account')).regex(/^\d{12}$/, needs('account'));

const KINDS: Readonly<Record<Kind, z.ZodType>> = {
  text,
  account,
  amount,
  days: upTo(LONGEST_DAYS, 'days'),
  share: upTo(1, 'share'),
  start: date,
  end: date,
  policy: z.enum(POLICIES),
  products: z.union([z.literal('all'), z.array(text).min(1, needs('products'))], needs('products')),
  amounts,
  accounts: z.record(account, amounts, {
    error: ({ code }) => (code === 'invalid_key' ? needs('account') : needs('accounts')).error,
  }),
  shares: z.record(text, upTo(1, 'share'), {
    error: ({ code }) => (code === 'invalid_key' ? needs('name') : needs('shares')).error,
  }),
  programs: z.record(text, z.enum(PROGRAMS), {
    error: ({ code }) => (code === 'invalid_key' ? needs('name') : needs('programs')).error,
  }),
  usage: z.union([z.enum(SIZES), z.array(usageLine, needs('usage'))], needs('usage')),
  files: z.array(text, needs('files')),
  reports: z.strictObject(
    Object.fromEntries(REPORT_FORMATS.map((format) => [format, text.optional()])),
    needs('reports'),
  ),
};

function schemaOf(type: Type): z.ZodType {
  if (typeof type === 'string') return KINDS[type];
  if ('choice' in type) return choiceOf(type.choice);
  const fields = Object.entries(type.listOf).map(([name, field]) => [name, entryField(field)]);
  return z.array(z.strictObject(Object.fromEntries(fields), needs('settings')), needs('list'));
}

/** A level may be written in Pulumi's words too: what comes out is ours. */
function choiceOf(choice: readonly string[]): z.ZodType {
  const others = pulumiWords(choice);
  return others.length === 0 ? z.enum(choice) : z.enum([...choice, ...others]).transform(inOurWords);
}

function entryField({ type, required, description }: Field): z.ZodType {
  const schema = schemaOf(type);
  return (required ? schema : schema.optional()).meta({ description });
}

function settingOf({ type, description, default: byDefault, example }: Row): z.ZodType {
  return schemaOf(type)
    .optional()
    .meta({
      description,
      ...(byDefault === undefined ? {} : { default: byDefault }),
      examples: [example],
    });
}

const fieldsOf = (rows: Rows) => Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, settingOf(row)]));

const settingsIn = (fields: Record<string, z.ZodType>): z.ZodType =>
  z.strictObject(fields, needs('settings')).optional();

/** The settings of a policy that may stand in one place; a stack may set what has an order of strictness. */
export function policySchema(policy: PolicyName, place: 'file' | 'policy' | 'stack'): z.ZodObject {
  const rows: PolicyRows = POLICY_SETTINGS[policy];
  const here = Object.entries(rows).filter(([, row]) =>
    place === 'stack' ? row.stricter !== 'none' && row.places.includes('policy') : row.places.includes(place),
  );
  return z.strictObject(fieldsOf(Object.fromEntries(here)), needs('settings'));
}

/** credit-guard.yaml, made from the table of settings. */
export const configSchema = z
  .strictObject(
    {
      ...fieldsOf(GENERAL),
      ...Object.fromEntries(Object.entries(SECTIONS).map(([name, rows]) => [name, settingsIn(fieldsOf(rows))])),
      policies: settingsIn(Object.fromEntries(POLICIES.map((name) => [name, policySchema(name, 'file').optional()]))),
    },
    needs('settings'),
  )
  .meta({ title: 'credit-guard.yaml', description: 'Configuration of pulumi-credit-guard.' });

/** Checks a value. No message of the schema library comes through: an issue says what is needed, or nothing but that. */
export const checked = <S extends z.ZodType>(value: unknown, schema: S) =>
  schema.safeParse(value, { reportInput: true, error: () => needs('another-value').error });

/** The schema of a field, whether it may be left out or not. */
export const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
