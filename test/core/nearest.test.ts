import { expect, it } from 'vitest';
import { nearest } from '../../src/core/nearest';

const SETTINGS = ['program', 'pool', 'credits', 'accept'];
const LEVELS = ['off', 'warn', 'block'];

it.each([
  ['programm', SETTINGS, 'program'],
  ['Credit', SETTINGS, 'credits'],
  ['poool', SETTINGS, 'pool'],
  ['wran', ['warning', 'block'], undefined],
  ['foo', SETTINGS, undefined],
  ['', SETTINGS, undefined],
  ['anything', [], undefined],
  ['mandatory', LEVELS, 'block'],
  ['Advisory', LEVELS, 'warn'],
  ['disabled', LEVELS, 'off'],
  ['mandatory', SETTINGS, undefined],
  ['toString', LEVELS, undefined],
  ['savings-plan', ['savings-plan-upfront', 'domain-renewal'], 'savings-plan-upfront'],
  ['savings-plan', ['savings-plan-upfront', 'savings-plan-tail-in-cash'], undefined],
  ['sav', ['savings-plan-upfront'], undefined],
])('%s of %j is meant to be %s', (written, valid, meant) => expect(nearest(written, valid)).toBe(meant));
