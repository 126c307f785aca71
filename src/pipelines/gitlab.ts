import {
  checkLines,
  HEAD,
  INSTALL_PULUMI,
  inFolder,
  installLines,
  type Job,
  jobsOf,
  NODE_IMAGE,
  type Platform,
  SECRETS,
  yamlLine,
  yamlText,
} from './pipeline';

const FILE = '.gitlab/credit-guard.yml';

const jobLines = (job: Job): string[] => [
  `${yamlText(`credit-guard-${job.slug}`)}:`,
  '  extends: .credit-guard',
  '  script:',
  ...[
    ...installLines(job.project),
    ...checkLines(job, [
      { format: 'gitlab', file: 'gl-code-quality.json' },
      { format: 'junit', file: 'credit-guard.xml' },
      { format: 'html', file: 'credit-guard.html' },
    ]),
  ].map((line) => `    - ${yamlLine(line)}`),
  '  artifacts:',
  '    when: always',
  `    paths: [${yamlText(inFolder(job, 'credit-guard.html'))}]`,
  '    reports:',
  `      codequality: ${yamlText(inFolder(job, 'gl-code-quality.json'))}`,
  `      junit: ${yamlText(inFolder(job, 'credit-guard.xml'))}`,
];

export const gitlab: Platform = {
  title: 'GitLab CI/CD',
  signs: ['.gitlab-ci.yml', '.gitlab'],
  host: 'gitlab',
  file: FILE,
  include: `Put into .gitlab-ci.yml: include: [{ local: ${FILE} }]`,
  text: (projects) =>
    [
      ...HEAD,
      `# ${SECRETS}`,
      '.credit-guard:',
      `  image: ${NODE_IMAGE}`,
      '  rules:',
      '    - if: $CI_PIPELINE_SOURCE == "merge_request_event"',
      '  before_script:',
      ...INSTALL_PULUMI.map((line) => `    - ${yamlLine(line)}`),
      ...jobsOf(projects).flatMap((job) => ['', ...jobLines(job)]),
      '',
    ].join('\n'),
};
