import type { HubEvent, Page, StartAnswer } from '../conversation/events';
import type { Outbox } from '../conversation/outbox';
import { reduce } from '../conversation/reduce';
import { empty, owing, unreadAfter, type Conversation } from '../conversation/state';
import { Decisions, type Answer, type Made } from './decisions';
import { Deliveries } from './deliveries';
import { Hub } from './hub';
import { refusal } from './hubError';
import type { Memory } from './memory';
import { pause } from './pause';

/** `refused`: the server will not have us, and trying again by itself would not help. */
export type Link = 'connecting' | 'online' | 'offline' | 'refused';

export interface Snapshot {
  link: Link;
  /** Why the link is refused. */
  code?: string;
  store?: StartAnswer['store'];
  conversation: Conversation;
  outbox: Outbox;
  decisions: Made;
  unread: number;
  /** True until everything that happened before this connection has been read. */
  catchingUp: boolean;
}

export interface Place { hubUrl: string; storeId: string; locale: string; customerToken?: string; page: () => Page }

/** One shopper's line to the shop: connects, remembers, catches up, sends, and says when anything changes. */
export class Session {
  readonly #place: Place;
  readonly #memory: Memory;
  readonly #changed: (snapshot: Snapshot) => void;
  readonly #hub: Hub;
  readonly #deliveries: Deliveries;
  readonly #decisions: Decisions;
  #link: Link = 'connecting';
  #code?: string;
  #store?: StartAnswer['store'];
  #conversation: Conversation = empty;
  #conversationId?: string;
  #readSeq = 0;
  #target = 0;
  #fresh = false;
  #tries = 0;
  #gaps = 0;
  #connected = false;
  #running = false;
  #cancel?: () => void;
  #timer?: ReturnType<typeof setTimeout>;
  #silence?: ReturnType<typeof setTimeout>;

  constructor(place: Place, memory: Memory, changed: (snapshot: Snapshot) => void) {
    this.#place = place;
    this.#memory = memory;
    this.#changed = changed;
    this.#hub = new Hub(place.hubUrl, () => this.#lost());
    const owner = { restart: () => this.#again(), changed: () => this.#tell() };
    this.#decisions = new Decisions(owner);
    this.#deliveries = new Deliveries(memory, owner);
    addEventListener('online', () => this.reconnect());
    addEventListener('offline', () => !this.#connected && this.#tell());
    document.addEventListener('visibilitychange', () => !document.hidden && this.reconnect());
    memory.watch('conversation', id => id && id !== this.#conversationId && this.#connected && this.#again());
  }

  begin = (): void => void this.#connect();
  send = (text: string): void => this.#deliveries.add(text);
  retry = (id: string): void => this.#deliveries.retry(id);
  discard = (id: string): void => this.#deliveries.discard(id);
  decide = (actionId: string, answer: Answer): void => this.#decisions.decide(actionId, answer);
  typing = (): void => { if (this.#cancel && this.#conversationId) this.#hub.typing(this.#conversationId); };

  rate(score: number, comment?: string): Promise<unknown> {
    if (!this.#conversationId) return Promise.reject(new Error('There is no conversation to rate yet.'));
    return this.#hub.rate({ conversationId: this.#conversationId, score, comment });
  }

  /** Begins a new conversation; what was not delivered to a closed one goes there. */
  fresh(): void {
    this.#fresh = true;
    this.#again();
  }

  /** Tries at once instead of at the next turn of the clock. */
  reconnect(): void {
    if (this.#connected || this.#running) return;
    clearTimeout(this.#timer);
    void this.#connect();
  }

  read(): void {
    if (this.#readSeq >= this.#conversation.seq) return;
    this.#readSeq = this.#conversation.seq;
    this.#memory.set('read', `${this.#conversationId} ${this.#readSeq}`);
    this.#tell();
  }

  async #connect(): Promise<void> {
    this.#running = true;
    this.#set(this.#tries ? 'offline' : 'connecting');
    try {
      await this.#hub.open();
      this.#connected = true;
      await this.#begin();
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#running = false;
    }
  }

  async #begin(): Promise<void> {
    const { storeId, locale, customerToken, page } = this.#place;
    const answer = await this.#hub.start({ storeId, locale, customerToken, page: page(), visitorToken: this.#memory.get('token'), fresh: this.#fresh || undefined });
    const { conversationId } = answer;
    if (conversationId !== this.#conversationId || answer.lastSeq < this.#conversation.seq) this.#conversation = empty;
    this.#conversationId = conversationId;
    this.#store = answer.store;
    this.#target = answer.lastSeq;
    this.#memory.set('token', answer.visitorToken);
    this.#memory.set('conversation', conversationId);
    this.#memory.set('accent', answer.store.theme?.accent ?? undefined);
    const [id, seq] = (this.#memory.get('read') ?? '').split(' ');
    this.#readSeq = id === conversationId ? Number(seq) : 0;
    this.#tries = 0;
    if (this.#fresh) this.#deliveries.carryOver();
    this.#fresh = false;
    this.#subscribe();
    this.#deliveries.open(message => this.#hub.send({ conversationId, clientMessageId: message.id, text: message.text, page: page() }));
    this.#decisions.open(conversationId, (given, actionId) => this.#hub.decide(given, { conversationId, actionId }));
    this.#set('online');
  }

  #subscribe(): void {
    this.#cancel?.();
    this.#cancel = this.#hub.subscribe(this.#conversationId!, this.#conversation.seq, event => this.#take(event), error => this.#ended(error));
  }

  #take(event: HubEvent): void {
    const { conversation, outcome } = reduce(this.#conversation, event);
    if (outcome === 'gap') return this.#behind();
    if (outcome === 'ignored') return;
    if (conversation.seq > this.#conversation.seq) this.#gaps = 0;
    this.#conversation = conversation;
    this.#deliveries.settle(event);
    clearTimeout(this.#silence);
    if (conversation.typing) this.#silence = setTimeout(() => this.#quiet(), 6000);
    this.#tell();
  }

  /** Something is missing: read again from the last good number, more slowly each time it does not help. */
  #behind(): void {
    this.#cancel?.();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connected && this.#subscribe(), this.#gaps++ ? pause(this.#gaps) : 0);
  }

  #ended(error: unknown): void {
    if (!this.#connected) return;
    if (refusal(error)) this.#again();
    else this.#behind();
  }

  #quiet(): void {
    this.#conversation = { ...this.#conversation, typing: undefined };
    this.#tell();
  }

  /** Begins again on the connection as it is, or on the next one. */
  #again(): void {
    this.#stopListening();
    if (!this.#connected || this.#running) return this.reconnect();
    this.#running = true;
    this.#set('connecting');
    this.#begin().catch(error => this.#failed(error)).finally(() => { this.#running = false; });
  }

  #failed(error: unknown): void {
    const code = refusal(error)?.code;
    if (code === 'invalid_token') this.#memory.set('token');
    this.#hub.close();
    this.#connected = false;
    this.#stopListening();
    if (code && !['rate_limited', 'unavailable', 'invalid_token', 'not_started'].includes(code)) return this.#set('refused', code);
    this.#later();
  }

  #lost(): void {
    this.#connected = false;
    this.#stopListening();
    if (!this.#running) this.#later();
  }

  #stopListening(): void {
    clearTimeout(this.#timer);
    this.#cancel?.();
    this.#cancel = undefined;
    this.#deliveries.shut();
    this.#decisions.shut();
  }

  #later(): void {
    this.#set('offline');
    this.#timer = setTimeout(() => this.reconnect(), pause(++this.#tries));
  }

  #set(link: Link, code?: string): void {
    this.#link = link;
    this.#code = code;
    this.#tell();
  }

  #tell(): void {
    // While the fields above are still being set there is nothing to tell.
    if (!this.#deliveries) return;
    const conversation = this.#conversation;
    const outbox = this.#deliveries.outbox;
    const unread = unreadAfter(conversation, this.#readSeq);
    const catchingUp = this.#link === 'connecting' || conversation.seq < this.#target;
    if (!catchingUp || outbox.length) {
      const pending = unread || owing(conversation) || conversation.withPerson || outbox.some(message => message.status !== 'sent');
      this.#memory.set('pending', pending ? String(unread || 0.5) : undefined);
    }
    this.#changed({ link: this.#link, code: this.#code, store: this.#store, conversation, outbox, decisions: this.#decisions.made, unread, catchingUp });
  }
}
