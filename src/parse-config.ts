import { usageTypes } from './adapters/workspace';
import { settingsOf } from './config/read-settings';
import { type Notice, notice } from './core/notice';
import type { Settings } from './core/settings';

/** What the text of a credit-guard.yaml says. */
export interface ParsedConfig {
  /** Defaults filled in. With a mistake in the text, all of them are the defaults. */
  readonly settings: Settings;
  /** The mistakes: with any of them, the whole text counts as if it were not there. */
  readonly errors: readonly Notice[];
  /** What is odd and takes nothing away. */
  readonly notes: readonly Notice[];
}

/** What holds where an owner has written nothing. */
export const defaultSettings: Settings = settingsOf({});

/**
 * Reads the text of a credit-guard.yaml; `file` is only its name in notices. Never throws. The libraries that read YAML
 * are loaded here, when they are needed: a pack that only serves the policies does not pay for them.
 */
export async function parseConfig(text: string, file = 'credit-guard.yaml'): Promise<ParsedConfig> {
  const [load, usage] = await Promise.all([import('./config/load.js'), import('./config/usage-fields.js')]);
  const { config, errors } = load.parseConfig(text, file);
  // What it extends may forbid what it says, and is not at hand here.
  const base = config.extends;
  if (base !== undefined) {
    const at = load.placesIn(text, file)(['extends']);
    const unread = notice('extends-unread', 'warn', { at, base, because: 'text-alone' });
    return { settings: defaultSettings, errors: [unread], notes: [] };
  }
  return {
    settings: settingsOf(config),
    errors,
    notes: usage.usageProblems(config, usageTypes, load.placesIn(text, file)),
  };
}
