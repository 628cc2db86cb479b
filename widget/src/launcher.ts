import css from './launcher.css?inline';

/** What the button does, and what it says when the rest cannot be fetched. */
const words: Record<string, [string, string]> = {
  en: ['Chat with us', 'The chat couldn’t load. Press to try again.'],
  de: ['Chat öffnen', 'Der Chat konnte nicht geladen werden. Nochmal versuchen.'],
  fr: ['Discuter avec nous', 'La discussion n’a pas pu se charger. Réessayez.'],
  es: ['Chatear', 'No se pudo cargar el chat. Pulse para reintentar.'],
  ar: ['تحدث معنا', 'تعذر تحميل المحادثة. اضغط للمحاولة مجددًا.'],
  he: ['דברו איתנו', 'הצ׳אט לא נטען. לחצו כדי לנסות שוב.'],
};

/** Draws the round button at the edge of the page, in a shadow root of its own. */
export function drawLauncher(locale: string, left: boolean, nonce: string | undefined, pressed: () => void) {
  const [opens, failed] = words[locale.slice(0, 2).toLowerCase()] ?? words.en!;
  const host = document.createElement('reva-widget');
  const root = host.attachShadow({ mode: 'open' });
  const scheme = getComputedStyle(document.documentElement).colorScheme;
  host.style.colorScheme = /^(light|dark)$/.test(scheme) ? scheme : 'light dark';
  if (left) host.dataset.left = '';

  const style = (text: string) => {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    } catch {
      // Browsers without constructable sheets get an element.
      const element = document.createElement('style');
      if (nonce) element.nonce = nonce;
      element.textContent = text;
      root.append(element);
    }
  };
  style(css);

  const launcher = document.createElement('button');
  launcher.className = 'launcher';
  launcher.type = 'button';
  launcher.innerHTML = '<svg viewBox="0 0 24 24" aria-hidden="true"><path class="talk" d="M4 5h16v11H10l-4 4v-4H4z"/><path class="x" d="M6 6l12 12M18 6L6 18"/></svg><b hidden></b>';
  launcher.onclick = pressed;
  const badge = launcher.lastElementChild as HTMLElement;
  const note = document.createElement('div');
  note.className = 'note';
  note.setAttribute('role', 'status');
  note.dir = 'auto';
  root.append(launcher, note);
  document.body.append(host);

  let count = 0;
  let label = opens;
  const name = () => launcher.setAttribute('aria-label', label + (count ? ` (${count})` : ''));

  const parts = {
    host,
    root,
    launcher,
    style,
    /** `closes`: what the button does while the panel is open. */
    open(open: boolean, closes = '') {
      label = open ? closes : opens;
      launcher.setAttribute('aria-expanded', String(open));
      name();
    },
    badge(unread: number) {
      count = unread;
      badge.hidden = !unread;
      badge.textContent = unread > 9 ? '9+' : String(unread);
      name();
    },
    state(state: 'ready' | 'loading' | 'failed') {
      launcher.setAttribute('aria-busy', String(state === 'loading'));
      note.textContent = state === 'failed' ? failed : '';
    },
  };
  parts.open(false);
  return parts;
}
