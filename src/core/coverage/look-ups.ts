import type { Reading } from '../reading';
import type { Reserved } from './offerings';

/** What is looked up, in the region of the resource that names it. */
export interface Wanted {
  readonly id: string;
  readonly region: Reading<string>;
}

/** Nothing else of a plan is ever printed into a command: a value that is no id may be a secret, or end the command. */
export const isId = (text: string): boolean => /^[A-Za-z0-9][\w-]{0,100}$/.test(text);

/** The ids of offerings of Savings Plans and reservations. */
export const isOfferingId = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);

/** `provider.model`, as https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModelAgreementOffers.html has it. */
export const isModelId = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,62}\.[a-z0-9][a-z0-9.:-]{0,139}$/.test(text);

/** One call for all of a region. */
export function imagesLookUp(wanted: readonly Wanted[]): string {
  const regions = new Map<string, string[]>();
  for (const { id, region } of wanted) {
    const option = regionOption(region);
    regions.set(option, [...(regions.get(option) ?? []), id]);
  }
  const calls = [...regions].map(
    ([option, ids]) => `aws ec2 describe-images --image-ids ${distinct(ids).join(' ')}${option}`,
  );
  return saved(calls, 'images.json');
}

export const addonsLookUp = (wanted: readonly Wanted[]): string =>
  saved(distinct(wanted.map(({ id }) => `aws eks describe-addon-versions --addon-name ${id}`)), 'addons.json');

export const modelsLookUp = (wanted: readonly Wanted[]): string =>
  saved(
    distinct(
      wanted.map(
        ({ id, region }) =>
          `aws bedrock list-foundation-model-agreement-offers --model-id ${id}${regionOption(region)}`,
      ),
    ),
    'offers.json',
  );

/** Savings Plans are of no region. */
export const savingsPlansLookUp = (wanted: readonly Wanted[]): string =>
  saved(
    [`aws savingsplans describe-savings-plans-offerings --offering-ids ${idsOf(wanted).join(' ')}`],
    'offerings.json',
  );

export const databasesLookUp = (wanted: readonly Wanted[]): string =>
  oneByOne('aws rds describe-reserved-db-instances-offerings --reserved-db-instances-offering-id', wanted);

export const cacheNodesLookUp = (wanted: readonly Wanted[]): string =>
  oneByOne('aws elasticache describe-reserved-cache-nodes-offerings --reserved-cache-nodes-offering-id', wanted);

/** The answer names offerings by what they hold: a plan that names an id alone does not say that. */
export const blocksLookUp = (region: Reading<string>): string =>
  saved(
    [
      `aws ec2 describe-capacity-block-offerings --instance-type TYPE --instance-count COUNT --capacity-duration-hours HOURS${regionOption(region)}`,
    ],
    'blocks.json',
  );

/** All ways to pay for the same instances or nodes; undefined where an answer names them strangely. */
export function alikeLookUp({ of, isMultiAz }: Reserved, years: number, region: Reading<string>): string | undefined {
  if (!/^(db|cache)\.[a-z\d-]+\.[a-z\d-]+$/.test(of)) return undefined;
  const command = of.startsWith('db.')
    ? `aws rds describe-reserved-db-instances-offerings --db-instance-class ${of} --${isMultiAz ? '' : 'no-'}multi-az`
    : `aws elasticache describe-reserved-cache-nodes-offerings --cache-node-type ${of}`;
  return saved([`${command} --duration ${years}${regionOption(region)}`], 'offerings.json');
}

/** A command that takes one offering at a time. */
const oneByOne = (command: string, wanted: readonly Wanted[]): string =>
  saved(distinct(wanted.map(({ id, region }) => `${command} ${id}${regionOption(region)}`)), 'offerings.json');

const idsOf = (wanted: readonly Wanted[]): readonly string[] => distinct(wanted.map(({ id }) => id));

function saved(calls: readonly string[], file: string): string {
  const all = calls.map((call) => `${call} --output json`);
  return `${all.length === 1 ? all[0] : `(${all.join('; ')})`} > ${file}`;
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** Nothing of a plan goes into a command but what looks like a region. */
const regionOption = (region: Reading<string>): string =>
  region.state === 'known' && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region.value) ? ` --region ${region.value}` : '';
