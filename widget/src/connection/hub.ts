import type { HubEvent, Page, StartAnswer } from '../conversation/events';
import type { Answer } from './decisions';
import { Wire } from './wire';

/** What the server says of an action after a click on its card. */
export interface Ruling { seq: number; status: string }

/** The calls of `/hubs/chat`. */
export class Hub {
  readonly #wire: Wire;

  constructor(url: string, closed: () => void) {
    this.#wire = new Wire(url, closed);
  }

  open = (): Promise<void> => this.#wire.open();
  close = (): void => this.#wire.close();

  start = (request: { storeId: string; visitorToken?: string; page: Page; locale: string; fresh?: boolean; customerToken?: string }): Promise<StartAnswer> =>
    this.#wire.invoke('Start', request);

  send = (request: { conversationId: string; clientMessageId: string; text: string; page: Page }): Promise<{ seq: number }> =>
    this.#wire.invoke('Send', request);

  rate = (request: { conversationId: string; score: number; comment?: string }): Promise<{ seq: number }> =>
    this.#wire.invoke('Rate', request);

  decide = (answer: Answer, request: { conversationId: string; actionId: string }): Promise<Ruling> =>
    this.#wire.invoke(answer, request);

  /** Says that the shopper is writing. Nobody waits for it, and nothing is lost with it. */
  typing = (conversationId: string): void => this.#wire.send('Typing', conversationId);

  /** Streams the events after `afterSeq`; the answer ends the stream. `ended` is not called after that. */
  subscribe = (conversationId: string, afterSeq: number, next: (event: HubEvent) => void, ended: (error?: unknown) => void): () => void =>
    this.#wire.stream('Subscribe', [conversationId, afterSeq], next, ended);
}
