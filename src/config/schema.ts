import { z } from 'zod';
import { parseInstant } from '../core/instant';
import { parseUsd } from '../core/money';
import { POLICIES, RESOURCE_POLICIES, STACK_POLICY } from '../core/policies';
import { PROGRAMS } from '../core/programs';
import { REPORT_FORMATS } from './report-formats';

const ACCOUNT = 'write the 12 digits of the account in quotes, such as "111122223333"';

/** Nobody's bill: a larger figure is a slip of the keyboard. */
const LARGEST_USD = 1_000_000_000_000;

const isAmount = (value: string | number): boolean => {
  const amount = parseUsd(String(value));
  return (amount?.gte(0) && amount.lte(LARGEST_USD)) ?? false;
};

const amount = z
  .union([z.string(), z.number()], { error: 'write an amount in USD, such as "120.50"' })
  .refine(isAmount, { error: 'write an amount in USD from 0 to 1e12, such as "120.50"' })
  .meta({ description: 'USD, such as "120.50"' });

const date = z
  .union([z.string(), z.number()], { error: 'write a date as YYYY-MM-DD or 2027-03-31T23:59:59Z' })
  .refine((value) => parseInstant(value) !== undefined, {
    error: 'is no date; write YYYY-MM-DD or 2027-03-31T23:59:59Z',
  })
  .meta({ description: 'YYYY-MM-DD, or an instant such as 2027-03-31T23:59:59Z' });

const days = z
  .number({ error: 'write a number of days' })
  .min(0, { error: 'write a number of days from 0 up' })
  .max(36_500);
const share = z
  .number({ error: 'write a share from 0 to 1' })
  .min(0, { error: 'write a share from 0 to 1' })
  .max(1, { error: 'write a share from 0 to 1' });
const text = z.string({ error: 'write a text' }).min(1, { error: 'write a text that is not empty' });
const account = z.string({ error: ACCOUNT }).regex(/^\d{12}$/, { error: ACCOUNT });
const checkLevel = z.enum(['block', 'warn', 'off']);

/** Settings that every policy has. */
export const commonFields = {
  level: checkLevel.optional().meta({ description: 'What the policy may do at most.' }),
  onUnknown: z.enum(['warn', 'block', 'assume-max']).optional().meta({
    description: 'What to do when a fact that decides is not known. assume-max takes the dearer answer as true.',
  }),
  uncertain: z
    .enum(['warn', 'block'])
    .optional()
    .meta({ description: 'What to do when a rule is not confirmed by an official text (confidence C or D).' }),
};

/** Settings of `credit-outlook`: six checks and their limits. */
export const outlookFields = {
  runway: checkLevel.optional().meta({ description: 'The credits are used up before they end.' }),
  blockWithinDays: days.optional().meta({ description: 'Block when the credits end within so many days.' }),
  runwayShare: share
    .optional()
    .meta({ description: 'The runway ends when credits cover less than this share of what they cover today.' }),
  coverage: checkLevel.optional().meta({
    description: 'A product that no usable credit lists, or whose coverage is unknown.',
  }),
  cash: checkLevel.optional().meta({ description: 'What has to be paid in cash, against the two limits.' }),
  maxMonthlyCash: amount.optional(),
  maxOneTimeCash: amount.optional(),
  expiring: checkLevel.optional().meta({ description: 'Credit that will be lost at its end.' }),
  expiringWithinDays: days.optional().meta({ description: 'Speak of it only so many days before the end.' }),
  estimate: checkLevel.optional().meta({ description: 'Resources that could not be priced.' }),
  minimumPricedShare: share.optional().meta({ description: 'Block when fewer resources are priced or free.' }),
  balance: checkLevel.optional().meta({ description: 'A balance that is missing, old or unreadable.' }),
  onUnknownBalance: z.enum(['warn', 'block']).optional(),
};

/** What only Pulumi's policy configuration of `credit-outlook` may say: a file that has a mistake cannot speak of itself. */
export const policyOnlyFields = {
  onInvalidConfig: z
    .enum(['warn', 'block'])
    .optional()
    .meta({ description: 'What the pack does when credit-guard.yaml has a mistake.' }),
};

const resourcePolicy = z.strictObject(commonFields).optional();

const manualCredit = z.strictObject({
  description: text,
  remaining: amount,
  asOf: date.optional().meta({ description: 'When the amount was read.' }),
  starts: date.optional(),
  ends: date.optional(),
  products: z
    .union([z.literal('all'), z.array(text).min(1)], { error: 'write all, or a list of product names' })
    .optional(),
  program: z.enum(PROGRAMS).optional().meta({ description: 'Whose terms apply to this credit.' }),
});

const usage = z
  .object({ type: text.optional(), name: text.optional(), tag: text.optional() })
  .catchall(
    z.union(
      [
        z.number().min(0),
        z
          .strictObject({ min: z.number().min(0), max: z.number().min(0) })
          .refine(({ min, max }) => min <= max, { error: 'min is larger than max' }),
      ],
      { error: 'write a number from 0 up, or {min, max}' },
    ),
  )
  .refine((entry) => entry.type !== undefined || entry.name !== undefined || entry.tag !== undefined, {
    error: 'name a type, a name or a tag',
  });

const acceptance = z.strictObject({
  policy: z.enum(POLICIES as [string, ...string[]]),
  resource: text.meta({ description: 'A URN; * stands for any characters.' }),
  reason: text,
  until: date.optional(),
  maxUsd: amount.optional(),
  only: z.enum(['existing']).optional().meta({ description: 'Not for what a deployment creates or replaces.' }),
});

/** The shape of `credit-guard.yaml`. */
export const configSchema = z
  .strictObject({
    program: z.enum(PROGRAMS).optional().meta({ description: 'Whose terms apply to the credits.' }),
    account: account.optional().meta({ description: '12 digits: the account that pays for the stack.' }),
    credits: z
      .strictObject({
        snapshot: text.optional().meta({ description: 'What `aws billing get-credits` wrote.' }),
        accountPlan: text.optional().meta({ description: 'What `aws freetier get-account-plan-state` wrote.' }),
        maxAgeDays: days.optional(),
        unlistedProducts: z
          .enum(['unknown', 'covered'])
          .optional()
          .meta({ description: 'What a credit without a product list pays.' }),
        manual: z.array(manualCredit).optional(),
      })
      .optional(),
    burn: z
      .strictObject({ monthly: z.record(text, amount).optional() })
      .optional()
      .meta({ description: 'What the account spends already, USD a month by billed product.' }),
    policies: z
      .strictObject({
        ...(Object.fromEntries(RESOURCE_POLICIES.map((name) => [name, resourcePolicy])) as Record<
          (typeof RESOURCE_POLICIES)[number],
          typeof resourcePolicy
        >),
        [STACK_POLICY]: z.strictObject({ ...commonFields, ...outlookFields }).optional(),
      })
      .optional(),
    usage: z.array(usage).optional().meta({ description: 'What resources really use, by type, name or tag.' }),
    pool: z.strictObject({ share: share.optional(), reserved: z.record(text, amount).optional() }).optional(),
    accept: z.array(acceptance).optional().meta({ description: 'Written exceptions.' }),
    reports: z
      .partialRecord(z.enum(REPORT_FORMATS), text)
      .optional()
      .meta({ description: 'Report files to write, by format.' }),
  })
  .meta({ title: 'credit-guard.yaml', description: 'Configuration of pulumi-credit-guard.' });

export type Config = z.infer<typeof configSchema>;

/** The schema of a field, whether it may be left out or not. */
export const unwrapped = (schema: unknown): unknown =>
  schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;

/** What an owner may write about the outlook, in whatever place. */
export type OutlookConfig = NonNullable<NonNullable<Config['policies']>[typeof STACK_POLICY]> &
  z.infer<z.ZodObject<typeof policyOnlyFields>>;
