/**
 * The work of action.yml: previews, checks, and tells the result as a comment, a job summary and outputs. Needs Node.js 20
 * and nothing else. Ends with 0 when the guard has answered; its answer is the output `exit-code`, which a later step
 * ends with, so that reports are uploaded first.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, createWriteStream, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { keepComment, markStale } from './comment.mjs';

const { env } = process;
const MAIN = 'dist/src/cli/main.js';
const FORMATS = { json: 'json', markdown: 'md', sarif: 'sarif', html: 'html' };

/** A line of a workflow's log that GitHub shows at the run. */
const told = (kind, text) => console.log(`::${kind} title=credit-guard::${escaped(text)}`);
const escaped = (text) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const work = resolve(env.GITHUB_WORKSPACE || process.cwd(), env.GUARD_WORKING_DIRECTORY || '.');
const folder = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'credit-guard-'));

const files = Object.fromEntries(
  Object.entries(FORMATS).map(([format, ending]) => [format, join(folder, `credit-guard.${ending}`)]),
);

await main().catch((error) => {
  told('error', error instanceof Error ? error.message : String(error));
  output({ 'exit-code': 3 });
});

async function main() {
  const limit = limitOf(env.GUARD_MAX_CASH_CHANGE);
  if (limit === undefined || !existsSync(work)) {
    told(
      'error',
      limit === undefined ? 'max-cash-change is no amount in USD, such as 50.00' : `There is no folder ${work}`,
    );
    return output({ 'exit-code': 2 });
  }
  const guard = guardFrom(work);
  if (guard === undefined) {
    told(
      'error',
      'pulumi-credit-guard is not installed: add it to the package.json of the project and run `npm ci` before.',
    );
    return output({ 'exit-code': 2 });
  }
  const { plan, code: previewed } = env.GUARD_PLAN ? { plan: resolve(work, env.GUARD_PLAN), code: 0 } : await preview();
  const checked = await check(guard, plan);
  const report = existsSync(files.json) ? JSON.parse(readFileSync(files.json, 'utf8')) : undefined;
  // A preview that failed is never judged; should one be that says so by its exit code alone, it is not passed.
  const exitCode =
    previewed !== 0 && checked.code < 2 ? 2 : overLimit(report, limit) && checked.code === 0 ? 1 : checked.code;
  await tell(report, checked.said);
  output({
    'exit-code': exitCode,
    status: report?.summary.status ?? '',
    sentence: report?.summary.sentence ?? '',
    'monthly-cash': report?.estimate.monthly.cash.max ?? '',
    'cash-change': report?.estimate.change?.cash.max ?? '',
    ...Object.fromEntries(
      ['json', 'sarif', 'html'].map((format) => [format, existsSync(files[format]) ? files[format] : '']),
    ),
  });
}

/** Infinity without a limit; undefined for what is no amount. */
function limitOf(written = '') {
  if (written.trim() === '') return Number.POSITIVE_INFINITY;
  return /^\d+(\.\d+)?$/.test(written.trim()) ? Number(written) : undefined;
}

/** What of a report counts as added cash: a month of it, or once. */
function overLimit(report, limit) {
  if (report === undefined || limit === Number.POSITIVE_INFINITY) return false;
  const { change, once } = report.estimate;
  const added = Math.max(Number(change?.cash.max ?? 0), Number(once.cash.max));
  if (added <= limit) return false;
  told('error', `The change adds up to $${added.toFixed(2)} of cash; max-cash-change is $${limit.toFixed(2)}.`);
  return true;
}

/** The guard of this very package, where it is built; else the one that the project has installed. */
function guardFrom(start) {
  const own = join(dirname(dirname(fileURLToPath(import.meta.url))), MAIN);
  if (existsSync(own)) return own;
  for (let at = start; ; at = dirname(at)) {
    const installed = join(at, 'node_modules/pulumi-credit-guard', MAIN);
    if (existsSync(installed)) return installed;
    if (dirname(at) === at) return undefined;
  }
}

async function preview() {
  const plan = join(folder, 'plan.json');
  const stack = env.GUARD_STACK ? ['--stack', env.GUARD_STACK] : [];
  const code = await run('pulumi', ['preview', '--json', '--show-sames', '--non-interactive', ...stack], plan);
  return { plan, code };
}

async function check(guard, plan) {
  const options = [
    ...(env.GUARD_CONFIG ? ['--config', env.GUARD_CONFIG] : []),
    ...(env.GUARD_CREDITS ? ['--credits', env.GUARD_CREDITS] : []),
    ...(env.GUARD_FAIL_ON ? ['--fail-on', env.GUARD_FAIL_ON] : []),
    ...Object.entries(files).flatMap(([format, file]) => ['--report', `${format}=${file}`]),
  ];
  const said = [];
  const code = await run(process.execPath, [guard, 'check', plan, ...options], undefined, said);
  return { code, said: said.join('') };
}

/** Runs a program in the project's folder without the token; what it prints goes to the log, or to a file. */
async function run(program, args, file, said) {
  const { GUARD_TOKEN: _, ...surroundings } = env;
  const child = spawn(program, args, {
    cwd: work,
    env: surroundings,
    stdio: ['ignore', file === undefined ? 'inherit' : 'pipe', said === undefined ? 'inherit' : 'pipe'],
  });
  const written = file === undefined ? undefined : child.stdout.pipe(createWriteStream(file));
  child.stderr?.on('data', (chunk) => {
    said.push(String(chunk));
    process.stderr.write(chunk);
  });
  const code = await new Promise((done, fail) => {
    child.on('error', (error) =>
      fail(error.code === 'ENOENT' ? new Error(`${program} is not on the PATH: install it in a step before`) : error),
    );
    child.on('close', (status) => done(status ?? 3));
  });
  if (written !== undefined) await finished(written);
  return code;
}

async function tell(report, said) {
  const text = report === undefined ? undefined : readFileSync(files.markdown, 'utf8');
  const summary =
    text ?? `**AWS credits: not judged.**\n\n\`\`\`text\n${said.replaceAll('```', "'''").trim()}\n\`\`\`\n`;
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, `${summary}\n`);
  if (report === undefined) told('error', said.split('\n')[0] || 'The plan was not judged.');
  const { number, sha } = pullRequest();
  if (env.GUARD_COMMENT !== 'true' || number === undefined) return;
  const place = {
    api: env.GITHUB_API_URL || 'https://api.github.com',
    repository: env.GITHUB_REPOSITORY,
    number,
    token: env.GUARD_TOKEN ?? '',
    needs: 'pull-requests',
    author: env.GUARD_COMMENT_AUTHOR || 'github-actions[bot]',
  };
  const problem =
    text === undefined
      ? await markStale(place, { stack: env.GUARD_STACK, project: projectName(), sha })
      : await keepComment(place, text);
  if (problem !== undefined) told('warning', `${problem} The report is in the job summary.`);
}

function pullRequest() {
  try {
    const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
    return { number: event.pull_request?.number, sha: event.pull_request?.head?.sha };
  } catch {
    return {};
  }
}

function projectName() {
  try {
    return /^name:\s*['"]?([\w.-]+)/m.exec(readFileSync(join(work, 'Pulumi.yaml'), 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

/** Outputs of the step. A value may hold anything: what ends it is not to be guessed. */
function output(values) {
  const end = `end-${randomUUID()}`;
  const lines = Object.entries(values).map(([name, value]) => `${name}<<${end}\n${value}\n${end}\n`);
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, lines.join(''));
}
