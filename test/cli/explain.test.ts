import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEMO_DATE, DEMO_FOLDER } from '../../src/cli/commands/demo';
import { run } from './run';

const plan = join(DEMO_FOLDER, 'plan.json');
const sources = ['--config', join(DEMO_FOLDER, 'credit-guard.yaml'), '--date', DEMO_DATE];
const explain = (what: string, more: string[] = []) =>
  run(['explain', what, plan, ...sources, ...more], { env: { COLUMNS: '110' } });

describe('explain', () => {
  test('a resource: each charge with its price, its source, its arithmetic and who pays', async () => {
    const { code, stdout } = await explain('nat');
    const words = stdout.replace(/\s+/g, ' ');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^aws:ec2:NatGateway nat\n {2}urn:pulumi:/m);
    expect(words).toContain('730 × $0.045 = $32.85 a month');
    expect(words).toContain('price $0.045 for one hour in us-east-1 (natgateway/nat.hour)');
    expect(words).toMatch(/source \S.* https:\/\/\S+ \(\d{4}-\d\d-\d\d, confidence [A-D]\)/);
    expect(words).toMatch(/who pays credits until \d{4}-\d\d-\d\d.*; from Accelerator programme/);
  });

  test('an assumption names its field and the line that sets it', async () => {
    const { stdout } = await explain('nat');
    const [, field = '', most = ''] =
      /- \{ type: "aws:ec2\/natGateway:NatGateway", name: "nat", (\w+): (\d+) \}/.exec(stdout) ?? [];
    expect(stdout).toMatch(new RegExp(`${field} +0 to ${most} GB a month +assumed`));
  });

  test('by its URN', async () => {
    const { stdout } = await explain('urn:pulumi:prod::acme-shop::aws:ec2/natGateway:NatGateway::nat');
    expect(stdout).toMatch(/^aws:ec2:NatGateway nat\n/);
  });

  test('a product without a known amount has no table of zeros', async () => {
    const plan = join(__dirname, '..', 'cases', 'adv-10-update-to-marketplace.json');
    const { stdout } = await run(['explain', 'AWS Marketplace', plan, ...sources]);
    expect(stdout).toContain('not known');
    expect(stdout).not.toContain('$0.00');
  });

  test('a charge in cash says which rule', async () => {
    const { stdout } = await explain('compute');
    expect(stdout).toMatch(/rule +savings-plan-upfront; `credit-guard explain savings-plan-upfront` shows it/);
    expect(stdout).toMatch(/who pays +cash: AWS credits don't cover/);
  });

  test('a product by any of its names: the sum, who covers it until when, the charges and the months', async () => {
    const { stdout } = await explain('Amazon Elastic Compute Cloud');
    expect(stdout).toMatch(/^Amazon EC2\n +costs +\$[\d.]+–\$[\d.]+ a month\n +who pays +credits until/);
    expect(stdout).toMatch(/aws:ec2:NatGateway nat · NAT gateway$/m);
    expect(stdout).toMatch(/2026-12 +\$\d+\.\d\d/);
  });

  test('a rule says what it says, and what it finds in a plan', async () => {
    const alone = await run(['explain', 'savings-plan-upfront']);
    expect(alone.stdout).toContain('no-uncovered-upfront-fees');
    expect((await run(['rules', 'savings-plan-upfront'])).stdout).toBe(alone.stdout);
    const { stdout } = await explain('savings-plan-upfront');
    expect(stdout).toContain('$1,314.00');
  });

  test.each([
    ['runway', /^runway\n +about +Credits run out or expire\.[\s\S]*policy +credit-outlook/],
    ['no-uncovered-services', /rules +domain-registration, domain-renewal/],
  ])('%s: without a plan what it is about, with one what it finds', async (name, about) => {
    const { code, stdout } = await run(['explain', name]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(about)]);
    expect((await run(['rules', name])).stdout).toBe(stdout);
    expect((await explain(name)).stdout.slice(stdout.length).trim()).not.toBe('');
  });

  test('what is not found: the nearest name, exit code 2', async () => {
    const { code, stdout, stderr } = await explain('savings-plan-upfrnt');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('did you mean savings-plan-upfront?');
    expect((await explain('sessons')).stderr).toContain('did you mean sessions?');
    const { stderr: hostile } = await explain('::error::\u001b[31m');
    expect(hostile).not.toContain('\u001b');
    expect(hostile).not.toMatch(/^\s*::/m);
  });
});
