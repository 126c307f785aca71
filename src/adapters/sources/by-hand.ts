import { manualCredits } from '../../config/read-settings';
import { known } from '../../core/reading';
import type { Settings } from '../../core/settings';
import type { AccountPart, Source } from './source';

/** What an owner wrote in credit-guard.yaml: credits, and what the account spends. The schema has checked it. */
export const byHand = (settings: Pick<Settings, 'manual' | 'burn'>): Source => ({
  name: 'credit-guard.yaml (manual)',
  read: async (): Promise<AccountPart> => {
    const manual = manualCredits(settings);
    return {
      ...(manual === undefined ? {} : { manual }),
      ...(settings.burn === undefined
        ? {}
        : { burn: { monthly: known(settings.burn), isCoveredOnly: false, problems: [] } }),
    };
  },
});
