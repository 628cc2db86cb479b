/** What the hub sends: the shapes of docs/contracts.md, word for word. */

export interface Money { amount: number; currency: string; text: string }

export interface Product {
  id: string;
  handle: string;
  title: string;
  url: string;
  image?: string | null;
  price: Money;
  priceTo?: Money | null;
  compareAt?: Money | null;
  available: boolean;
  stockText: string;
  options: { name: string; values: string[] }[];
  rating?: number | null;
}

export interface Order {
  number: string;
  status: string;
  statusText: string;
  placedAt: string;
  items: { title: string; variant?: string | null; quantity: number; image?: string | null }[];
  trackingNumber?: string | null;
  trackingUrl?: string | null;
  carrier?: string | null;
  estimatedDelivery?: string | null;
  total?: Money;
}

export interface Citation { n: number; title: string; url: string }

/** What the agent would do, as a card shows it. */
export interface Proposal {
  id: string;
  /** A tool's name. */
  kind: string;
  title: string;
  orderNumber?: string | null;
  items: ProposalItem[];
  rows: { label: string; value: string }[];
  amount?: Money | null;
  direction?: string | null;
  method?: string | null;
  note?: string | null;
  needsApproval: boolean;
  confirmLabel: string;
  declineLabel: string;
  expiresAt: string;
}

export interface ProposalItem {
  title: string;
  variant?: string | null;
  quantity: number;
  image?: string | null;
  becomes?: { title: string; variant?: string | null } | null;
}

/** Where an action stands: a status of docs/contracts.md. */
export interface ActionUpdate { id: string; status: string; text?: string | null; reference?: string | null; labelUrl?: string | null }

interface Base { seq: number; at: string }
/** Something that belongs to a turn. */
export interface OfTurn extends Base { turnId: string }

export interface MessageEvent extends Base {
  type: 'message';
  messageId: string;
  author: 'shopper' | 'person';
  text: string;
  clientMessageId?: string | null;
  name?: string | null;
}
export interface TurnStarted extends OfTurn { type: 'turn.started' }
export interface TurnStep extends OfTurn { type: 'turn.step'; step: string; ms: number; intent?: string | null }
export interface ToolCalled extends OfTurn { type: 'tool.called'; callId: string; tool: string; label: string }
export interface ToolCompleted extends OfTurn { type: 'tool.completed'; callId: string; tool: string; ok: boolean; ms: number }
export interface ProductsShown extends OfTurn { type: 'products'; products: Product[] }
export interface OrderShown extends OfTurn { type: 'order'; order: Order }
export interface ActionProposed extends OfTurn { type: 'action.proposed'; action: Proposal }
export interface ActionUpdated extends Base { type: 'action.updated'; action: ActionUpdate }
export interface TextDelta extends OfTurn { type: 'text.delta'; offset: number; text: string }
export interface TextCompleted extends OfTurn {
  type: 'text.completed';
  messageId: string;
  text: string;
  citations: Citation[];
  quickReplies: string[];
}
export interface Escalated extends Base { type: 'escalated'; turnId?: string | null; reason: string; priority: string; ticketId: string; text: string }
export interface Resolved extends Base { type: 'resolved'; summary?: string | null }
export interface TurnWithdrawn extends OfTurn { type: 'turn.withdrawn' }
/** Something that only the shop's people read: it has a number and nothing else. */
export interface Hidden extends Base { type: 'hidden' }
export interface Rated extends Base { type: 'rated'; score: number; comment?: string | null }
export interface TakenOver extends Base { type: 'taken_over'; person: string }
export interface HandedBack extends Base { type: 'handed_back' }
export interface Typing extends Base { type: 'typing'; author: string }
export interface TurnFailed extends Base { type: 'error'; turnId?: string | null; code: string; message: string }

export type HubEvent =
  | MessageEvent | TurnStarted | TurnStep | ToolCalled | ToolCompleted | ProductsShown | OrderShown
  | ActionProposed | ActionUpdated | TextDelta | TextCompleted | Escalated | TurnWithdrawn | TakenOver | HandedBack | Hidden | Resolved | Rated | Typing | TurnFailed;

export interface Page { url: string; productHandle?: string }

export interface StartAnswer {
  conversationId: string;
  visitorToken: string;
  lastSeq: number;
  store: { name: string; locale: string; theme: { accent?: string | null }; suggestions: string[] };
}
