/** The few calls of GitHub's API that the scripts here need. */

const TRIES = 3;

/** Does some work with GitHub; answers with what went wrong, in a sentence. */
export async function saying(what, work) {
  try {
    await work();
    return undefined;
  } catch (error) {
    return `${what} could not be written: ${error.message}.`;
  }
}

export async function ask({ api, repository, token, needs }, method, path, content) {
  for (let tried = 1; ; tried++) {
    const answer = await fetch(`${api}/repos/${repository}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'pulumi-credit-guard',
        'x-github-api-version': '2022-11-28',
      },
      body: content === undefined ? undefined : JSON.stringify(content),
      signal: AbortSignal.timeout(20_000),
    }).catch((error) => ({ ok: false, status: 0, error }));
    if (answer.ok) return answer.json();
    const isPassing = answer.status === 0 || answer.status === 429 || answer.status >= 500;
    // A comment that may have been written is not written again.
    if (isPassing && method !== 'POST' && tried < TRIES) {
      await new Promise((done) => setTimeout(done, tried * 1000));
      continue;
    }
    throw new Error(reasonOf(answer, needs));
  }
}

/** Not allowed, or not even to be seen. */
const REFUSED = new Set([401, 403, 404]);

function reasonOf({ status, error }, needs) {
  if (status === 0) return `GitHub was not reached (${error.cause?.code ?? error.name})`;
  if (REFUSED.has(status))
    return `GitHub answered ${status}; the job needs permissions: ${needs}: write, which a fork's pull request does not get`;
  return `GitHub answered ${status}`;
}
