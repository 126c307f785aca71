import { absent, absentAt, known, type Reading, unknown } from './reading';

/** What the engine sends in place of a text, or of anything whose kind it does not know, that is computed later. */
export const decidedLater = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';

/** What the engine puts in place of a value that is computed later: one marker for each kind of value. */
const COMPUTED_LATER = new Set([
  decidedLater,
  '1c4a061d-8072-4f0a-a4cb-0ff528b18fe7',
  '3eeb2bf0-c639-47a8-9e75-3b44932eb421',
  '6a19a0b0-7e62-4c92-b797-7f8e31da9cc2',
  '030794c1-ac77-496b-92df-f27374a8bd58',
  'e48ece36-62e2-4504-bad9-02848725956a',
  'dd056dcd-154b-4c76-9bd3-c8f88648b5ff',
]);
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';
const OUTPUT = 'd0e6a833031e9bbcd3f4e8bde6ca49a4';
/** `pulumi preview --json` prints this where a secret stood. */
const HIDDEN = '[secret]';

const SET_LATER = 'is set by another resource, after deployment';
const NOT_SENT = 'is a secret that was not sent';

const later = unknown(`it ${SET_LATER}`);
const secret = unknown(`it ${NOT_SENT}`);

/** A raw value as the engine or a plan file holds it, read as one of the three states. Never throws. */
export function readRaw(raw: unknown): Reading<unknown> {
  // Providers answer an empty text for what was never set.
  if (raw === undefined || raw === null || raw === '') return absent;
  if (typeof raw === 'string') {
    if (COMPUTED_LATER.has(raw)) return later;
    return raw === HIDDEN ? secret : known(raw);
  }
  if (typeof raw !== 'object') return known(raw);
  const signature = own(raw, SIGNATURE);
  if (signature === undefined) return known(raw);
  if (signature === SECRET) {
    const value = own(raw, 'value');
    return value === undefined ? secret : readRaw(value);
  }
  if (signature === OUTPUT) {
    const value = own(raw, 'value');
    return value === undefined ? later : readRaw(value);
  }
  return known(raw);
}

/** Own data properties only: a getter, a proxy trap or a prototype never gets a say. */
function own(target: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(target, key)?.value;
}

/** Bytes of a large data lake; above it stand slips, and what somebody writes for "without a limit". */
const LARGEST_QUANTITY = 1e15;

const isDecimal = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/**
 * Reads properties of a resource by name or dotted path. Every read answers known, unknown or absent: a value computed
 * later, a secret, a value of the wrong type, a hostile key: none of them throws.
 *
 * Two sources can be layered: what the program asks for comes first, what the provider answered fills the gaps.
 */
export class Properties {
  private readonly first: Reading<unknown>;
  private readonly second: Reading<unknown> | undefined;

  constructor(first: unknown, second?: unknown) {
    this.first = opened(first);
    this.second = second === undefined ? undefined : opened(second);
  }

  /** The raw reading at a dotted path, such as `options.export`. */
  any(path: string): Reading<unknown> {
    const asked = walk(this.first, path);
    if (asked.state === 'known' || this.second === undefined) return named(asked, path);
    const answered = walk(this.second, path);
    return named(answered.state === 'known' || asked.state === 'absent' ? answered : asked, path);
  }

  text(path: string): Reading<string> {
    const reading = this.any(path);
    if (reading.state !== 'known' || typeof reading.value === 'string') return reading as Reading<string>;
    if (typeof reading.value === 'number') return known(String(reading.value));
    return wrongType(path, 'text', reading.value);
  }

  /** A finite number; a decimal written as text counts, as state files hold both. */
  number(path: string): Reading<number> {
    const reading = this.any(path);
    if (reading.state !== 'known') return reading;
    const { value } = reading;
    const number = typeof value === 'string' && isDecimal.test(value.trim()) ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? known(number) : wrongType(path, 'a number', value);
  }

  /** A count, size or amount: a number that is not negative, and that something can have. */
  quantity(path: string): Reading<number> {
    const reading = this.number(path);
    if (reading.state !== 'known') return reading;
    if (reading.value < 0) return unknown(`${path} is negative`);
    return reading.value > LARGEST_QUANTITY ? unknown(`${path} is larger than anything that AWS bills`) : reading;
  }

  flag(path: string): Reading<boolean> {
    const reading = this.any(path);
    if (reading.state !== 'known' || typeof reading.value === 'boolean') return reading as Reading<boolean>;
    if (reading.value === 'true') return known(true);
    if (reading.value === 'false') return known(false);
    return wrongType(path, 'true or false', reading.value);
  }

  /** The items of a list, each a reading of its own: one unknown item never hides the others. */
  list(path: string): Reading<Reading<unknown>[]> {
    const reading = this.any(path);
    if (reading.state !== 'known') return reading;
    if (!Array.isArray(reading.value)) return wrongType(path, 'a list', reading.value);
    const items: Reading<unknown>[] = [];
    for (const item of reading.value) items.push(named(readRaw(item), path, '[]'));
    return known(items);
  }

  /** The items of a list as properties. An item that is unknown or no object is answered as such. */
  items(path: string): Reading<Reading<Properties>[]> {
    const list = this.list(path);
    if (list.state !== 'known') return list;
    return known(list.value.map((item) => (item.state === 'known' ? asProperties(item.value, `${path}[]`) : item)));
  }

  /** A nested object; an object that older providers wrap in a list of one is unwrapped. */
  object(path: string): Reading<Properties> {
    const reading = this.any(path);
    if (reading.state !== 'known') return reading;
    const inner = Array.isArray(reading.value) && reading.value.length === 1 ? reading.value[0] : reading.value;
    const opened = named(readRaw(inner), path);
    return opened.state === 'known' ? asProperties(opened.value, path) : opened;
  }
}

function asProperties(value: unknown, path: string): Reading<Properties> {
  if (value instanceof Properties) return known(value); // a part that is read by other names
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return known(new Properties(value));
  return wrongType(path, 'an object', value);
}

const steps = new Map<string, readonly string[]>();

/** The same few hundred paths are walked for every resource: each is split once. */
function stepsOf(path: string): readonly string[] {
  let found = steps.get(path);
  if (found === undefined) {
    found = path.split('.');
    steps.set(path, found);
  }
  return found;
}

/** A value to look into: an object that older providers wrap in a list of one is unwrapped. */
function opened(raw: unknown): Reading<unknown> {
  const reading = readRaw(raw);
  if (reading.state !== 'known' || !Array.isArray(reading.value) || reading.value.length !== 1) return reading;
  return readRaw(reading.value[0]);
}

function walk(root: Reading<unknown>, path: string): Reading<unknown> {
  let holder = root;
  let found = root;
  const names = stepsOf(path);
  // No iterator: a stack of thousands comes by here a million times, most of them before V8 has optimized it.
  for (let i = 0; i < names.length; i++) {
    const step = names[i] as string;
    if (holder.state !== 'known') return holder;
    if (typeof holder.value !== 'object' || holder.value === null) return wrongType(path, 'an object', holder.value);
    const raw = own(holder.value, step);
    found = readRaw(raw);
    holder = found.state === 'known' && Array.isArray(found.value) ? opened(raw) : found;
  }
  return found;
}

/** What is not set, is decided later, or is a secret says which property it is: `readRaw` cannot know. */
function named(reading: Reading<unknown>, path: string, end = ''): Reading<unknown> {
  if (reading.state === 'absent') return absentAt(path);
  if (reading === later) return unknown(`${path}${end} ${SET_LATER}`);
  return reading === secret ? unknown(`${path}${end} ${NOT_SENT}`) : reading;
}

/** A raw value of a property, whose name a reason may say. */
export const readNamed = (raw: unknown, name: string): Reading<unknown> => named(readRaw(raw), name);

/** Names the type that was found, never the value: it may be a secret. */
function wrongType(path: string, wanted: string, found: unknown): Reading<never> {
  const kind = Array.isArray(found) ? 'a list' : typeof found === 'string' ? 'text' : `a value of type ${typeof found}`;
  return unknown(`${path} should be ${wanted} and is ${kind}`);
}
