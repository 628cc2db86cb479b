import { HubConnection } from '@microsoft/signalr/dist/esm/HubConnection';
import { JsonHubProtocol } from '@microsoft/signalr/dist/esm/JsonHubProtocol';
import type { IConnection } from '@microsoft/signalr/dist/esm/IConnection';
import type { ILogger } from '@microsoft/signalr/dist/esm/ILogger';
import type { IHubProtocol } from '@microsoft/signalr/dist/esm/IHubProtocol';
import type { HubEvent, Page, StartAnswer } from '../conversation/events';
import { Socket } from './socket';

const silent = { log() {} };

/** What HubConnectionBuilder calls in the end; its types hide it because the builder is meant to be the way. */
const { create } = HubConnection as unknown as {
  create(connection: IConnection, logger: ILogger, protocol: IHubProtocol): HubConnection;
};

/** The calls of `/hubs/chat`. */
export class Hub {
  readonly #connection: HubConnection;

  constructor(url: string, closed: () => void) {
    this.#connection = create(new Socket(url), silent, new JsonHubProtocol());
    this.#connection.onclose(closed);
  }

  open = (): Promise<void> => this.#connection.start();
  close = (): Promise<void> => this.#connection.stop();

  start(request: { storeId: string; visitorToken?: string; page: Page; locale: string; fresh?: boolean }): Promise<StartAnswer> {
    return this.#connection.invoke('Start', request);
  }

  send(request: { conversationId: string; clientMessageId: string; text: string; page: Page }): Promise<{ seq: number }> {
    return this.#connection.invoke('Send', request);
  }

  rate(request: { conversationId: string; score: number; comment?: string }): Promise<{ seq: number }> {
    return this.#connection.invoke('Rate', request);
  }

  /** Says that the shopper is writing. Nobody waits for it, and nothing is lost with it. */
  typing(conversationId: string): void {
    this.#connection.send('Typing', conversationId).catch(() => undefined);
  }

  /** Streams the events after `afterSeq`; the answer ends the stream. `ended` is not called after that. */
  subscribe(conversationId: string, afterSeq: number, next: (event: HubEvent) => void, ended: (error?: unknown) => void): () => void {
    let live = true;
    const end = (error?: unknown) => {
      if (live) ended(error);
      live = false;
    };
    const stream = this.#connection.stream<HubEvent>('Subscribe', conversationId, afterSeq).subscribe({
      next: event => live && next(event),
      error: end,
      complete: end,
    });
    return () => {
      live = false;
      stream.dispose();
    };
  }
}
