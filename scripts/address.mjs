/**
 * Where this repository lives. Nothing in it says so, for a fork or a move would make that wrong: it is the address of the
 * checkout, which is the one that a release is signed for.
 */
import { spawnSync } from 'node:child_process';

/** `https://github.com/acme/guard`; undefined where the checkout is of nowhere that others reach. */
export function repositoryAddress(root, env = process.env) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name } = env;
  if (server && name) return `${server}/${name}`;
  const { stdout } = spawnSync('git', ['remote', 'get-url', 'origin'], { cwd: root, encoding: 'utf8' });
  return webAddress((stdout ?? '').trim());
}

/** `git@host:a/b.git`, `ssh://git@host/a/b.git` and `https://user:secret@host/a/b.git` are all `https://host/a/b`. */
export function webAddress(remote) {
  const [, host, path] =
    /^(?:https?:\/\/|ssh:\/\/)?(?:[^@/]*@)?([\w.-]+\.[a-z]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/i.exec(remote) ?? [];
  return host === undefined || path.startsWith('/') ? undefined : `https://${host}/${path}`;
}

/** What a package.json says of it; what is written there already stays. */
export const manifestFields = (address) => ({
  homepage: fileAddress(address, 'README.md'),
  repository: { type: 'git', url: `git+${address}.git` },
  bugs: { url: `${address}/${isGitLab(address) ? '-/' : ''}issues` },
});

/** A file on the default branch: as a page, or as it is. */
export const fileAddress = (address, path, as = 'blob') =>
  `${address}/${isGitLab(address) ? '-/' : ''}${as}/HEAD/${path}`;

const isGitLab = (address) => new URL(address).hostname.includes('gitlab');

/** A text in Markdown whose links and pictures lead to the repository from anywhere. */
export function withAbsoluteLinks(text, address) {
  const parts = text.split(/(^```[\s\S]*?^```$)/m);
  return parts.map((part, i) => (i % 2 === 1 ? part : absolute(part, address))).join('');
}

const absolute = (text, address) =>
  text.replace(
    /(!?)(\[(?:[^\]\\]|\\.)*\]\()(?![a-z]+:|#)([^)\s]+)\)/gi,
    (_, picture, words, path) => `${picture}${words}${fileAddress(address, path, picture === '' ? 'blob' : 'raw')})`,
  );
