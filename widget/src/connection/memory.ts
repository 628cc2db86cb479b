/** What is remembered between pages. Where the browser blocks storage it lasts as long as the page. */
export class Memory {
  readonly #kept = new Map<string, string>();
  readonly #prefix: string;

  readonly #storage: () => Storage;

  /** `storage` is asked each time: reading the property is what a browser that blocks it refuses. */
  constructor(storeId: string, storage = () => localStorage) {
    this.#storage = storage;
    this.#prefix = `reva:${storeId}:`;
  }

  get(name: string): string | undefined {
    try {
      return this.#storage().getItem(this.#prefix + name) ?? this.#kept.get(name);
    } catch {
      return this.#kept.get(name);
    }
  }

  /** Keeps `value` under `name`; undefined or '' forgets it. */
  set(name: string, value?: string): void {
    try {
      if (value) this.#storage().setItem(this.#prefix + name, value);
      else this.#storage().removeItem(this.#prefix + name);
      this.#kept.delete(name);
    } catch {
      // Blocked or full: the page's own memory carries it.
      if (value) this.#kept.set(name, value);
      else this.#kept.delete(name);
    }
  }

  /** Calls `changed` when another tab of this shop keeps another value under `name`. */
  watch(name: string, changed: (value: string | null) => void): () => void {
    const listen = (event: StorageEvent) => {
      if (event.key === this.#prefix + name) changed(event.newValue);
    };
    addEventListener('storage', listen);
    return () => removeEventListener('storage', listen);
  }
}
