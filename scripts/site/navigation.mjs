/** Where each page stands in the menu. A page that is named nowhere comes last: none is lost. */
const GROUPS = [
  [
    'Use it',
    ['README.md', 'docs/start.md', 'docs/red-preview.md', 'docs/ci.md', 'docs/reports.md', 'docs/languages.md'],
  ],
  [
    'Understand it',
    [
      'docs/credits.md',
      'docs/programs.md',
      'docs/free-tier.md',
      'docs/figures.md',
      'docs/draw-down.md',
      'docs/accuracy.md',
      'docs/blind-spots.md',
      'docs/compared.md',
    ],
  ],
  [
    'Run it',
    [
      'docs/rollout.md',
      'docs/shared-pool.md',
      'docs/live-reads.md',
      'docs/troubleshooting.md',
      'docs/failures.md',
      'docs/versioning.md',
    ],
  ],
  [
    'Look it up',
    [
      'docs/commands.md',
      'docs/settings.md',
      'docs/rules.md',
      'docs/resources.md',
      'docs/prices.md',
      'docs/regions.md',
      'docs/library.md',
    ],
  ],
];
const LAST = 'More';

/** These are listed on a page of their own. */
const isListedElsewhere = (path) => /^docs\/[^/]+\//.test(path);

/** Groups of pages: `[name, pages]`. */
export function navigation(pages) {
  const named = new Set(GROUPS.flatMap(([, paths]) => paths));
  const others = pages.filter(({ path }) => !named.has(path) && !isListedElsewhere(path)).map(({ path }) => path);
  return [...GROUPS, [LAST, others]].map(([name, paths]) => [
    name,
    paths.flatMap((path) => pages.find((page) => page.path === path) ?? []),
  ]);
}
