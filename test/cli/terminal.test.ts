import { describe, expect, test } from 'vitest';
import type { Output } from '../../src/cli/io';
import { wantsColour, widthOf } from '../../src/cli/terminal';

const output = (parts: { isTTY?: boolean; columns?: number }) => parts as Output;

describe('colour', () => {
  test.each<[object, NodeJS.ProcessEnv, boolean]>([
    [{ isTTY: true }, {}, true],
    [{}, {}, false],
    [{ isTTY: true }, { NO_COLOR: '1' }, false],
    [{ isTTY: true }, { NO_COLOR: '' }, true],
    [{ isTTY: true }, { CI: 'true' }, false],
    [{ isTTY: true }, { TERM: 'dumb' }, false],
    [{}, { FORCE_COLOR: '1' }, true],
    [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
    [{}, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [{}, { FORCE_COLOR: '3', CI: 'true' }, true],
  ])('%j %j → %s', (stdout, env, wanted) => {
    expect(wantsColour({ stdout: output(stdout), env })).toBe(wanted);
  });
});

describe('width', () => {
  test.each<[object, NodeJS.ProcessEnv, number]>([
    [{}, {}, 80],
    [{ columns: 100 }, { COLUMNS: '60' }, 100],
    [{}, { COLUMNS: '60' }, 60],
    [{}, { COLUMNS: 'wide' }, 80],
    [{ columns: 400 }, {}, 110],
    [{ columns: 5 }, {}, 40],
  ])('%j %j → %i', (stdout, env, wanted) => {
    expect(widthOf({ stdout: output(stdout), env })).toBe(wanted);
  });
});
