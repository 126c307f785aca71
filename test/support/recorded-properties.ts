import { Properties } from '../../src/core/properties';
import { known, type Reading } from '../../src/core/reading';

/** Properties that note every path that is asked for, such as `rules[].transitions[].storageClass`. */
export class RecordedProperties extends Properties {
  constructor(
    readonly raw: unknown,
    private readonly reads: Set<string>,
    private readonly prefix = '',
  ) {
    super(raw);
  }

  override any(path: string): Reading<unknown> {
    this.reads.add(this.prefix + path);
    return super.any(path);
  }

  override items(path: string): Reading<Reading<Properties>[]> {
    const items = super.items(path);
    if (items.state !== 'known') return items;
    const raw = super.list(path);
    const values = raw.state === 'known' ? raw.value : [];
    return known(
      items.value.map((item, at) => {
        const value = values[at];
        if (item.state !== 'known' || value?.state !== 'known') return item;
        return known(new RecordedProperties(value.value, this.reads, `${this.prefix}${path}[].`));
      }),
    );
  }

  override object(path: string): Reading<Properties> {
    const opened = super.object(path);
    if (opened.state !== 'known') return opened;
    const raw = super.any(path);
    const inner = raw.state === 'known' && Array.isArray(raw.value) ? raw.value[0] : raw.state === 'known' && raw.value;
    return known(new RecordedProperties(inner, this.reads, `${this.prefix}${path}.`));
  }
}
