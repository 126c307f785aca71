import type { AwsSettings } from './aws-settings';
import { ReadFailure, withoutCredentials } from './failure';
import type { Handler } from './http';

type DefaultProvider = typeof import('@aws-sdk/credential-provider-node').defaultProvider;

export type Credentials = Awaited<ReturnType<ReturnType<DefaultProvider>>>;

/**
 * Who signs: the keys of the environment, else AWS's default chain. For some logins that asks AWS, in the same way as every
 * other call.
 */
export function loginOf(
  { environment, profile: { name: profile, others } }: AwsSettings,
  handler: Handler,
  defaultProvider: DefaultProvider,
): () => Promise<Credentials> {
  const keys = keysIn(environment);
  // Beside AWS_PROFILE the SDK would leave keys out, unlike AWS's CLI and Pulumi's provider, and warn of it in each run.
  if (keys !== undefined) return async () => keys;
  let ours: ReadFailure | undefined;
  const requestHandler: Handler = {
    ...handler,
    handle: (request, options) =>
      handler.handle(request, options).catch((error: unknown) => {
        // The chain makes a sentence of its own of what it meets.
        if (error instanceof ReadFailure) ours = error;
        throw error;
      }),
  };
  const provider = defaultProvider({ ...(profile ? { profile } : {}), clientConfig: { requestHandler } });
  return () => provider().catch((error: unknown) => Promise.reject(ours ?? withoutCredentials(error, profile, others)));
}

/** Keys in the environment count before any profile. https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html */
export function keysIn({ AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN }: NodeJS.ProcessEnv) {
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined;
  const keys = { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
  return AWS_SESSION_TOKEN ? { ...keys, sessionToken: AWS_SESSION_TOKEN } : keys;
}
