import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserFile, opened, overflowOf, startBrowser, violationsIn } from '../support/browser';
import { type AssessmentSketch, aReport, credit, options } from './assessments';
import { render } from './readers';
import { nat, savingsPlan, situations } from './situations';

const page = (sketch?: AssessmentSketch) => render('html', aReport(sketch), options);

const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"\/>/;

test.each(Object.keys(situations))('%s: one file that asks for nothing', async (situation) => {
  const html = await page(situations[situation]);
  const policy = (POLICY.exec(html)?.[1] ?? '').replaceAll('&#39;', "'");
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; base-uri 'none'/);
  for (const [, tag, text = ''] of html.matchAll(/<(style|script)>(.*?)<\/\1>/gs)) {
    const hash = createHash('sha256').update(text).digest('base64');
    expect(policy).toContain(`${tag}-src 'sha256-${hash}'`);
  }
  const rest = html.replace(/<(style|script)>.*?<\/\1>/gs, '');
  expect(rest).not.toMatch(/<(script|style|iframe|object|embed|link|img|base|form)\b/i);
  expect(rest).not.toMatch(/<[^>]* (?:style|on\w+|src)=/i);
  for (const [, href = ''] of rest.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(#\w+|https:\/\/[\w.]+\/)/);
});

test('a name is text, in an attribute too', async () => {
  const html = await page(situations['markup']);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).not.toContain('<img');
});

test('a page holds a thousand findings and resources, and counts the rest', async () => {
  const domain = { type: 'aws:route53domains/domain:Domain', properties: { domainName: 'a.com' } };
  const html = await page({ resources: Array.from({ length: 1003 }, (_, i) => ({ ...domain, name: `d${i}` })) });
  expect(html.match(/<article/g)).toHaveLength(1000);
  expect(html).toContain('… and 3 more findings; --report json=FILE lists each.');
  expect(html).toContain('… and 3 more resources; --report json=FILE lists each.');
});

test('a page says that other accounts draw on the credits too, and how much', async () => {
  const sentence = 'Other accounts draw on them too: the table says how much.';
  const html = await page(situations['other accounts']);
  expect(html).toContain(sentence);
  expect(html).toMatch(/<th[^>]*>other accounts<\/th>/);
  expect(html).toContain('$40.00');
  expect(await page()).not.toContain(sentence);
});

test('no identifier stands twice', async () => {
  const html = await page({ resources: [nat, savingsPlan('100.00'), { ...savingsPlan('5.00'), name: 'b' }] });
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe('the chart', () => {
  const shrinking = { config: { credits: { manual: [credit('50.00', '2027-06-30')] } } };

  test('its bars are as high as the amounts of the table, by one scale', async () => {
    const html = await page(shrinking);
    const bars = [...html.matchAll(/<rect class="bar [^"]*"[^>]* height="([\d.]+)"><title>[^:]*: \$([\d.,]+)/g)];
    expect(bars.length).toBeGreaterThan(2);
    const scales = bars.map(([, height, usd]) => Number(height) / Number(usd?.replaceAll(',', '')));
    for (const scale of scales) expect(scale).toBeCloseTo(scales[0] ?? 0, 1);
  });

  test('each month of the forecast is a row, with the same values', async () => {
    const report = aReport(shrinking);
    const html = await render('html', report, options);
    for (const { month, cash } of report.forecast?.months ?? []) {
      const [, row = ''] = new RegExp(`<th scope="row">${month}</th>(.*?)</tr>`).exec(html) ?? [];
      expect(row).toContain(`>$${cash.toFixed(2)}<`);
    }
  });

  test('credits that end within it are marked', async () => {
    const html = await page(shrinking);
    expect(html).not.toContain('class="expiry"'); // used up long before
    expect(await page({ config: { credits: { manual: [credit('9000', '2027-03-31')] } } })).toContain(
      '<g class="expiry"><title>Start-up credit expires on 2027-03-31.</title>',
    );
  });

  test('without a balance there is none', async () => {
    const html = await page({ config: {} });
    expect(html).not.toContain('<svg class="chart"');
    expect(html).toContain('The credit balance is not known');
  });
});

describe.runIf(browserFile !== undefined)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'credit-guard-html-'));
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function openedReport(html: string, look: Parameters<Browser['newPage']>[0] = {}) {
    const file = join(folder, 'report.html');
    writeFileSync(file, html);
    return opened(browser, file, look);
  }

  const looks = [
    ['light', { colorScheme: 'light' as const }, ['cash', 'change', 'no balance', 'empty']],
    ['dark', { colorScheme: 'dark' as const }, ['cash', 'used up, partly read']],
    ['narrow', { viewport: { width: 360, height: 740 } }, ['hostile', 'markup']],
  ] as const;

  test.each(looks)('%s: no violation, no complaint, no overflow', async (_, look, shown) => {
    for (const situation of shown) {
      const { tab, complaints } = await openedReport(await page(situations[situation]), look);
      await tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
      expect(await violationsIn(tab)).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await overflowOf(tab)).toBe(0);
      await tab.close();
    }
  });

  test('tables sort and filter by keyboard', async () => {
    const resources = [nat, { ...savingsPlan('100.00'), name: 'plan' }, { type: 'aws:ec2/eip:Eip', name: 'address' }];
    const { tab } = await openedReport(await page({ resources }));
    const first = () => tab.locator('#by-resource tbody tr:visible').first().locator('summary').textContent();
    expect(await first()).toContain('SavingsPlan');
    const head = tab.locator('#by-resource th', { hasText: 'USD' });
    await head.locator('button').focus();
    await tab.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    await tab.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect(await first()).toContain('address');
    await tab.locator('#by-resource-filter').fill('natgateway');
    expect(await tab.locator('#by-resource tbody tr:visible').count()).toBe(1);
    expect(await tab.locator('output').textContent()).toBe('1 of 3 shown');
    await tab.close();
  });

  test('a printer gets what is folded', async () => {
    const { tab } = await openedReport(await page(situations['cash']));
    const open = () => tab.locator('details[open]').count();
    expect(await open()).toBe(0);
    await tab.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await open()).toBe(await tab.locator('details').count());
    await tab.evaluate("dispatchEvent(new Event('afterprint'))");
    expect(await open()).toBe(0);
    await tab.close();
  });
});
