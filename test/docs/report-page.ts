import { expression, PINS } from '../../src/pipelines/github';
import { FORMATS, REPORT_FORMATS, type ReportFormatName } from '../../src/reports';
import { code, table } from './rule-pages';

interface Use {
  readonly words: string;
  /** The language of the example, and its lines. */
  readonly example: readonly [language: string, ...lines: string[]];
}

const CHECK = 'npx --no-install credit-guard check plan.json';

/** What each format is for, and how a pipeline uses it. */
const USES: Readonly<Record<ReportFormatName, Use>> = {
  text: {
    words: 'What a person reads in a terminal or a log.',
    example: ['sh', `${CHECK} --verbose`],
  },
  json: {
    words: 'All facts, by [a published schema](schemas/report.schema.json). `partial: true` means "or more".',
    example: ['sh', `${CHECK} --report json=guard.json`, "jq -r '.summary.status' guard.json"],
  },
  html: {
    words:
      'One page for whoever owns the budget: verdict, draw-down, where the money goes, the arithmetic of each figure. It loads nothing and sends nothing. Keep it as an artifact.',
    example: [
      'yaml',
      `- run: ${CHECK} --report html=credit-guard.html`,
      `- uses: ${PINS.artifact}`,
      '  if: always()',
      '  with: { name: credit-guard, path: credit-guard.html }',
    ],
  },
  sarif: {
    words:
      'Alerts in code scanning, at the line that declares the resource (Pulumi SDKs that send `sourcePosition`; else at `Pulumi.yaml`). Fingerprints stay when lines move and amounts change. Each stack has a category of its own: set no `category`, and upload one file for each stack. GitHub does not read suppressions: an accepted finding is an alert of level note.',
    example: [
      'yaml',
      'permissions: { contents: read, security-events: write }',
      'steps:',
      `  - run: ${CHECK} --report sarif=credit-guard.sarif`,
      `  - uses: ${PINS.sarif}`,
      '    if: always()',
      '    with: { sarif_file: credit-guard.sarif }',
    ],
  },
  junit: {
    words:
      'A case for each resource and policy that judged it, also those that pass. What blocks is a failure; what is accepted or could not be judged is skipped; a warning is output of its case.',
    example: [
      'yaml',
      '# Azure Pipelines; Jenkins: junit "credit-guard.xml"',
      `- script: ${CHECK} --report junit=credit-guard.xml`,
      '- task: PublishTestResults@2',
      '  condition: always()',
      '  inputs: { testResultsFormat: JUnit, testResultsFiles: credit-guard.xml }',
    ],
  },
  gitlab: {
    words: 'Code Quality in a merge request: what it adds and what it mends. GitLab reads JUnit beside it.',
    example: [
      'yaml',
      'credit-guard:',
      '  script:',
      `    - ${CHECK} --report gitlab=gl-code-quality.json --report junit=credit-guard.xml`,
      '  artifacts:',
      '    when: always',
      '    reports: { codequality: gl-code-quality.json, junit: credit-guard.xml }',
    ],
  },
  markdown: {
    words:
      'The comment on a pull request: what the change costs in cash first. It fits into 65,536 characters and says what it left out. Its first line is a hidden marker of the stack, by which a job finds its comment again:',
    example: [
      'yaml',
      'permissions: { contents: read, pull-requests: write }',
      'steps:',
      `  - run: ${CHECK} --report markdown=comment.md`,
      '  - if: always()',
      '    env:',
      `      GH_TOKEN: ${expression('github.token')}`,
      `      PR: ${expression('github.event.pull_request.number')}`,
      '    run: |',
      '      cat comment.md >> "$GITHUB_STEP_SUMMARY"',
      '      export MARKER="$(head -n 1 comment.md)"',
      '      id="$(gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$PR/comments" \\',
      "        --jq '.[] | select(.body | startswith(env.MARKER)) | .id' | head -n 1)\"",
      '      if [ -n "$id" ]; then',
      '        gh api -X PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F body=@comment.md',
      '      else',
      '        gh pr comment "$PR" --repo "$GITHUB_REPOSITORY" --body-file comment.md',
      '      fi',
    ],
  },
  github: {
    words:
      'Annotations without code scanning: print them in a step. GitHub takes ten of each kind and cuts a message at 4,096 characters, so the tenth holds what is left.',
    example: ['yaml', `- run: ${CHECK} --format github`],
  },
};

/** docs/reports.md */
export const reportsPage = (): string =>
  [
    '# Reports',
    '',
    'One run writes as many as you name. `--format` prints one; `--report FORMAT=FILE` writes one beside it and may be',
    'repeated. `reports:` in `credit-guard.yaml` does the same for the command and for the policy pack:',
    '',
    '```sh',
    'set -o pipefail',
    'pulumi preview --json --show-sames > plan.json',
    `${CHECK} --report html=credit-guard.html --report sarif=credit-guard.sarif`,
    '```',
    '',
    '```yaml',
    'reports: { html: credit-guard.html, sarif: credit-guard.sarif }',
    '```',
    '',
    'All tell the same facts. Every partial figure says "or more". Paths in reports start at the root of the repository.',
    'Names from a plan are data: they make no markup, link, mention or command.',
    '',
    table(
      ['format', 'file', 'for'],
      REPORT_FORMATS.map((name) => [
        `[${code(name)}](#${name})`,
        code(`.${FORMATS[name].extension}`),
        FORMATS[name].summary,
      ]),
    ),
    ...REPORT_FORMATS.flatMap((name) => {
      const { words, example } = USES[name];
      const [language, ...lines] = example;
      return [
        '',
        `## ${name}`,
        '',
        words,
        '',
        `\`\`\`${language}`,
        ...lines,
        '```',
        ...(name === 'html' ? PICTURE : []),
      ];
    }),
    ...SEVERAL,
    '',
  ].join('\n');

const SEVERAL = [
  '',
  '## Several stacks',
  '',
  '```sh',
  "npx --no-install credit-guard check stacks/*.json --report json=guard.json   # or: check stacks, check 'stacks/*.json'",
  '```',
  '',
  'One plan for each stack: previews, saved states and engine events, mixed; files, folders (their `*.json`), patterns in',
  'quotes, and inputs that hold several documents. All of them are of one account and draw on one pool; there is one report',
  'and one exit code. Each finding and resource names its stack, `stacks` in JSON says what each draws.',
  '',
  '- **A plan that failed**, or a stack in two documents, is exit 2, and the line names the file.',
  '- **Of one product**, each stack is covered by its share of the charges: AWS tells products apart, and not stacks.',
  '- **What AWS bills once for an account**, and prices that go down with the quantity, count over all stacks.',
  '- **`pool: reserved:`** The line of a stack that is in this run does not count: what it draws does.',
  '- **`pulumi config`** Each stack has its own settings. Of those that speak of the credits the strictest applies to the',
  '  run; `maxMonthlyCash` and `maxOneTimeCash` are for the cash of the stack that sets them. Those of',
  '  `credit-guard.yaml` are for the cash of all stacks together.',
  '- **`accept:`** A line may name a stack: `urn:pulumi:prod::shop::*::site`.',
];

const PICTURE = [
  '',
  '<picture>',
  '  <source media="(prefers-color-scheme: dark)" srcset="report-dark.png">',
  '  <img alt="The page for the demo: verdict, totals, and the draw-down by month" src="report-light.png">',
  '</picture>',
];
