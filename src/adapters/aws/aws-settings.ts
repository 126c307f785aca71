import { type AwsSettingPlace, notice } from '../../core/notice';
import { ReadFailure } from './failure';
import { NO_PROFILE, type Profile, readProfile } from './profile';

/** A value, and where its owner finds it. */
export interface Stated {
  readonly value: string;
  readonly place: AwsSettingPlace;
}

/**
 * What an owner has set for AWS's tools: a variable of the environment, then the profile.
 * https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 */
export class AwsSettings {
  private constructor(
    readonly environment: NodeJS.ProcessEnv,
    readonly profile: Profile,
  ) {}

  /** @throws ReadFailure when a file of AWS's tools, or the profile in it, cannot be read. */
  static async read(environment: NodeJS.ProcessEnv): Promise<AwsSettings> {
    return new AwsSettings(environment, await readProfile(environment));
  }

  /** For hosts that are not asked as a profile. */
  static ofEnvironment(environment: NodeJS.ProcessEnv): AwsSettings {
    return new AwsSettings(environment, NO_PROFILE);
  }

  /** Whose certificates to trust. */
  get caBundle(): Stated | undefined {
    return this.variable('AWS_CA_BUNDLE') ?? this.ofProfile('ca_bundle');
  }

  /** What is no region would be a part of another address. */
  get region(): string {
    const stated = this.variable('AWS_REGION') ?? this.variable('AWS_DEFAULT_REGION') ?? this.ofProfile('region');
    return stated !== undefined && isRegion(stated.value) ? stated.value : 'us-east-1';
  }

  /** Undefined: the ordinary endpoints will do. */
  get fips(): AwsSettingPlace | undefined {
    const stated = this.variable('AWS_USE_FIPS_ENDPOINT') ?? this.ofProfile('use_fips_endpoint');
    return isTrue(stated) ? stated?.place : undefined;
  }

  /**
   * Another place than AWS for a service (`COST_EXPLORER`). The first word counts: the service's variable, that of all, the
   * service in the profile's `services` section, the profile. A slip in it must not send the request to AWS after all.
   * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html (read 2026-11-30)
   *
   * @throws ReadFailure when it is no address.
   */
  endpoint(service: string): URL | undefined {
    if (this.ignoresEndpoints) return undefined;
    const stated =
      this.variable(`AWS_ENDPOINT_URL_${service}`) ??
      this.variable('AWS_ENDPOINT_URL') ??
      this.ofServices(`${service.toLowerCase()}.endpoint_url`) ??
      this.ofProfile('endpoint_url');
    if (stated === undefined) return undefined;
    const { value, place } = stated;
    if (URL.canParse(value) && /^https?:/i.test(value)) return new URL(value);
    throw new ReadFailure(notice('aws-endpoint-malformed', 'warn', { place }));
  }

  private get ignoresEndpoints(): boolean {
    const variable = this.variable('AWS_IGNORE_CONFIGURED_ENDPOINT_URLS');
    return isTrue(variable ?? this.ofProfile('ignore_configured_endpoint_urls'));
  }

  private variable(name: string): Stated | undefined {
    const value = this.environment[name];
    return value ? { value, place: { variable: name } } : undefined;
  }

  private ofProfile(name: string): Stated | undefined {
    for (const { file, header, values } of this.profile.sections) {
      const value = values[name];
      if (value) return { value, place: { name, header, file } };
    }
    return undefined;
  }

  private ofServices(name: string): Stated | undefined {
    const named = this.ofProfile('services');
    if (named === undefined) return undefined;
    const section = this.profile.services(named.value);
    if (section === undefined) {
      const { value: services, place } = named;
      throw new ReadFailure(notice('aws-services-missing', 'warn', { services, place }));
    }
    const value = section.values[name];
    return value ? { value, place: { name, header: section.header, file: section.file } } : undefined;
  }
}

export const isRegion = (text: string): boolean => /^[a-z]{2}(-[a-z]+)+-\d+$/.test(text);

const isTrue = (stated: Stated | undefined): boolean => stated?.value.toLowerCase() === 'true';
