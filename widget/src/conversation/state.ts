import type { ActionUpdate, Citation, Order, Product, Proposal } from './events';

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
  kind: 'escalated' | 'taken_over' | 'handed_back' | 'resolved' | 'rated' | 'failed';
  key: string;
  seq: number;
  at: string;
  text: string;
}

/** An action: what was proposed last under its id, in which turn, and where it stands; without a status it is open. */
export interface Action extends Proposal, Partial<ActionUpdate> {
  id: string;
  turnId: string;
  /** Number of the event that said so. */
  seq: number;
}

export type Item = ShopperItem | PersonItem | AnswerItem | NoticeItem;

/** A conversation as far as it is known: everything up to and including `seq`, and the text that streams now. */
export interface Conversation {
  seq: number;
  items: readonly Item[];
  /** By id. They were stored as actions, so a turn that begins again withdraws none. */
  actions: Readonly<Record<string, Action>>;
  /** Who is writing, and since when; undefined when nobody is. */
  typing?: { author: string; at: string };
  /** A person has been called and has not closed the matter. */
  withPerson: boolean;
  rated: boolean;
}

export const empty: Conversation = { seq: 0, items: [], actions: {}, withPerson: false, rated: false };

/** What is said of an action while it is not over. */
const underWay = ['confirmed', 'running', 'waiting_approval'];
/** What a shopper who has closed the chat should hear. */
const news = ['done', 'failed', 'rejected', 'unsupported'];

/** Number of the things that the shopper has not done and that came after `readSeq`. */
export function unreadAfter({ items, actions }: Conversation, readSeq: number): number {
  return [...items.filter(speaks), ...stand(actions, news)].filter(one => one.seq > readSeq).length;
}

/** Whether an answer that has begun or an action that was agreed to is still owed. */
export const owing = ({ items, actions }: Conversation): boolean =>
  items.some(item => item.kind === 'answer' && !item.done) || stand(actions, underWay).length > 0;

const stand = (actions: Conversation['actions'], statuses: string[]): Action[] =>
  Object.values(actions).filter(action => statuses.includes(action.status!));

function speaks(item: Item): boolean {
  return item.kind === 'answer' ? item.done : item.kind === 'person' || item.kind === 'escalated';
}
