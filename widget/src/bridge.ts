/** What the script tag says, and the page around it. */
export interface Settings {
  /** Base address, ending in a slash: `hubs/chat` is below it. */
  server: string;
  storeId: string;
  product?: string;
  locale: string;
  /** Who is signed in to the shop, as its server or app proxy says. */
  customerToken?: string;
}

/** What the widget gives the loader once it is there. */
export interface Panel {
  /** What the launcher does while the panel is open, in words. */
  closes: string;
  show(open: boolean): void;
}

/** What the loader gives the widget. */
export interface Bridge {
  settings: Settings;
  host: HTMLElement;
  root: ShadowRoot;
  launcher: HTMLElement;
  style(css: string): void;
  /** Takes the store's colour, unless the page's tag has named one. */
  recolour(accent?: string | null): void;
  attach(panel: Panel): void;
  close(): void;
  unread(count: number): void;
  emit(name: 'message', detail: unknown): void;
}

/** Where the loader leaves the bridge on `window.Reva`: out of the page's way, and no second global. */
export const bridgeKey = Symbol.for('reva.bridge');
