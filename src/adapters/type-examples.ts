import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Example } from '../core/charges/example';

const FILE = join(__dirname, '../data/type-examples.json');

/** An example of each priced type, by its token: those that the tests price. */
export const readExamples = (): Readonly<Record<string, Example>> => JSON.parse(readFileSync(FILE, 'utf8'));
