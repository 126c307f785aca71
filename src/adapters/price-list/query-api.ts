import { notice } from '../../core/notice';
import type { PriceFamily } from '../../core/price-list/families';
import { type Offer, offerOfItem } from '../../core/price-list/offer';
import type { Aws } from '../aws/aws';
import { ReadFailure } from '../aws/failure';

const CALL = 'GetProducts';
/** As many as AWS gives at once. */
const PAGE = 100;
/** No family has as many lines in one region: a token that leads in a circle would never end. */
const MOST_PAGES = 1000;

/**
 * The offers of one family in one region, page by page.
 * https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_pricing_GetProducts.html
 *
 * @throws ReadFailure
 */
export async function* askOffers(aws: Pick<Aws, 'ask'>, family: PriceFamily, region: string): AsyncIterable<Offer> {
  const filters = Object.entries({ ...family.ask, regionCode: region });
  let token: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await aws.ask(CALL, {
      ServiceCode: family.service,
      Filters: filters.map(([Field, Value]) => ({ Type: 'TERM_MATCH', Field, Value })),
      FormatVersion: 'aws_v1',
      MaxResults: PAGE,
      ...(token === undefined ? {} : { NextToken: token }),
    });
    const { PriceList: items, NextToken: next } = answer;
    if (!Array.isArray(items)) throw malformed('it has no PriceList');
    for (const item of items) {
      const offer = offerOfItem(item);
      if (offer !== undefined) yield offer;
    }
    if (typeof next !== 'string' || next === '') return;
    token = next;
  }
  throw malformed('its pages have no end');
}

const malformed = (what: string): ReadFailure =>
  new ReadFailure(notice('aws-answer-malformed', 'warn', { call: CALL, what }));
