import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const folders = (process.env['PATH'] ?? '').split(delimiter);

/** The browser of this machine; undefined where there is none: CI installs one. */
export const browserFile = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);

export const startBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: browserFile ?? '', args: ['--no-sandbox'] });

/** A page that was opened from a file; what the browser complains of, and what it asks the network for. */
export async function opened(browser: Browser, file: string, look: Parameters<Browser['newPage']>[0] = {}) {
  const tab = await browser.newPage(look);
  const complaints: string[] = [];
  tab.on('console', (message) => complaints.push(message.text()));
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('request', (request) => {
    if (!request.url().startsWith('file:')) complaints.push(request.url());
  });
  await tab.goto(`file://${file}`);
  return { tab, complaints };
}

let axe: string | undefined;

/** What hinders somebody who does not see, or does not use a mouse. */
export async function violationsIn(tab: Page): Promise<string[]> {
  axe ??= readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    'axe.run({ preload: false })',
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Columns that stick out at the right. */
export async function overflowOf(tab: Page): Promise<number> {
  const [wide = 0, room = 0] = await tab.evaluate<number[]>('[document.documentElement.scrollWidth, innerWidth]');
  return Math.max(0, wide - room);
}
