import { describe, expect, test } from 'vitest';
import { displayProduct, listsProduct, productNames, sameProduct } from '../../../src/core/coverage/products';

describe('names of one product', () => {
  test.each([
    ['Amazon EC2', 'AmazonEC2'],
    ['Amazon EC2', 'Amazon Elastic Compute Cloud - Compute'],
    ['EC2 - Other', 'amazon elastic compute cloud'],
    ['Amazon Simple Notification Service', 'Amazon SNS'],
    ['Amazon Quick Suite', 'Amazon QuickSight'],
    ['Amazon WorkSpaces Applications', 'Amazon AppStream 2.0'],
    ['Contact Center Telecommunications (service sold by AMCS, LLC)', 'Contact Center Telecommunications'],
    ['CodeBuild', 'AWS CodeBuild'],
    ['Amazon Kinesis Analytics', 'Amazon Managed Service for Apache Flink'],
    ['Amazon WorkSpaces Applications (AppStream)', 'Amazon AppStream'],
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
    ['AWS Business Support+', 'AWS Business Support'],
    ['Amazon Bedrock', 'AWS Marketplace'],
  ])('%s is not %s', (a, b) => expect(sameProduct(a, b)).toBe(false));
});

test('a list names a product under any of its names', () => {
  expect(listsProduct(['AWS Lambda', 'AmazonEC2'], 'Amazon Elastic Compute Cloud')).toBe(true);
  expect(listsProduct(['AWS Lambda'], 'Amazon EC2')).toBe(false);
  expect(listsProduct([], 'Amazon EC2')).toBe(false);
});

describe('every name in use', () => {
  test.each(productNames)('%s: one product, however it is written', (name) => {
    const display = displayProduct(name);
    expect(displayProduct(display)).toBe(display);
    for (const written of [name.toUpperCase(), name.toLowerCase(), name.replaceAll(' ', ''), `${name}.`]) {
      expect([displayProduct(written), sameProduct(written, display)]).toEqual([display, true]);
    }
  });

  test('is a name of one product, and what nobody knows is called as it is written', () => {
    const products = new Set(productNames.map(displayProduct));
    expect(products.size).toBeGreaterThan(30);
    expect(productNames.length).toBeGreaterThan(2 * products.size - 1);
    for (const one of products) for (const other of products) expect(sameProduct(one, other)).toBe(one === other);
    expect(displayProduct('Something New')).toBe('Something New');
  });
});
