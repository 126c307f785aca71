/** A value of a document, and the names that lead to it. */
export interface Entry {
  readonly path: readonly string[];
  readonly value: unknown;
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Reads a JSON document of any length piece by piece, and gives the values below some places one after the other: AWS's
 * list of EC2 alone is larger than a text may be. `wanted`: places whose members are given, such as `['products']`; what
 * stands directly in the document is given where it is a text.
 */
export class JsonEntries {
  /** The names that lead to where the reader is; in a list the name stays empty. */
  private readonly path: string[] = [];
  private readonly isObject: boolean[] = [];
  private isInText = false;
  private isEscaped = false;
  /** Is the next text a name? */
  private expectsName = false;
  /** What is being read: a name, or a value that is wanted; with what earlier pieces had of it. */
  private reading: 'name' | 'value' | undefined;
  private depthOfValue = 0;
  private pieces: string[] = [];

  constructor(private readonly wanted: readonly (readonly string[])[]) {}

  *push(text: string): Iterable<Entry> {
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text.charCodeAt(at);
      if (this.isInText) {
        if (this.isEscaped) this.isEscaped = false;
        else if (character === BACKSLASH) this.isEscaped = true;
        else if (character === QUOTE) {
          this.isInText = false;
          if (this.reading === 'name') this.path[this.path.length - 1] = JSON.parse(this.taken(text, start, at + 1));
          else if (this.endsValue()) yield this.entry(text, start, at + 1);
        }
        continue;
      }
      switch (character) {
        case QUOTE:
          this.isInText = true;
          if (this.reading !== undefined) break;
          if (this.expectsName) {
            this.reading = 'name';
            start = at;
          } else if (this.path.length === 1) {
            this.begin();
            start = at;
          }
          break;
        case OPEN_OBJECT:
        case OPEN_LIST:
          if (this.reading === undefined && this.isWanted()) {
            this.begin();
            start = at;
          }
          this.isObject.push(character === OPEN_OBJECT);
          this.path.push('');
          this.expectsName = character === OPEN_OBJECT;
          break;
        case CLOSE_OBJECT:
        case CLOSE_LIST:
          if (this.isObject.pop() !== (character === CLOSE_OBJECT)) throw new SyntaxError('unbalanced');
          this.path.pop();
          this.expectsName = false;
          if (this.endsValue()) yield this.entry(text, start, at + 1);
          break;
        case COLON:
          this.expectsName = false;
          break;
        case COMMA:
          this.expectsName = this.isObject.at(-1) === true;
          break;
      }
    }
    if (this.reading !== undefined) this.pieces.push(text.slice(start));
  }

  /** Is the document whole? */
  get isWhole(): boolean {
    return this.path.length === 0 && !this.isInText;
  }

  private isWanted(): boolean {
    return this.wanted.some(
      (place) => place.length === this.path.length - 1 && place.every((name, at) => this.path[at] === name),
    );
  }

  private begin(): void {
    this.reading = 'value';
    this.depthOfValue = this.path.length;
  }

  private readonly endsValue = (): boolean => this.reading === 'value' && this.path.length === this.depthOfValue;

  private entry(text: string, start: number, end: number): Entry {
    const value: unknown = JSON.parse(this.taken(text, start, end));
    return { path: [...this.path], value };
  }

  private taken(text: string, start: number, end: number): string {
    // Where it began in an earlier piece, all of this one up to its end belongs to it.
    const whole = this.pieces.length === 0 ? text.slice(start, end) : [...this.pieces, text.slice(0, end)].join('');
    this.pieces = [];
    this.reading = undefined;
    return whole;
  }
}
