import { acceptanceText, withAcceptances } from '../config/accept';
import { type PulumiException, withPulumiException } from '../config/pulumi-exceptions';
import { type Notice, notice } from '../core/notice';
import type { Acceptance } from '../core/settings';
import { type Edit, editLocked } from './locked-file';

/**
 * Adds acceptances to a configuration file, or begins one with them. Answers with a notice where nothing was written.
 */
export async function addAcceptances(file: string, acceptances: readonly Acceptance[]): Promise<Notice | undefined> {
  return edited(file, (before) => (before === '' ? acceptanceText(acceptances) : withAcceptances(before, acceptances)));
}

/** Adds exceptions in Pulumi's own format to a policy configuration, in the same way. */
export const addPulumiException = (file: string, exception: PulumiException): Promise<Notice | undefined> =>
  edited(file, (before) => withPulumiException(before, exception));

async function edited(file: string, edit: Edit): Promise<Notice | undefined> {
  const fault = await editLocked(file, edit);
  return fault === undefined ? undefined : notice('config-not-written', 'warn', { file, fault }, file);
}
