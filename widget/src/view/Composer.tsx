import { h } from 'preact';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useAround } from './context';
import { Arrow } from './icons';

/** The server's limit, in UTF-16 units as both ends count them. */
export const longest = 4000;

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  draft: { get: () => string; set: (text: string) => void };
  onSend: (text: string) => void;
}

export function Composer({ field, draft, onSend }: Props) {
  const { say, locale, session } = useAround();
  const [text, setText] = useState(draft.get);
  const lastTyping = useRef(0);
  const left = longest - text.trim().length;
  const ready = left >= 0 && text.trim() !== '';
  const number = (n: number) => n.toLocaleString(locale);

  useLayoutEffect(() => {
    const { style, scrollHeight } = field.current!;
    style.height = 'auto';
    style.height = `${Math.max(44, Math.min(field.current!.scrollHeight, 136) || scrollHeight)}px`;
    draft.set(text);
  }, [text]);

  const write = (event: { currentTarget: HTMLTextAreaElement }) => {
    setText(event.currentTarget.value);
    if (Date.now() - lastTyping.current < 3000) return;
    lastTyping.current = Date.now();
    session.typing();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    onSend(text.trim());
    setText('');
    lastTyping.current = 0;
  };
  const key = (event: KeyboardEvent) => {
    // Enter ends a word in an input method before it ends a message.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  return (
    <form class="composer" onSubmit={submit}>
      <textarea
        ref={field} rows={1} value={text} placeholder={say('placeholder')} aria-label={say('placeholder')} dir="auto" enterkeyhint="send"
        aria-invalid={left < 0} aria-describedby={left < 400 ? 'count' : undefined} onInput={write} onKeyDown={key}
      />
      <button class="icon send" aria-label={say('send')} aria-disabled={!ready}><Arrow /></button>
      {left < 400 && <p id="count" class={left < 0 ? 'bad' : 'muted'} role="status">{say(left < 0 ? 'tooLong' : 'left', { n: number(Math.abs(left)) })}</p>}
    </form>
  );
}
