import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../connection/session';
import { finishedLength, spoken } from '../conversation/sentences';
import type { Item } from '../conversation/state';
import type { Say } from '../words';
import { sum } from './actionWords';
import { useAround } from './context';

/** Reads aloud what is new: whole sentences, never tokens, and nothing of what was there before. */
export function Announcer({ snapshot }: { snapshot: Snapshot }) {
  const { say } = useAround();
  const said = useRef(new Map<string, number>());
  const count = useRef(0);
  const [lines, setLines] = useState<{ key: number; text: string }[]>([]);
  useEffect(() => {
    const fresh: string[] = [];
    const hear = (key: string, text: string, done: boolean) => {
      const from = said.current.get(key) ?? 0;
      const to = finishedLength(text, done);
      if (to <= from) return;
      said.current.set(key, to);
      const piece = spoken(text.slice(from, to));
      if (piece && !snapshot.catchingUp) fresh.push(piece);
    };
    const { items, actions } = snapshot.conversation;
    for (const item of items) hear(item.key, words(say, item), item.kind !== 'answer' || item.done);
    // What becomes of an action is said by its card.
    for (const action of Object.values(actions)) hear(action.id, [action.title, sum(say, action), action.confirmLabel, action.declineLabel].filter(Boolean).join('. '), true);
    if (fresh.length) setLines(before => [...before, ...fresh.map(text => ({ key: count.current++, text }))].slice(-6));
  }, [snapshot.conversation, snapshot.catchingUp]);
  return <div class="sr" aria-live="polite">{lines.map(({ key, text }) => <p key={key}>{text}</p>)}</div>;
}

function words(say: Say, item: Item): string {
  switch (item.kind) {
    case 'shopper': return '';
    case 'answer': return item.error ? item.error.message : item.text;
    case 'taken_over':
    case 'handed_back': return say(item.kind, { who: item.text || say('someone') });
    default: return item.text;
  }
}
