import { Properties, readRaw } from '../../core/properties';
import { absent, known, mapReading, type Reading, unknown } from '../../core/reading';
import { snakeCase } from './type-names';

/** A resource of a Terraform module, or a part of one, read by the names of the aws provider. */
export class TerraformProperties extends Properties {
  constructor(private readonly terraform: Properties) {
    super(undefined);
  }

  override any(path: string): Reading<unknown> {
    const [name = '', ...rest] = path.split('.');
    const found = this.named(name);
    if (rest.length === 0 || found.state !== 'known') return found;
    const inner = Array.isArray(found.value) && found.value.length === 1 ? found.value[0] : found.value;
    return inner instanceof Properties ? inner.any(rest.join('.')) : unknown(`${name} should be an object`);
  }

  private named(name: string): Reading<unknown> {
    for (const spelling of spellingsOf(name)) {
      const found = this.terraform.any(spelling);
      if (found.state !== 'absent') return mapReading(found, isFreeForm(name) ? (value) => value : asPart);
    }
    return absent;
  }
}

/** Maps whose keys are the owner's own. */
const isFreeForm = (name: string): boolean => name === 'tags' || name === 'tagsAll';

/** Blocks are read by the names of the aws provider too; one that is written once may still be a list. */
function asPart(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from(value, asItem);
  return typeof value === 'object' && value !== null ? new TerraformProperties(new Properties(value)) : value;
}

/** An item that is not known is passed on as it is. */
function asItem(raw: unknown): unknown {
  const item = readRaw(raw);
  return item.state === 'known' ? asPart(item.value) : raw;
}

/** `ebsBlockDevices` is `ebs_block_device`: the aws provider names lists in the plural. */
function spellingsOf(name: string): readonly string[] {
  const plural = snakeCase(name);
  const singular = SINGULARS.filter(([end]) => plural.endsWith(end)).map(
    ([end, instead]) => plural.slice(0, -end.length) + instead,
  );
  return [name, plural, ...singular];
}

const SINGULARS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['indices', 'index'],
];

/** The region that the module's provider was given: `new net.Provider('p', { aws: { region: 'eu-west-1' } })`. */
export function terraformRegion(provider: Properties | undefined): Reading<string> {
  const aws = provider?.any('aws') ?? absent;
  if (aws.state !== 'known') return aws.state === 'unknown' ? aws : absent;
  // Providers keep what is nested as JSON.
  return typeof aws.value === 'string' ? regionInJson(aws.value) : (provider?.text('aws.region') ?? absent);
}

function regionInJson(text: string): Reading<string> {
  try {
    const region: unknown = JSON.parse(text)?.region;
    return typeof region === 'string' ? known(region) : absent;
  } catch {
    return unknown('the configuration of the provider is no JSON');
  }
}
