import { bridgeKey, type Bridge, type Panel, type Settings } from './bridge';
import { drawLauncher } from './launcher';
import { fetchScript } from './fetchScript';
import { paint } from './theme/accent';

type Listener = (detail?: unknown) => void;

/** `window.Reva`: all that a shop's own pages may use. */
interface Api {
  open(): void;
  close(): void;
  /** Hears `open`, `close`, `unread` (a number) and `message` (what the shop answered); the answer stops hearing. */
  on(name: string, listener: Listener): () => void;
}

const script = document.currentScript as HTMLScriptElement | null ?? document.querySelector<HTMLScriptElement>('script[data-store]');
const page = window as Window & { Reva?: Api };

if (script?.dataset.store && !page.Reva?.open) {
  if (document.body) begin(script, script.dataset.store);
  else addEventListener('DOMContentLoaded', () => begin(script, script.dataset.store!));
}

function begin(tag: HTMLScriptElement, storeId: string): void {
  const { product, locale, accent, position, server, customerToken } = tag.dataset;
  const settings: Settings = {
    server: new URL(server ?? '..', server ? location.href : tag.src).href.replace(/\/?$/, '/'),
    storeId,
    product,
    customerToken,
    locale: locale || document.documentElement.lang || navigator.language,
  };
  const recall = (storage: () => Storage, name: string) => {
    try {
      return storage().getItem(`reva:${storeId}:${name}`);
    } catch {
      // Storage may be blocked; then nothing is remembered.
      return null;
    }
  };
  const listeners: Record<string, Set<Listener>> = {};
  const emit = (name: string, detail?: unknown) => listeners[name]?.forEach(listener => {
    try {
      listener(detail);
    } catch (error) {
      reportError(error);
    }
  });
  const launcher = drawLauncher(settings.locale, position === 'left', tag.nonce, () => set(!open));
  const recolour = (stores?: string | null) => paint(launcher.host, accent || stores);
  recolour(recall(() => localStorage, 'accent'));

  let open = false;
  let panel: Panel | undefined;
  let loading = false;

  const set = (next: boolean) => {
    if (next && !panel) load();
    if (next === open) return;
    open = next;
    launcher.open(open && !!panel, panel?.closes);
    panel?.show(open);
    emit(open ? 'open' : 'close');
  };
  const load = () => {
    if (loading) return;
    loading = true;
    launcher.state('loading');
    fetchScript(new URL('reva.js', tag.src).href, tag.nonce, () => !!panel).then(
      () => launcher.state('ready'),
      () => {
        launcher.state(open ? 'failed' : 'ready');
        open = loading = false;
      },
    );
  };
  const bridge: Bridge = {
    ...launcher,
    settings,
    recolour,
    attach: made => {
      panel = made;
      launcher.open(open, panel.closes);
      panel.show(open);
    },
    close: () => set(false),
    unread: count => {
      launcher.badge(count);
      emit('unread', count);
    },
    emit,
  };
  const api: Api = {
    open: () => set(true),
    close: () => set(false),
    on: (name, listener) => {
      (listeners[name] ??= new Set()).add(listener);
      return () => void listeners[name]!.delete(listener);
    },
  };
  Object.defineProperty(api, bridgeKey, { value: bridge });
  page.Reva = api;
  const pending = recall(() => localStorage, 'pending');
  if (pending) {
    launcher.badge(Math.floor(+pending));
    load();
  }
  // A shopper who follows a product link finds the chat as it was; a phone's screen belongs to the new page.
  if (recall(() => sessionStorage, 'open') && matchMedia('(min-width: 481px)').matches) set(true);
}
