// Finds a Pulumi engine for the tests of test/engine, or builds the one that they pin, and prints its directory.
//   node scripts/engine.mjs          what is on PATH, else what was built before, else build it (minutes)
//   node scripts/engine.mjs --find   the same without building
// Exit 0 with the directory on standard output; 4 when there is no engine and no way to get one.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GoPrograms, onPath, printFolder } from './go-programs.mjs';

const built = new GoPrograms({
  modules: join(dirname(dirname(fileURLToPath(import.meta.url))), 'test/engine/cli'),
  // The tags and linker flags of Pulumi's own releases. grpcnotrace lets the linker drop dead code.
  flags: ['-trimpath', '-buildvcs=false', '-tags', 'osusergo,grpcnotrace'],
  programs: [
    { module: 'engine', name: 'pulumi', source: 'github.com/pulumi/pulumi/pkg/v3/cmd/pulumi' },
    // A stand-in for the real one, which is no module that can be built from here: see its README.md.
    { module: 'engine', name: 'pulumi-language-nodejs', source: './nodejs-host' },
    { module: 'yaml', name: 'pulumi-language-yaml', source: 'github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml' },
  ],
  versions: {
    engine: {
      of: 'github.com/pulumi/pulumi/pkg/v3',
      into: 'github.com/pulumi/pulumi/sdk/v3/go/common/version.Version',
    },
    yaml: { of: 'github.com/pulumi/pulumi-yaml', into: 'github.com/pulumi/pulumi-yaml/pkg/version.Version' },
  },
});

/** The directory of a `pulumi` that can be run now, or undefined. */
const findEngine = () => onPath('pulumi') ?? built.find();

/** Undefined when there is no `go` to build with. */
const buildEngine = () => built.build();

printFolder(import.meta.url, { what: 'Pulumi engine', find: findEngine, build: buildEngine });
