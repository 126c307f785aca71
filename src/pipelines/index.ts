import { github } from './github';
import { gitlab } from './gitlab';
import { OTHERS } from './others';
import type { Platform, PlatformName } from './pipeline';

/** The CI platforms that `init` writes a file for, and the examples show. */
export const PIPELINES: Readonly<Record<PlatformName, Platform>> = { github, gitlab, ...OTHERS };
