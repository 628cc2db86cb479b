import type { HubEvent, OfTurn, TextDelta, TurnWithdrawn } from './events';
import type { Action, AnswerItem, Conversation, Item, NoticeItem } from './state';

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
      return answer(was, event, () => newAnswer(event));
    case 'tool.called':
      return answer(was, event, () => ({ label: event.label }));
    case 'products':
      return answer(was, event, a => ({ products: [...a.products, ...event.products] }));
    case 'order':
      return answer(was, event, a => ({ orders: [...a.orders, event.order] }));
    case 'action.proposed': {
      const { action, turnId, seq } = event;
      return answer(withAction(was, { ...was.actions[action.id], ...action, turnId, seq }), event, () => ({}));
    }
    case 'action.updated': {
      const known = was.actions[event.action.id];
      return known ? withAction(was, { ...known, ...event.action, seq: event.seq }) : was;
    }
    case 'text.completed':
      return answer({ ...was, typing: undefined }, event, () => ({
        text: event.text, citations: event.citations, quickReplies: event.quickReplies, done: true, seq: event.seq,
      }));
    case 'error': {
      const { turnId, code, message, seq } = event;
      if (!turnId) return add(was, notice('failed', event, message));
      return answer({ ...was, typing: undefined }, { ...event, turnId }, () => ({ error: { code, message }, text: '', done: true, seq }));
    }
    case 'escalated':
      return add({ ...was, withPerson: true }, notice('escalated', event, event.text));
    case 'turn.withdrawn':
      return withdrawn({ ...was, typing: undefined }, event);
    case 'taken_over':
      return add({ ...was, withPerson: true }, notice('taken_over', event, event.person));
    case 'handed_back':
      return add({ ...was, withPerson: false }, notice('handed_back', event));
    case 'resolved':
      return add({ ...was, withPerson: false }, notice('resolved', event));
    case 'rated':
      return add({ ...was, rated: true }, notice('rated', event));
    default:
      // What is only for the shop's people, and what only a newer server knows, counts and shows nothing.
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
  return step({ ...answer(was, event, () => ({ text })), typing: undefined }, true);
}

/** Drops what a turn has shown, but no action: it is stored, and its end will be told. */
function withdrawn(was: Conversation, event: TurnWithdrawn): Conversation {
  const { turnId } = event;
  if (Object.values(was.actions).some(action => action.turnId === turnId)) return answer(was, event, () => ({ ...newAnswer(event), done: true }));
  return { ...was, items: was.items.filter(item => item.key !== turnId) };
}

const add = (was: Conversation, item: Item): Conversation => ({ ...was, items: [...was.items, item] });

const withAction = (was: Conversation, action: Action): Conversation => ({ ...was, actions: { ...was.actions, [action.id]: action } });

const newAnswer = ({ turnId, seq, at }: OfTurn): AnswerItem =>
  ({ kind: 'answer', key: turnId, seq, at, text: '', done: false, products: [], orders: [], citations: [], quickReplies: [] });

const notice = (kind: NoticeItem['kind'], { seq, at }: Stored, text = ''): NoticeItem =>
  ({ kind, key: kind + seq, seq, at, text });

/** Changes the answer of a turn; a turn that was never announced gets its place here. */
function answer(was: Conversation, event: OfTurn, change: (item: AnswerItem) => Partial<AnswerItem>): Conversation {
  const { turnId } = event;
  const items = was.items.some(item => item.key === turnId) ? was.items : [...was.items, newAnswer(event)];
  return {
    ...was,
    items: items.map(item => item.key === turnId && item.kind === 'answer' ? { ...item, ...change(item) } : item),
  };
}
