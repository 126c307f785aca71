import { notice } from '../../core/notice';
import { ReadFailure } from './failure';

/**
 * What asks AWS is no part of a plain installation: 35 packages and 19 MB that a run without live reads never loads. They
 * are optional peer dependencies, and the owner who switches live reads on installs them.
 */
export const LIVE_PACKAGES = [
  '@smithy/core',
  '@smithy/signature-v4',
  '@smithy/node-http-handler',
  '@aws-sdk/credential-provider-node',
  'https-proxy-agent',
  'proxy-from-env',
] as const;

export const COST_EXPLORER_PACKAGES = [...LIVE_PACKAGES, '@aws-sdk/client-cost-explorer'] as const;

/** Loads them. @throws ReadFailure that names all `needed` ones when one of them is missing. */
export async function loaded<T>(load: () => Promise<T>, needed: readonly string[]): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new ReadFailure(notice('aws-packages-missing', 'warn', { packages: needed }));
  }
}
