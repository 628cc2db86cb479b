import { h } from 'preact';
import type { Outgoing } from '../conversation/outbox';
import type { PersonItem } from '../conversation/state';
import { sayCode } from '../words';
import { useAfter, useAround } from './context';
import { Markdown } from './Markdown';

/** What the shopper wrote and the server has. */
export function Sent({ text, last }: { text: string; last: boolean }) {
  const { say } = useAround();
  return <Mine text={text}>{last && <p class="state">{say('sent')}</p>}</Mine>;
}

/** What the shopper wrote and the server does not have yet. */
export function Unsent({ message }: { message: Outgoing }) {
  const { say, session } = useAround();
  const { id, text, status, code } = message;
  if (status !== 'failed') {
    return <Mine text={text}><Underway words={status === 'sent' ? say('sent') : status === 'sending' ? say('sending') : code ? sayCode(say, code) : say('waiting')} /></Mine>;
  }
  return (
    <Mine text={text} bad>
      <p class="state bad">{say('notSent')} {sayCode(say, code)}</p>
      <p class="state">
        {code === 'conversation_closed'
          ? <button class="quiet" type="button" onClick={() => session.fresh()}>{say('conversation_closed_do')}</button>
          : <button class="quiet" type="button" onClick={() => session.retry(id)}>{say('retry')}</button>}
        <button class="quiet" type="button" onClick={() => session.discard(id)}>{say('discard')}</button>
      </p>
    </Mine>
  );
}

/** A state worth saying only when it lasts; its line is there from the start, so that nothing moves. */
function Underway({ words }: { words: string }) {
  return <p class="state">{useAfter(300) ? words : '\u00a0'}</p>;
}

function Mine({ text, bad, children }: { text: string; bad?: boolean; children: preact.ComponentChildren }) {
  const { say } = useAround();
  return (
    <div class={bad ? 'mine unsent' : 'mine'}>
      <span class="sr">{say('you')}</span>
      <div class="bubble" dir="auto">{text}</div>
      {children}
    </div>
  );
}

/** What a person of the shop wrote. */
export function Person({ item }: { item: PersonItem }) {
  const { say } = useAround();
  return (
    <div class="person">
      <p class="state" dir="auto">{item.name ?? say('someone')}</p>
      <div class="bubble text" dir="auto"><Markdown text={item.text} done /></div>
    </div>
  );
}
