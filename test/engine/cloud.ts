// A stand-in for Pulumi Cloud: as much of its service as `pulumi policy publish` talks to, and nothing is kept.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Cloud {
  readonly url: string;
  /** What the CLI said of the pack, and the archive that it sent. */
  readonly published: { metadata?: Record<string, unknown>; archive?: Buffer };
  stop(): void;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export async function startCloud(): Promise<Cloud> {
  const published: Cloud['published'] = {};
  const server = createServer((request, response) => {
    const { method, url: path } = request;
    const answer = (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
    void bodyOf(request).then((body) => {
      if (method === 'PUT' && path === '/upload') {
        published.archive = body;
        response.end();
      } else if (method === 'POST' && path === '/api/orgs/acme/policypacks') {
        published.metadata = JSON.parse(body.toString());
        answer({ version: 1, uploadURI: `${url()}/upload`, requiredHeaders: {} });
      } else if (path === '/api/user') {
        const acme = { githubLogin: 'acme', name: 'acme', avatarUrl: '' };
        answer({ id: '1', githubLogin: 'somebody', name: 'Somebody', email: '', avatarUrl: '', organizations: [acme] });
      } else answer({});
    });
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { url: url(), published, stop: () => server.close() };
}
