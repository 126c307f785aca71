import { describe, expect, test } from 'vitest';
import { listsProduct, sameProduct } from '../../../src/core/coverage/products';

describe('names of one product', () => {
  test.each([
    ['Amazon EC2', 'AmazonEC2'],
    ['Amazon EC2', 'Amazon Elastic Compute Cloud - Compute'],
    ['EC2 - Other', 'amazon elastic compute cloud'],
    ['Amazon Simple Notification Service', 'Amazon SNS'],
    ['Amazon Quick Suite', 'Amazon QuickSight'],
    ['Amazon WorkSpaces Applications', 'Amazon AppStream 2.0'],
    ['Contact Center Telecommunications (service sold by AMCS, LLC)', 'Contact Center Telecommunications'],
    ['A product that nobody knows', 'a-product that nobody knows'],
  ])('%s is %s', (a, b) => {
    expect(sameProduct(a, b)).toBe(true);
    expect(sameProduct(b, a)).toBe(true);
  });

  test.each([
    ['Amazon EC2', 'Amazon ECS'],
    ['Amazon WorkSpaces', 'Amazon WorkSpaces Applications'],
    ['Amazon Connect', 'Contact Center Telecommunications'],
    ['Amazon Connect', 'AWS Direct Connect'],
    ['AWS Shield', 'AWS WAF'],
    ['Amazon Bedrock', 'AWS Marketplace'],
  ])('%s is not %s', (a, b) => expect(sameProduct(a, b)).toBe(false));
});

test('a list names a product under any of its names', () => {
  expect(listsProduct(['AWS Lambda', 'AmazonEC2'], 'Amazon Elastic Compute Cloud')).toBe(true);
  expect(listsProduct(['AWS Lambda'], 'Amazon EC2')).toBe(false);
  expect(listsProduct([], 'Amazon EC2')).toBe(false);
});
