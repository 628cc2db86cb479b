import { Fragment, h } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../connection/session';
import type { Item } from '../conversation/state';
import { Answer } from './Answer';
import { day, useAround } from './context';
import { Down } from './icons';
import { Person, Sent, Unsent } from './Message';
import { Rating } from './Rating';
import { follow, isAtEnd } from './scroll';
import { Welcome } from './Welcome';

interface Props {
  snapshot: Snapshot;
  open: boolean;
  rating: boolean;
  onRated: () => void;
  onSend: (text: string) => void;
}

/** The conversation. It follows what is new only for a reader who is at its end. */
export function Log({ snapshot, open, rating, onRated, onSend }: Props) {
  const { say } = useAround();
  const { conversation, outbox, catchingUp } = snapshot;
  const box = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  const [below, setBelow] = useState(false);
  const extent = useRef(0);
  const last = conversation.items.at(-1);
  const lastMine = conversation.items.findLast(item => item.kind === 'shopper');

  useLayoutEffect(() => {
    following.current = true;
  }, [outbox.length, open, catchingUp]);
  useLayoutEffect(() => {
    const element = box.current!;
    const grown = element.scrollHeight > extent.current;
    extent.current = element.scrollHeight;
    if (following.current) follow(element);
    if (grown && !isAtEnd(element)) setBelow(true);
  });
  const scrolled = () => {
    following.current = isAtEnd(box.current!);
    if (following.current) setBelow(false);
  };
  const toEnd = () => {
    box.current!.scrollTop = box.current!.scrollHeight;
    box.current!.focus();
  };

  return (
    <div class="log-frame">
      <div class="log" role="log" aria-live="off" aria-label={say('dialog', { shop: snapshot.store?.name ?? say('shop') })} tabIndex={0} ref={box} onScroll={scrolled}>
        {conversation.items.length === 0 && outbox.length === 0 && <Welcome snapshot={snapshot} onPick={onSend} />}
        {conversation.items.map((item, i, items) => (
          <Fragment key={item.key}>
            <Day at={item.at} before={items[i - 1]?.at} />
            <Row item={item} snapshot={snapshot} last={item === lastMine && !outbox.length} />
          </Fragment>
        ))}
        {outbox.filter(message => !conversation.items.some(item => item.key === message.id)).map(message => <Unsent key={message.id} message={message} />)}
        {last?.kind === 'answer' && !outbox.length && <Replies replies={last.quickReplies} onPick={onSend} />}
        {conversation.typing && !(last?.kind === 'answer' && !last.done) && <p class="muted typing">{say('typing', { who: say(conversation.typing.author === 'person' ? 'someone' : 'assistant') })}</p>}
        {(rating || last?.kind === 'resolved' && !conversation.rated) && <Rating done={onRated} />}
      </div>
      {below && <button class="below" type="button" onClick={toEnd}><Down />{say('newBelow')}</button>}
    </div>
  );
}

function Row({ item, snapshot, last }: { item: Item; snapshot: Snapshot; last: boolean }) {
  const { say } = useAround();
  switch (item.kind) {
    case 'shopper': return <Sent text={item.text} last={last} />;
    case 'person': return <Person item={item} />;
    case 'answer': return <Answer item={item} snapshot={snapshot} />;
    case 'failed': return <p class="notice bad">{item.text}</p>;
    case 'escalated': return <p class="notice"><b>{say('escalated')}</b><br />{item.text}</p>;
    default: return <p class="notice" data-notice={item.kind}>{say(item.kind, { who: item.text || say('someone') })}</p>;
  }
}

/** The day, where a new one begins. Today's conversation needs none. */
function Day({ at, before }: { at: string; before?: string }) {
  const { locale } = useAround();
  const today = new Date().toDateString();
  const date = new Date(at).toDateString();
  if (date === (before ? new Date(before).toDateString() : today)) return null;
  return <p class="day">{day(at, locale)}</p>;
}

export function Replies({ replies, onPick }: { replies: string[]; onPick: (text: string) => void }) {
  if (!replies.length) return null;
  return <div class="replies">{replies.map(text => <button type="button" dir="auto" onClick={() => onPick(text)}>{text}</button>)}</div>;
}
