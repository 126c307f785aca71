import { HEAD, jobsOf, type Platform, type Project, slugsOf, yamlText } from './pipeline';

/** The actions that our files use, each by its commit: a tag can be moved, a commit cannot. */
export const PINS = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  node: 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  pulumi: 'pulumi/actions@8e5e406f4007fca908480587cb9893c07090f58d # v7.0.0',
  artifact: 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0',
  sarif: 'github/codeql-action/upload-sarif@5d4e8d1aca955e8d8589aabd499c5cae939e33c7 # v4.31.9',
  aws: 'aws-actions/configure-aws-credentials@e6de054238d6b7531b4efff3b6587d9aade6a06c # v6.2.3',
} as const;

/** As a workflow writes it. */
export const expression = (text: string): string => `\${{ ${text} }}`;

const place = (folder: string): string => (folder === '.' ? '' : `${folder}/`);

/** One job for each project: its stacks are a matrix, and a step may not be named by one. */
function jobLines(project: Project, name: string): string[] {
  const { folder, home, install, runtime } = project;
  const jobs = jobsOf([project]);
  const region = yamlText(expression('matrix.region || vars.AWS_REGION'));
  return [
    `  ${name}:`,
    '    # A fork has no secrets, and its preview would fail.',
    '    if: github.event.pull_request.head.repo.full_name == github.repository',
    '    runs-on: ubuntu-24.04',
    '    timeout-minutes: 30',
    '    permissions:',
    '      contents: read',
    '      id-token: write # the login to AWS',
    '      pull-requests: write # the comment',
    '      security-events: write # alerts in code scanning; where there is none, set `sarif: false` below',
    '    strategy:',
    '      fail-fast: false',
    '      matrix:',
    '        include:',
    ...jobs.map(
      ({ stack, region: own }) =>
        `          - { stack: ${yamlText(stack)}${own === undefined ? '' : `, region: ${yamlText(own)}`} }`,
    ),
    '    steps:',
    `      - uses: ${PINS.checkout}`,
    '        with: { persist-credentials: false }',
    `      - uses: ${PINS.node}`,
    '        with: { node-version: 24 }',
    `      - run: ${install}`,
    ...(home === '.' ? [] : [`        working-directory: ${yamlText(home)}`]),
    `      - uses: ${PINS.pulumi}`,
    ...(runtime === 'nodejs'
      ? []
      : ['      - run: pulumi install', ...(folder === '.' ? [] : [`        working-directory: ${yamlText(folder)}`])]),
    `      - uses: ${PINS.aws}`,
    `        with: { role-to-assume: ${yamlText(expression('vars.AWS_ROLE'))}, aws-region: ${region} }`,
    `      - uses: ${yamlText(`./${place(home)}node_modules/pulumi-credit-guard`)}`,
    '        with:',
    ...(folder === '.' ? [] : [`          working-directory: ${yamlText(folder)}`]),
    `          stack: ${expression('matrix.stack')}`,
    '        env:',
    `          PULUMI_ACCESS_TOKEN: ${expression('secrets.PULUMI_ACCESS_TOKEN')}`,
  ];
}

export const github: Platform = {
  title: 'GitHub Actions',
  signs: ['.github'],
  host: 'github',
  file: '.github/workflows/credit-guard.yml',
  text: (projects) => {
    const names = slugsOf(projects.map(({ folder }) => [folder === '.' ? '' : folder]));
    return [
      ...HEAD,
      '# Set the variable AWS_ROLE (a role that GitHub may assume and that may read) and the secret PULUMI_ACCESS_TOKEN.',
      'name: credit-guard',
      'on: { pull_request: }',
      'permissions: {}',
      'jobs:',
      ...projects.flatMap((project, i) => jobLines(project, names[i] ?? '')),
      '',
    ].join('\n');
  },
};
