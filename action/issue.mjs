/**
 * For a scheduled job: opens one issue for a stack whose credits end soon, brings it up to date, and closes it when they no
 * longer do.
 *
 *   node issue.mjs guard.json guard.md 60
 *
 * reads what `credit-guard check --report json=guard.json --report markdown=guard.md` wrote; the last word is a number of days.
 * GITHUB_TOKEN, GITHUB_REPOSITORY and GITHUB_API_URL are as GitHub sets them; the job needs permissions: issues: write.
 * Ends with 1 when the issue could not be written, and with 2 when the balance is not known: nobody is then told in time.
 */
import { readFileSync } from 'node:fs';
import { ask, saying } from './github.mjs';

const PAGE = 100;
const AUTHOR = process.env.GUARD_ISSUE_AUTHOR || 'github-actions[bot]';
const [jsonFile, markdownFile, days] = process.argv.slice(2);

process.exitCode = await main().catch((error) => say(`error: ${error.message}`, 2));

async function main() {
  if (markdownFile === undefined || !/^\d+$/.test(days ?? ''))
    return say('usage: node issue.mjs guard.json guard.md DAYS', 2);
  const { outlook, summary, stack } = JSON.parse(readFileSync(jsonFile, 'utf8'));
  const report = readFileSync(markdownFile, 'utf8');
  if (outlook === null)
    return say('The credit balance is not known, so nobody can say when it ends. See the log of the check.', 2);
  const { state, at } = outlook.runway;
  const endsSoon = state === 'ends' && outlook.runwayDays < Number(days);
  const name = [stack.organization, stack.project, stack.name].filter((part) => part !== null).join('/');
  const title = `AWS credits of ${name} cover little from ${at?.slice(0, 10)} on`;
  const place = {
    api: process.env.GITHUB_API_URL || 'https://api.github.com',
    repository: process.env.GITHUB_REPOSITORY,
    token: process.env.GITHUB_TOKEN ?? '',
    needs: 'issues',
  };
  const problem = await saying('The issue', async () => {
    const open = await openIssue(place, report.split('\n')[0]);
    if (endsSoon) await write(place, open, { title, body: report });
    else if (open !== undefined) await close(place, open, summary.sentence);
  });
  if (problem !== undefined) return say(problem, 1);
  return say(endsSoon ? title : `Credits last longer than ${days} days, or cover nothing here.`, 0);
}

function say(text, code) {
  console.log(text);
  return code;
}

/** Our own, by the hidden marker of the stack in its first line. */
async function openIssue(place, marker) {
  for (let page = 1; ; page++) {
    const query = `state=open&creator=${encodeURIComponent(AUTHOR)}&per_page=${PAGE}&page=${page}`;
    const issues = await ask(place, 'GET', `/issues?${query}`);
    const own = issues.find(
      ({ body, user, pull_request: pull }) => !pull && user?.login === AUTHOR && body?.split(/\r?\n/)[0] === marker,
    );
    if (own !== undefined || issues.length < PAGE) return own;
  }
}

async function write(place, open, content) {
  if (open === undefined) await ask(place, 'POST', '/issues', content);
  else await ask(place, 'PATCH', `/issues/${open.number}`, content);
}

async function close(place, { number }, sentence) {
  await ask(place, 'POST', `/issues/${number}/comments`, { body: `No longer: ${sentence}` });
  await ask(place, 'PATCH', `/issues/${number}`, { state: 'closed' });
}
