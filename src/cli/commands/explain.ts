import { assessTogether } from '../../core/assess';
import type { Assessment } from '../../core/assessment';
import { sameProduct } from '../../core/coverage/products';
import { nearest } from '../../core/nearest';
import type { Settings } from '../../core/settings';
import type { ProductRow } from '../../reports/model/product-rows';
import { type Report, reportOf } from '../../reports/model/report';
import { productExplained, resourceExplained, rulesInPlan } from '../../reports/terminal/explain';
import { Page } from '../../reports/terminal/page';
import { clean } from '../../words/text';
import { EXIT, type ExitCode } from '../exit-codes';
import { gatherAll, plansNamed, type Sources } from '../gather';
import { InputError, type Io, write } from '../io';
import { wantsColour, widthOf } from '../terminal';
import { type Asked, askedAbout, idsIn, linesAbout, names } from './rules';

/** What is behind a figure: of a resource, of a product, or of what a rule finds. */
export async function explain(what: string, plans: readonly string[], options: Sources, io: Io): Promise<ExitCode> {
  const page = new Page(widthOf(io), wantsColour(io));
  const asked = askedAbout(what);
  // A rule says what it says without a plan.
  const found: readonly Explained[] =
    asked !== undefined && plans.length === 0
      ? [(onPage) => linesAbout(asked, onPage)]
      : await inPlan(what, plans, options, io);
  const lines = found.flatMap((linesOn, i) => (i === 0 ? linesOn(page) : ['', ...linesOn(page)]));
  await write(io.stdout, `${lines.join('\n')}\n`);
  return EXIT.fine;
}

async function inPlan(what: string, plans: readonly string[], options: Sources, io: Io): Promise<Explained[]> {
  const { input } = await gatherAll(await plansNamed(plans, io), options, io);
  const assessment = assessTogether(input);
  return find(what, { assessment, report: reportOf(assessment), settings: input.settings });
}

interface Judged {
  readonly assessment: Assessment;
  readonly report: Report;
  readonly settings: Settings;
}

type Explained = (page: Page) => string[];

/** A URN first, then a rule, a product, and names of resources: all that bear it. @throws InputError when nothing does. */
function find(what: string, judged: Judged): Explained[] {
  const { report } = judged;
  const asked = askedAbout(what);
  if (asked !== undefined) return [ofRule(asked, report)];
  const byUrn = resourcesWith(judged, ({ urn }) => urn === what);
  if (byUrn.length > 0) return byUrn;
  const products = report.products.filter(({ product }) => sameProduct(product, what));
  if (products.length > 0) return products.map((row) => ofProduct(row, report));
  const named = resourcesWith(judged, ({ name }) => name === what);
  if (named.length > 0) return named;
  throw new InputError([`${what}: no resource, product or rule of this plan is called so${meant(what, report)}`]);
}

function resourcesWith(
  { assessment, report, settings }: Judged,
  test: (row: { urn: string; name: string }) => boolean,
) {
  return report.resources.flatMap((row, i): Explained[] => {
    const judged = assessment.resources[i];
    return judged !== undefined && test(judged.resource)
      ? [(page) => resourceExplained(row, judged, { report, usage: settings.usage }, page)]
      : [];
  });
}

const ofProduct =
  (row: ProductRow, report: Report): Explained =>
  (page) =>
    productExplained(row, report, page);

const ofRule =
  (asked: Asked, report: Report): Explained =>
  (page) => [...linesAbout(asked, page), ...rulesInPlan(idsIn(asked), report, page)];

function meant(what: string, { resources, products }: Report): string {
  const called = [...resources.map(({ name }) => name), ...products.map(({ product }) => product), ...names()];
  const near = nearest(what, called);
  return near === undefined ? '.' : `; did you mean ${clean(near, 100)}?`;
}
