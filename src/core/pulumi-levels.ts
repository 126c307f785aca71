/** What Pulumi calls our levels. An owner may write either, wherever a level is chosen. */
const OURS: Readonly<Record<string, string>> = { mandatory: 'block', advisory: 'warn', disabled: 'off' };

/** A level in our own word for it; any other text as it is. */
export const inOurWords = (written: string): string => (Object.hasOwn(OURS, written) && OURS[written]) || written;

/** Pulumi's words for what may be chosen. */
export const pulumiWords = (choice: readonly string[]): string[] =>
  Object.keys(OURS).filter((word) => choice.includes(inOurWords(word)));
