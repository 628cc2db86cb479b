import { h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../connection/session';
import { finishedLength, spoken } from '../conversation/sentences';
import type { Item } from '../conversation/state';

/** Reads aloud what is new: whole sentences, never tokens, and nothing of what was there before. */
export function Announcer({ snapshot }: { snapshot: Snapshot }) {
  const said = useRef(new Map<string, number>());
  const count = useRef(0);
  const [lines, setLines] = useState<{ key: number; text: string }[]>([]);
  useEffect(() => {
    const fresh: string[] = [];
    for (const item of snapshot.conversation.items) {
      const text = words(item);
      const from = said.current.get(item.key) ?? 0;
      const to = finishedLength(text, item.kind !== 'answer' || item.done);
      if (to <= from) continue;
      said.current.set(item.key, to);
      const piece = spoken(text.slice(from, to));
      if (piece && !snapshot.catchingUp) fresh.push(piece);
    }
    if (fresh.length) setLines(before => [...before, ...fresh.map(text => ({ key: count.current++, text }))].slice(-6));
  }, [snapshot.conversation, snapshot.catchingUp]);
  return <div class="sr" aria-live="polite">{lines.map(({ key, text }) => <p key={key}>{text}</p>)}</div>;
}

function words(item: Item): string {
  if (item.kind === 'shopper') return '';
  return item.kind === 'answer' && item.error ? item.error.message : item.text;
}
