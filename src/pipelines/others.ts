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
  type Report,
  SECRETS,
  yamlLine,
  yamlText,
} from './pipeline';

const JUNIT: readonly Report[] = [{ format: 'junit', file: 'credit-guard.xml' }];
const BOTH: readonly Report[] = [...JUNIT, { format: 'html', file: 'credit-guard.html' }];

const linesOf = (job: Job, reports: readonly Report[]): string[] => [
  'set -eu',
  ...INSTALL_PULUMI,
  ...installLines(job.project),
  ...checkLines(job, reports),
];

const block = (lines: readonly string[], indent: number): string[] =>
  lines.map((line) => `${' '.repeat(indent)}${line}`);

const azure: Platform = {
  title: 'Azure Pipelines',
  signs: ['azure-pipelines.yml'],
  host: 'dev.azure.com',
  file: 'azure-pipelines.credit-guard.yml',
  include: 'Make a pipeline of it, and a build validation for pull requests, in Azure DevOps.',
  text: (projects) =>
    [
      ...HEAD,
      `# ${SECRETS}`,
      '# They are in the variable group credit-guard; a secret reaches a step only by `env`.',
      'trigger: none',
      'pool: { vmImage: ubuntu-24.04 }',
      'variables:',
      '  - group: credit-guard',
      'jobs:',
      ...jobsOf(projects).flatMap((job) => [
        `  - job: ${job.slug.replace(/-/g, '_')}`,
        '    steps:',
        '      - task: NodeTool@0',
        '        inputs: { versionSpec: 24.x }',
        '      - script: |',
        ...block(linesOf(job, BOTH), 10),
        '        displayName: credit-guard',
        '        env:',
        '          PULUMI_ACCESS_TOKEN: $(PULUMI_ACCESS_TOKEN)',
        '          AWS_ACCESS_KEY_ID: $(AWS_ACCESS_KEY_ID)',
        '          AWS_SECRET_ACCESS_KEY: $(AWS_SECRET_ACCESS_KEY)',
        '      - task: PublishTestResults@2',
        '        condition: always()',
        `        inputs: { testResultsFormat: JUnit, testResultsFiles: ${yamlText(inFolder(job, 'credit-guard.xml'))} }`,
      ]),
      '',
    ].join('\n'),
};

const bitbucket: Platform = {
  title: 'Bitbucket Pipelines',
  signs: ['bitbucket-pipelines.yml'],
  host: 'bitbucket',
  file: 'bitbucket-pipelines.yml',
  text: (projects) =>
    [
      ...HEAD,
      `# ${SECRETS}`,
      `image: ${NODE_IMAGE}`,
      'pipelines:',
      '  pull-requests:',
      "    '**':",
      '      - parallel:',
      ...jobsOf(projects).flatMap((job) => [
        '          - step:',
        `              name: ${yamlText(`credit-guard ${job.slug}`)}`,
        '              script:',
        ...linesOf(job, [{ format: 'junit', file: 'test-results/credit-guard.xml' }, ...BOTH.slice(1)]).map(
          (line) => `                - ${yamlLine(line)}`,
        ),
        `              artifacts: [${yamlText(inFolder(job, 'credit-guard.html'))}]`,
      ]),
      '',
    ].join('\n'),
};

const circleci: Platform = {
  title: 'CircleCI',
  signs: ['.circleci'],
  file: '.circleci/config.yml',
  text: (projects) =>
    [
      ...HEAD,
      `# ${SECRETS}`,
      'version: 2.1',
      'jobs:',
      ...jobsOf(projects).flatMap((job) => [
        `  ${yamlText(job.slug)}:`,
        `    docker: [{ image: cimg/node:24.0 }]`,
        '    steps:',
        '      - checkout',
        '      - run:',
        '          name: credit-guard',
        '          command: |',
        ...block(linesOf(job, BOTH), 12),
        `      - store_test_results: { path: ${yamlText(inFolder(job, 'credit-guard.xml'))} }`,
        `      - store_artifacts: { path: ${yamlText(inFolder(job, 'credit-guard.html'))} }`,
      ]),
      'workflows:',
      '  credit-guard:',
      '    jobs:',
      ...jobsOf(projects).map((job) => `      - ${yamlText(job.slug)}: { context: [credit-guard] }`),
      '',
    ].join('\n'),
};

const buildkite: Platform = {
  title: 'Buildkite',
  signs: ['.buildkite'],
  file: '.buildkite/pipeline.credit-guard.yml',
  include: 'Add a step that uploads it: buildkite-agent pipeline upload .buildkite/pipeline.credit-guard.yml',
  text: (projects) =>
    [
      ...HEAD,
      `# ${SECRETS}`,
      '# The agent needs Node.js. `$$` keeps a variable for the step: one dollar is filled in at the upload.',
      'steps:',
      ...jobsOf(projects).flatMap((job) => [
        `  - label: ${yamlText(`credit-guard ${job.slug}`)}`,
        '    command: |',
        ...block(linesOf(job, BOTH), 6).map((line) => line.replaceAll('$', '$$$$')),
        `    artifact_paths: ${yamlText(inFolder(job, 'credit-guard.html'))}`,
      ]),
      '',
    ].join('\n'),
};

const jenkins: Platform = {
  title: 'Jenkins',
  signs: ['Jenkinsfile'],
  file: 'Jenkinsfile.credit-guard',
  include: 'Make a multibranch pipeline whose script path is Jenkinsfile.credit-guard.',
  text: (projects) =>
    [
      ...HEAD.map((line) => line.replace('#', '//')),
      `// ${SECRETS}`,
      'pipeline {',
      `  agent { docker { image '${NODE_IMAGE}' } }`,
      "  environment { PULUMI_ACCESS_TOKEN = credentials('pulumi-access-token') }",
      '  stages {',
      ...jobsOf(projects).flatMap((job) => [
        `    stage('${job.slug}') {`,
        '      steps {',
        '        catchError(buildResult: "FAILURE", stageResult: "FAILURE") {',
        "          sh '''",
        ...block(
          linesOf(job, BOTH).map((line) => line.replaceAll('\\', '\\\\')),
          12,
        ),
        "          '''",
        '        }',
        '      }',
        '      post {',
        '        always {',
        `          junit '${inFolder(job, 'credit-guard.xml').replaceAll("'", "\\'")}'`,
        `          archiveArtifacts artifacts: '${inFolder(job, 'credit-guard.html').replaceAll("'", "\\'")}', allowEmptyArchive: true`,
        '        }',
        '      }',
        '    }',
      ]),
      '  }',
      '}',
      '',
    ].join('\n'),
};

export const OTHERS = { azure, bitbucket, circleci, buildkite, jenkins } as const;
