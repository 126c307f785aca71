import { manualCredits } from '../../config/read-settings';
import { known } from '../../core/reading';
import type { Settings } from '../../core/settings';
import type { AccountPart, Source } from './source';

const NAME = 'credit-guard.yaml (manual)';

/** What an owner wrote in credit-guard.yaml: credits, and what the account spends. The schema has checked it. */
export const byHand = (settings: Pick<Settings, 'manual' | 'burn'>): Source => ({
  name: NAME,
  read: async (): Promise<AccountPart> => {
    const manual = manualCredits(settings);
    return {
      ...(manual === undefined ? {} : { manual }),
      ...(settings.burn === undefined
        ? {}
        : { burn: { monthly: known(settings.burn), source: NAME, isCoveredOnly: false, problems: [] } }),
    };
  },
});
