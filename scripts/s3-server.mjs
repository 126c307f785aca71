// Finds the S3 server that the tests of the shared pool file pin, or builds it, and prints its directory.
//   node scripts/s3-server.mjs          what was built before, else build it (minutes)
//   node scripts/s3-server.mjs --find   the same without building
// Exit 0 with the directory on standard output; 4 when there is none and no way to get one.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GoPrograms, printFolder } from './go-programs.mjs';

// It verifies signatures and regions, and takes conditional writes one at a time.
const built = new GoPrograms({
  modules: join(dirname(dirname(fileURLToPath(import.meta.url))), 'test/s3'),
  flags: ['-trimpath', '-buildvcs=false'],
  programs: [{ module: 'server', name: 'versitygw', source: 'github.com/versity/versitygw/cmd/versitygw' }],
  versions: { server: { of: 'github.com/versity/versitygw', into: 'main.Version' } },
});

printFolder(import.meta.url, { what: 'S3 server', find: () => built.find(), build: () => built.build() });
