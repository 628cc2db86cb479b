import { Fragment, h } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Decision } from '../connection/decisions';
import type { ProposalItem } from '../conversation/events';
import type { Action } from '../conversation/state';
import { outcome, sum } from './actionWords';
import { useAround } from './context';
import { Photo } from './Photo';
import { linkTo } from './safeUrl';

interface Props {
  action: Action;
  decision?: Decision;
  /** How far the conversation has been read. */
  seq: number;
}

/** What would be done, to be confirmed or declined; then what has become of it, as the conversation tells it. */
export function ActionCard({ action, decision, seq }: Props) {
  const { say } = useAround();
  const card = useRef<HTMLDivElement>(null);
  const { id, kind, title, orderNumber, items, rows, note } = action;
  const past = usePast(action.expiresAt);
  const ruling = decision?.ruling;
  const busy = !!decision && !action.status && !decision.failed && !(ruling && seq >= ruling.seq);
  // The server's answer to a click counts only where the conversation up to it has nothing to say.
  const status = action.status ?? (busy ? 'proposed' : ruling?.status ?? (past ? 'expired' : 'proposed'));
  const open = status === 'proposed';
  // Buttons that go take the focus with them; the card keeps it.
  const held = card.current?.matches(':focus-within');
  useLayoutEffect(() => {
    if (held && (busy || !open)) card.current!.focus({ preventScroll: true });
  }, [busy, open]);
  return (
    <div class="action" role="group" aria-label={title} aria-busy={busy} tabIndex={-1} ref={card} data-action={id} data-kind={kind} data-status={status}>
      <p class="status" dir="auto"><b>{title}</b>{orderNumber && !title.includes(orderNumber) && <span>{say('order', { number: orderNumber })}</span>}</p>
      <ul>{items.map(item => <Item item={item} />)}</ul>
      {rows.length > 0 && <dl>{rows.map(({ label, value }) => <div><dt dir="auto">{label}</dt><dd dir="auto">{value}</dd></div>)}</dl>}
      <p class="sum" dir="auto">{sum(say, action)}</p>
      {note && <p dir="auto">{note}</p>}
      <div class="end">
        <Choice action={action} open={open} decision={busy ? decision : undefined} />
        <div role="status">{!open && <Outcome action={action} status={status} />}</div>
      </div>
      {open && decision?.failed && <p class="bad" role="alert">{say(decision.failed)}</p>}
    </div>
  );
}

/** The buttons; they keep their place when they are not to be seen any more, so that nothing moves. */
function Choice({ action, open, decision }: { action: Action; open: boolean; decision?: Decision }) {
  const { say, session } = useAround();
  const button = (style: string, answer: Decision['answer'], label: string) => (
    <button class={style} type="button" disabled={!!decision} aria-busy={decision?.answer === answer} onClick={() => session.decide(action.id, answer)}>{label}</button>
  );
  return (
    <div class={open ? '' : 'gone'}>
      {action.needsApproval && <p class="muted">{say('approval')}</p>}
      <div class="choice">{button('button', 'Confirm', action.confirmLabel)}{button('quiet', 'Decline', action.declineLabel)}</div>
    </div>
  );
}

function Outcome({ action, status }: { action: Action; status: string }) {
  const { say } = useAround();
  const [word, more] = outcome(say, status, action.text);
  const label = linkTo(action.labelUrl);
  return (
    <>
      <p><span class="sr">{action.title}: </span><b>{word}</b>{word && more && ' · '}<bdi>{more}</bdi></p>
      {action.reference && <p>{say('reference', { n: action.reference })}</p>}
      {label.href && <a class="button" {...label}>{say('label')}</a>}
    </>
  );
}

function Item({ item: { title, variant, quantity, image, becomes } }: { item: ProposalItem }) {
  const { say } = useAround();
  return (
    <li>
      <Photo src={image} size={44} />
      <div>
        <p dir="auto">{quantity} × {title}</p>
        {variant && <p class="muted" dir="auto">{variant}</p>}
        {becomes && <p dir="auto">{say('becomes', { title: becomes.title })}{becomes.variant && <span class="muted"> {becomes.variant}</span>}</p>}
      </div>
    </li>
  );
}

/** True once the clock has passed `iso`. */
function usePast(iso: string): boolean {
  const [now, look] = useState(Date.now);
  const end = Date.parse(iso);
  useEffect(() => {
    if (!(now < end)) return undefined;
    // A timer holds no more than 24 days.
    const timer = setTimeout(() => look(Date.now()), Math.min(end - Date.now(), 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [now, end]);
  return now >= end;
}
