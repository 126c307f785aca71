/** The comment on a pull request: one for each stack, found again by the hidden marker in its first line. */
import { ask, saying } from './github.mjs';

const MARKER = /^<!-- pulumi-credit-guard: (.+) -->$/;
const PAGE = 100;
/** As many comments as are looked at: thirty pages. */
const MOST_PAGES = 30;

/** Writes the comment, or brings our own up to date. Answers with what went wrong, in a sentence. */
export async function keepComment(place, body) {
  const [marker] = body.split('\n');
  return saying('The comment', async () => {
    const own = (await ownComments(place)).find((comment) => comment.body.split(/\r?\n/)[0] === marker);
    if (own === undefined) await ask(place, 'POST', `/issues/${place.number}/comments`, { body });
    else await ask(place, 'PATCH', `/issues/comments/${own.id}`, { body });
  });
}

/** A comment on an earlier commit would read as one on this: where there is one of the stack, it says so. */
export async function markStale(place, { stack, project, sha }) {
  if (!stack) return undefined;
  return saying('The comment', async () => {
    for (const { id, body } of await ownComments(place)) {
      const [first] = body.split(/\r?\n/);
      const key = MARKER.exec(first)?.[1];
      if (key !== `${project}/${stack}` && key?.endsWith(`/${project}/${stack}`) !== true) continue;
      const of = sha === undefined ? 'the last commit' : `commit ${sha.slice(0, 12)}`;
      const text = `**AWS credits: not judged.** The run for ${of} failed before it could be. See the job for the reason.`;
      await ask(place, 'PATCH', `/issues/comments/${id}`, { body: `${first}\n${text}\n` });
    }
  });
}

/** Comments of ours alone: anybody may write our marker, and nobody's words are replaced. */
async function ownComments(place) {
  const found = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const comments = await ask(place, 'GET', `/issues/${place.number}/comments?per_page=${PAGE}&page=${page}`);
    found.push(
      ...comments.filter(({ user, body }) => user?.login === place.author && MARKER.test(body.split(/\r?\n/)[0])),
    );
    if (comments.length < PAGE) break;
  }
  return found;
}
