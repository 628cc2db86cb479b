import type { Citation, Order, Product } from './events';

/** Something the shopper wrote, as the server has taken it. */
export interface ShopperItem { kind: 'shopper'; key: string; seq: number; at: string; text: string }

/** Something a person of the shop wrote. */
export interface PersonItem { kind: 'person'; key: string; seq: number; at: string; text: string; name?: string }

/** One turn of the agent: its cards, its text, its end. */
export interface AnswerItem {
  kind: 'answer';
  key: string;
  seq: number;
  at: string;
  text: string;
  /** False while text may still change. */
  done: boolean;
  /** What the agent is doing, in words for the shopper. */
  label?: string;
  products: Product[];
  orders: Order[];
  citations: Citation[];
  quickReplies: string[];
  error?: { code: string; message: string };
}

/** A change of the conversation's state, said in a line of its own. */
export interface NoticeItem {
  kind: 'escalated' | 'takenOver' | 'resolved' | 'rated' | 'failed';
  key: string;
  seq: number;
  at: string;
  text: string;
}

export type Item = ShopperItem | PersonItem | AnswerItem | NoticeItem;

/** A conversation as far as it is known: everything up to and including `seq`, and the text that streams now. */
export interface Conversation {
  seq: number;
  items: readonly Item[];
  /** Who is writing, and since when; undefined when nobody is. */
  typing?: { author: string; at: string };
  /** A person has been called and has not closed the matter. */
  withPerson: boolean;
  rated: boolean;
}

export const empty: Conversation = { seq: 0, items: [], withPerson: false, rated: false };

/** Number of the items that the shopper has not written and that came after `readSeq`. */
export function unreadAfter(conversation: Conversation, readSeq: number): number {
  return conversation.items.filter(item => speaks(item) && item.seq > readSeq).length;
}

/** Whether the agent still owes an answer that has begun. */
export const answering = (conversation: Conversation): boolean =>
  conversation.items.some(item => item.kind === 'answer' && !item.done);

function speaks(item: Item): boolean {
  return item.kind === 'answer' ? item.done : item.kind === 'person' || item.kind === 'escalated';
}
