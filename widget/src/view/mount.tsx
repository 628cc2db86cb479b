import { h, render } from 'preact';
import type { Bridge, Panel } from '../bridge';
import { Memory } from '../connection/memory';
import { Session, type Snapshot } from '../connection/session';
import { empty } from '../conversation/state';
import { speak } from '../words';
import { App } from './App';
import { surround } from './context';
import { fillScreen } from './screen';
import css from './styles.css?inline';

/** Puts the panel beside the launcher and joins it to a session. */
export function mount(bridge: Bridge): Panel {
  const { settings, root, host } = bridge;
  const { locale, storeId, product, customerToken } = settings;
  bridge.style(css);
  const place = document.createElement('div');
  place.lang = locale;
  place.dir = /^(ar|fa|he|ur|yi)\b/i.test(locale) ? 'rtl' : 'ltr';
  root.append(place);

  const memory = new Memory(storeId);
  const tab = new Memory(storeId, () => sessionStorage);
  const say = speak(locale);
  const phone = matchMedia('(max-width: 480px)');
  let open = false;
  let opener: Element | null = null;
  let heard = 0;
  let snapshot: Snapshot = { link: 'connecting', conversation: empty, outbox: [], decisions: {}, unread: 0, catchingUp: true };
  const draft = { get: () => tab.get('draft') ?? '', set: (text: string) => tab.set('draft', text) };
  let due = false;
  // Never at once: an effect that changes the session runs in the middle of a drawing.
  const draw = () => {
    if (due) return;
    due = true;
    queueMicrotask(() => {
      due = false;
      render(<App snapshot={snapshot} open={open} phone={phone.matches} draft={draft} onClose={bridge.close} />, place);
    });
  };

  const session = new Session(
    { hubUrl: settings.server + 'hubs/chat', storeId, locale, customerToken, page: () => ({ url: location.href, productHandle: product }) },
    memory,
    next => {
      if (next.unread !== snapshot.unread) bridge.unread(open ? 0 : next.unread);
      if (next.store && next.store !== snapshot.store) bridge.recolour(next.store.theme?.accent);
      heard = tell(bridge, next, heard);
      snapshot = next;
      draw();
    },
  );
  phone.addEventListener('change', draw);
  fillScreen(host);
  surround({ say, locale, session });
  session.begin();
  return {
    closes: say('close'),
    show(next) {
      if (next === open) return;
      open = next;
      tab.set('open', open ? '1' : undefined);
      if (open) opener = document.activeElement;
      draw();
      if (open) bridge.unread(0);
      else if (opener instanceof HTMLElement && opener !== document.body && opener !== host) opener.focus();
      else bridge.launcher.focus();
    },
  };
}

/** Tells the page of answers that came after `heard`; the answer is the new mark. */
function tell(bridge: Bridge, { conversation, catchingUp }: Snapshot, heard: number): number {
  if (catchingUp) return conversation.seq;
  for (const item of conversation.items) {
    if (item.seq > heard && (item.kind === 'person' || item.kind === 'answer' && item.done)) bridge.emit('message', { author: item.kind === 'person' ? 'person' : 'agent', text: item.text, at: item.at });
  }
  return conversation.seq;
}
