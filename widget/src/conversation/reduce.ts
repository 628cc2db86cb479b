import type { HubEvent, TextDelta } from './events';
import type { AnswerItem, Conversation, Item, NoticeItem } from './state';

/** What an event did: `gap` means that something before it is missing, so subscribe again from `conversation.seq`. */
export interface Step {
  conversation: Conversation;
  outcome: 'applied' | 'ignored' | 'gap';
}

/** Takes the next event. Stored events count strictly in order, each once; anything else changes nothing. */
export function reduce(conversation: Conversation, event: HubEvent): Step {
  if (event.type === 'text.delta') return delta(conversation, event);
  if (event.type === 'typing') {
    const other = event.author !== 'shopper';
    return step(other ? { ...conversation, typing: { author: event.author, at: event.at } } : conversation, other);
  }
  if (event.seq <= conversation.seq) return step(conversation, false);
  if (event.seq !== conversation.seq + 1) return { conversation, outcome: 'gap' };
  return step({ ...stored(conversation, event), seq: event.seq }, true);
}

const step = (conversation: Conversation, applied: boolean): Step =>
  ({ conversation, outcome: applied ? 'applied' : 'ignored' });

type Stored = Exclude<HubEvent, TextDelta | { type: 'typing' }>;

function stored(was: Conversation, event: Stored): Conversation {
  switch (event.type) {
    case 'message': {
      const { seq, at, text } = event;
      if (event.author === 'shopper') return add(was, { kind: 'shopper', key: event.clientMessageId ?? event.messageId, seq, at, text });
      return add({ ...was, typing: undefined }, { kind: 'person', key: event.messageId, seq, at, text, name: event.name ?? undefined });
    }
    case 'turn.started':
      // A turn that a restart interrupted begins again; what it had shown is withdrawn.
      return answer(was, event.turnId, event, () => newAnswer(event.turnId, event.seq, event.at));
    case 'turn.step':
    case 'tool.completed':
      return was;
    case 'tool.called':
      return answer(was, event.turnId, event, () => ({ label: event.label }));
    case 'products':
      return answer(was, event.turnId, event, a => ({ products: [...a.products, ...event.products] }));
    case 'order':
      return answer(was, event.turnId, event, a => ({ orders: [...a.orders, event.order] }));
    case 'text.completed':
      return answer({ ...was, typing: undefined }, event.turnId, event, () => ({
        text: event.text, citations: event.citations, quickReplies: event.quickReplies, done: true, seq: event.seq,
      }));
    case 'error':
      if (!event.turnId) return add(was, notice('failed', event.seq, event.at, event.message));
      return answer({ ...was, typing: undefined }, event.turnId, event, () => ({
        error: { code: event.code, message: event.message }, text: '', done: true, seq: event.seq,
      }));
    case 'escalated':
      return add({ ...was, withPerson: true }, notice('escalated', event.seq, event.at, event.text));
    case 'turn.withdrawn':
      return { ...was, typing: undefined, items: was.items.filter(item => item.key !== event.turnId) };
    case 'taken_over':
      return add({ ...was, withPerson: true }, notice('takenOver', event.seq, event.at, event.person));
    case 'handed_back':
      return { ...was, withPerson: false };
    case 'hidden':
      return was;
    case 'resolved':
      return add({ ...was, withPerson: false }, notice('resolved', event.seq, event.at, ''));
    case 'rated':
      return add({ ...was, rated: true }, notice('rated', event.seq, event.at, ''));
    default:
      // A newer server may number events that this widget does not know; they count and show nothing.
      return was;
  }
}

function delta(was: Conversation, event: TextDelta): Step {
  if (event.seq > was.seq) return { conversation: was, outcome: 'gap' };
  const live = was.items.find(item => item.key === event.turnId);
  if (!live || live.kind !== 'answer' || live.done) return step(was, false);
  if (event.offset > live.text.length) return { conversation: was, outcome: 'gap' };
  // The same piece again changes nothing; anything else at a smaller offset is a repaired reply and replaces the rest.
  if (event.text && live.text.startsWith(event.text, event.offset)) return step(was, false);
  const text = live.text.slice(0, event.offset) + event.text;
  return step({ ...answer(was, event.turnId, event, () => ({ text })), typing: undefined }, true);
}

const add = (was: Conversation, item: Item): Conversation => ({ ...was, items: [...was.items, item] });

const newAnswer = (turnId: string, seq: number, at: string): AnswerItem =>
  ({ kind: 'answer', key: turnId, seq, at, text: '', done: false, products: [], orders: [], citations: [], quickReplies: [] });

const notice = (kind: NoticeItem['kind'], seq: number, at: string, text: string): NoticeItem =>
  ({ kind, key: kind + seq, seq, at, text });

/** Changes the answer of a turn; a turn that was never announced gets its place here. */
function answer(was: Conversation, turnId: string, event: { seq: number; at: string }, change: (item: AnswerItem) => Partial<AnswerItem>): Conversation {
  const known = was.items.some(item => item.key === turnId);
  const items = known ? was.items : [...was.items, newAnswer(turnId, event.seq, event.at)];
  return {
    ...was,
    items: items.map(item => item.key === turnId && item.kind === 'answer' ? { ...item, ...change(item) } : item),
  };
}
