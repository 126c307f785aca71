export * from '../src';
export { creditGuardPolicies } from './policies';
