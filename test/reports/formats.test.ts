import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { isoDay } from '../../src/core/instant';
import { dollarRange, zero } from '../../src/core/money';
import { REPORT_FORMATS, type Report, type ReportFormatName } from '../../src/reports';
import { json } from '../../src/reports/json';
import type { Figure } from '../../src/reports/model/figures';
import { text } from '../../src/reports/text';
import { aReport, options } from './assessments';
import { readers, render } from './readers';
import { savingsPlan, situations } from './situations';

const reports = Object.fromEntries(Object.entries(situations).map(([name, sketch]) => [name, aReport(sketch)]));
const names = Object.keys(reports);
const reportIn = (situation: string): Report => reports[situation] ?? aReport();

/** Everything that a format can be asked for. */
const ways = [
  options,
  { ...options, verbose: true, all: true },
  { ...options, width: 40 },
  { ...options, width: 110, colour: true, all: true },
];
const inFull = { ...options, width: 400, verbose: true, all: true };

describe.each(REPORT_FORMATS)('%s', (format) => {
  test.each(names)('%s: same report, same bytes, one line break at the end', async (situation) => {
    for (const way of ways) {
      const written = await render(format, reportIn(situation), way);
      expect(await render(format, reportIn(situation), { ...way })).toBe(written);
      expect(written).toMatch(/[^\n]\n$/);
    }
  });

  test.each([
    'no balance',
    'partial',
    'nothing priced',
    'amount not known',
    'partly read',
    'cash',
    'no credits',
    'unlisted products',
    'starts later',
    'hostile',
  ])('%s is never "within credits"', async (situation) => {
    for (const way of ways) expect(await render(format, reportIn(situation), way)).not.toMatch(/within.credits/);
  });

  test.each(names)('%s: the verdict and each note are told', async (situation) => {
    const written = await oneLine(format, reportIn(situation));
    const { notes, verdict } = reportIn(situation);
    for (const { text } of notes) expect(written).toContain(text);

    // A list of defects has no place for it.
    if (format !== 'gitlab') expect(written).toContain(verdict.sentence);
  });

  test('each note has its line without flags, too', async () => {
    for (const { text } of reportIn('hostile').notes) {
      const written = readers[format](await render(format, reportIn('hostile'), options));
      expect(written).toContain(text.slice(0, 40));
    }
  });

  test.each(names)('%s: each finding is told', async (situation) => {
    const written = await oneLine(format, reportIn(situation));
    for (const { headline } of reportIn(situation).findings) expect(written).toContain(headline);
  });

  test('names are data: no control sequence, no line of their own, no command to a CI platform', async () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point
    const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;
    for (const way of ways) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours are the only ones allowed
      const written = (await render(format, reportIn('hostile'), way)).replace(/\u001b\[(?:0|1|2|22|3[0-9])m/g, '');
      expect(written).not.toMatch(control);
      expect(written).not.toMatch(/^fake: line/m);
      expect(written).not.toMatch(/##\w*\[/m);

      // Commands are what one format is made of; ci-formats.test.ts looks at each.
      if (format !== 'github') expect(written).not.toMatch(/^\s*::/m);
    }
  });
});

/** What a reader of a format finds when it is asked for all of it, on one line. */
const oneLine = async (format: ReportFormatName, report: Report): Promise<string> =>
  readers[format](await render(format, report, inFull)).replace(/\s+/g, ' ');

describe('a partial figure is marked', () => {
  const partial = names.filter((situation) => reportIn(situation).isPartial);

  test('there are such situations', () => {
    expect(partial).toEqual(
      expect.arrayContaining([
        'partial',
        'nothing priced',
        'amount not known',
        'partly read',
        'used up, partly read',
        'hostile',
      ]),
    );
  });

  test.each(REPORT_FORMATS)('%s: no amount of a partial plan stands without a mark', async (format) => {
    for (const situation of partial) {
      const report = reportIn(situation);
      const { monthly } = report.estimate;
      const written = await oneLine(format, report);
      const [, after] = written.split(`${dollarRange(monthly.total)} a month`);
      if (after !== undefined && monthly.total.isPartial) expect(after).toMatch(/^ or more/);
      expect(written).toMatch(/or more|not known|"partial": ?true/);
    }
  });

  test.each(partial)('%s: in text, "or more" or "not known" stands beside it', (situation) => {
    const report = reportIn(situation);
    const lines = text(report, inFull).split('\n');
    const whole = new Set(
      figuresIn(report)
        .filter(({ isPartial }) => !isPartial)
        .map(dollarRange),
    );
    const open = new Set(
      figuresIn(report)
        .filter(({ isPartial }) => isPartial)
        .map(dollarRange),
    );
    const beginning = lines.indexOf('') + 1; // after the verdict, which is a sentence
    for (const line of lines.slice(beginning)) {
      const written = line.match(/^ +(\S*\$[\d.,$–]+\d)/)?.[1] ?? '';
      if (open.has(written) && !whole.has(written)) expect(line).toMatch(/or more|not known/);
    }
  });

  // A row of a table begins with its amount.
  const ROWS = { markdown: /^\| (?!---|USD).*$/gm, html: /<tr>.*?<\/tr>/gs } as const;

  describe.each(Object.entries(ROWS))('%s', (format, row) => {
    test.each(partial)('%s: each row of a partial figure says so', async (situation) => {
      const report = reportIn(situation);
      const [open, whole] = [true, false].map(
        (isPartial) =>
          new Set(figuresIn(report).flatMap((one) => (one.isPartial === isPartial ? [dollarRange(one)] : []))),
      );
      const written = await render(format as ReportFormatName, report, inFull);
      for (const [text] of written.matchAll(row)) {
        const [amount = ''] = /\$[\d.,$–]+\d/.exec(text) ?? [];
        if (open?.has(amount) && !whole?.has(amount)) expect(text).toMatch(/or more|not known/);
      }
      const unknown = report.products.some(({ monthly }) => monthly.total.isPartial && monthly.total.max.eq(zero));
      if (unknown) expect(written).toContain('not known');
    });
  });

  test.each(partial)('%s: of what nothing is known, no $0.00 is told', (situation) => {
    const report = reportIn(situation);
    const unknown = report.resources.filter(({ monthly }) => monthly.total.isPartial && monthly.total.max.eq(zero));
    const lines = text(report, inFull).split('\n');
    for (const { name } of unknown) {
      const line = lines.find((one) => one.includes(` ${name} · `) || one.includes(` ${name} (shop/`));
      expect(line).toContain('not known');
      expect(line).not.toContain('$0.00');
    }
  });

  test.each(partial)('%s: in text, each day of an end is "at the latest" or "or sooner"', (situation) => {
    const report = reportIn(situation);
    const written = text(report, inFull).replace(/\s+/g, ' ');
    const ends = report.products.flatMap(({ end }) => (end === undefined ? [] : [isoDay(end.earliest)]));
    for (const end of new Set(ends)) {
      const [, after = ''] = written.split(`until ${end}`);
      expect(after).toMatch(/^(–\S+)? (at the latest|or sooner)/);
    }
  });

  test.each(partial)('%s: in JSON, partial is true on each', (situation) => {
    const report = reportIn(situation);
    const document = JSON.parse(json(report, options));
    expect(document.summary.partial).toBe(true);
    expect(document.estimate.monthly.partial).toBe(report.estimate.monthly.total.isPartial);
    expect(document.outlook?.partial ?? true).toBe(true);
    for (const [i, row] of report.resources.entries()) {
      expect(document.resources[i].monthly.partial).toBe(row.monthly.total.isPartial);
      expect(document.resources[i].once.partial).toBe(row.once.total.isPartial);
    }
    for (const [i, row] of report.products.entries()) {
      expect(document.products[i].monthly.partial).toBe(row.monthly.total.isPartial);
    }
  });

  test('a plan that is whole marks nothing', () => {
    expect(text(reportIn('used up'), inFull)).not.toMatch(/or more|at the latest/);
    expect(json(reportIn('used up'), options)).not.toContain('"partial":true');
  });
});

const figuresIn = ({ estimate, resources, products, forecast }: Report): Figure[] =>
  [estimate, ...resources, ...products]
    .flatMap(({ monthly, once }) => [monthly, once])
    .flatMap(({ total, covered, cash, unknown }) => [total, covered, cash, unknown])
    .concat(forecast === undefined ? [] : [forecast.coverable])
    .filter(({ min, max }) => max.gt(zero) || min.gt(zero));

test.each(['markdown', 'html', 'sarif'] as const)(
  '%s: a finding links to the page of its rule, where it has one',
  async (format) => {
    const page = 'https://host.example/blob/HEAD/docs/rules/savings-plan-upfront.md';
    const homepage = 'https://host.example/blob/HEAD/README.md';
    const report = aReport({ resources: [savingsPlan('100.00')] });
    expect(await render(format, report, { ...options, homepage })).toContain(page);
    expect(await render(format, report, options)).not.toContain('savings-plan-upfront.md');
  },
);

describe('the published schema', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../docs/schemas/report.schema.json'), 'utf8'));
  const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  const scenarios = join(__dirname, '../scenarios');

  test.each(names)('%s', (situation) => {
    const document = JSON.parse(json(reportIn(situation), options));
    validate(document);
    expect(validate.errors).toBeNull();
    const expected = Object.keys(schema.properties).filter((key) => key !== 'stacks' || situation === 'several stacks');
    expect(Object.keys(document).sort()).toEqual(expected.sort());
  });

  test.each(['../golden/demo.json', ...readdirSync(scenarios).map((story) => `${story}/expected/json.json`)])(
    '%s',
    (file) => {
      validate(JSON.parse(readFileSync(join(scenarios, file), 'utf8')));
      expect(validate.errors).toBeNull();
    },
  );
});

describe('a run loads the formats that it writes', () => {
  test('the list of formats loads none of them', () => {
    const list = readFileSync(join(__dirname, '../../src/reports/formats.ts'), 'utf8');
    const imports = list.split('\n').filter((line) => line.startsWith('import'));
    expect(imports).toEqual(["import type { Render } from './format';"]);
    expect(REPORT_FORMATS.length).toBeGreaterThan(2);
  });
});
