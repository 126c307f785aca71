/** One exception as Pulumi knows it (CLI 3.274 and later): of whole URNs, without a ceiling and an end. */
export interface PulumiException {
  readonly policy: string;
  readonly urn: string;
  readonly reason: string;
}

const VERSION = 2;

/** A policy configuration (`--policy-pack-config`) that holds one exception. */
export const pulumiExceptionText = (exception: PulumiException): string => withPulumiException('', exception) ?? '';

/**
 * The text of a policy configuration with an exception added. One that is there is not repeated. Undefined where it cannot
 * be added: the file is no JSON, or of another version of the format.
 * As the CLI's own reader wants it: pkg/resource/analyzer/exceptions.go of 3.274.1 (read 2026-11-30).
 */
export function withPulumiException(text: string, { policy, urn, reason }: PulumiException): string | undefined {
  const document = text.trim() === '' ? { version: VERSION } : objectIn(text);
  if (document?.['version'] !== VERSION) return undefined;
  const exceptions = document['exceptions'] ?? {};
  if (!isObject(exceptions)) return undefined;
  const exception = { reason, match: [{ policies: [policy], targets: [urn] }] };
  const written = JSON.stringify(exception);
  if (Object.values(exceptions).some((one) => JSON.stringify(one) === written)) return text;
  const added = { ...document, exceptions: { ...exceptions, [freeId(policy, urn, exceptions)]: exception } };
  return `${JSON.stringify(added, null, 2)}\n`;
}

function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) ? document : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Letters, digits and `-._`, as Pulumi wants an id. */
function freeId(policy: string, urn: string, taken: Record<string, unknown>): string {
  const name = urn.slice(urn.lastIndexOf('::') + 2).replace(/[^A-Za-z0-9._-]+/g, '-');
  const id = `${policy}-${name}`.slice(0, 100);
  for (let count = 1; ; count++) {
    const free = count === 1 ? id : `${id}-${count}`;
    if (!Object.hasOwn(taken, free)) return free;
  }
}
