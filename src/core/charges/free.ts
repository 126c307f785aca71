/** Types that AWS does not bill for: they are counted as free, not as "not priced". One line per module. */
const FREE: Readonly<Record<string, readonly string[]>> = {
  'aws:ec2': ['vpc:Vpc', 'subnet:Subnet', 'securityGroup:SecurityGroup'],
};

const TYPES: ReadonlySet<string> = new Set(
  Object.entries(FREE).flatMap(([module, names]) => names.map((name) => `${module}/${name}`)),
);

export const isFree = (type: string): boolean => TYPES.has(type);
export const freeTypes = (): readonly string[] => [...TYPES].sort();
