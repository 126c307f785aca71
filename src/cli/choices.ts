import { nearest } from '../core/nearest';
import { PLATFORMS } from '../pipelines/pipeline';

/** What `init` may be told of the CI. */
export const CI_CHOICES = [...PLATFORMS, 'none'] as const;

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** `Did you mean junit? Valid are text, json.` */
export function hint(written: string, choices: readonly string[]): string {
  const near = nearest(written, choices);
  return `${near === undefined ? '' : `Did you mean ${near}? `}Valid are ${choices.join(', ')}.`;
}

export const isAccount = (text: string): boolean => /^\d{12}$/.test(text);
