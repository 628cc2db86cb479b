import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../connection/session';
import { sayCode } from '../words';
import { Announcer } from './Announcer';
import { Composer } from './Composer';
import { useAfter, useAround } from './context';
import { keepFocus } from './focus';
import { Cross, Pen, Star } from './icons';
import { Log } from './Log';

interface Props {
  snapshot: Snapshot;
  open: boolean;
  phone: boolean;
  draft: { get: () => string; set: (text: string) => void };
  onClose: () => void;
}

/** The panel: what it is called, the conversation, and where to write. */
export function App({ snapshot, open, phone, draft, onClose }: Props) {
  const { say, session } = useAround();
  const panel = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [asking, setAsking] = useState(false);
  const [rating, setRating] = useState(false);
  const { items, rated } = snapshot.conversation;
  const name = snapshot.store?.name ?? say('shop');

  useEffect(() => {
    if (open) field.current!.focus();
  }, [open]);
  useEffect(() => {
    if (open) session.read();
  });
  const send = (text: string) => {
    session.send(text);
    field.current!.focus();
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      if (asking) setAsking(false);
      else onClose();
    } else if (phone) keepFocus(event, panel.current!);
  };
  const fresh = () => {
    setAsking(false);
    setRating(false);
    session.fresh();
    field.current!.focus();
  };
  return (
    <section class="panel" role="dialog" aria-modal={phone} aria-label={say('dialog', { shop: name })} hidden={!open} ref={panel} onKeyDown={key}>
      <div class="header">
        <h1 dir="auto">{snapshot.store?.name}</h1>
        {items.some(item => item.kind === 'answer') && !rated && <button class="icon" type="button" aria-label={say('rate')} aria-pressed={rating} onClick={() => setRating(!rating)}><Star /></button>}
        {items.length > 0 && <button class="icon" type="button" aria-label={say('fresh')} onClick={() => setAsking(true)}><Pen /></button>}
        <button class="icon" type="button" aria-label={say('close')} onClick={onClose}><Cross /></button>
      </div>
      {asking && (
        <div class="bar" role="alertdialog" aria-label={say('fresh')}>
          <p>{say('freshAsk')}</p>
          <button class="button" type="button" ref={button => button?.focus()} onClick={fresh}>{say('freshYes')}</button>
          <button class="quiet" type="button" onClick={() => setAsking(false)}>{say('cancel')}</button>
        </div>
      )}
      {(snapshot.link === 'offline' || snapshot.link === 'refused') && <Trouble snapshot={snapshot} />}
      <Log snapshot={snapshot} open={open} rating={rating} onRated={() => setRating(false)} onSend={send} />
      <Composer field={field} draft={draft} onSend={send} />
      <Announcer snapshot={snapshot} />
    </section>
  );
}

/** What is wrong with the line, what became of the shopper's words, and the way on. */
function Trouble({ snapshot }: { snapshot: Snapshot }) {
  const { say, session } = useAround();
  const long = useAfter(300);
  if (!long) return null;
  return (
    <div class="bar" role="status">
      <p>{snapshot.link === 'refused' ? sayCode(say, snapshot.code) : say(navigator.onLine ? 'reconnecting' : 'offline')}</p>
      <button class="quiet" type="button" onClick={() => session.reconnect()}>{say('now')}</button>
    </div>
  );
}
