import type { IConnection } from '@microsoft/signalr/dist/esm/IConnection';

/**
 * The wire below SignalR's client: a plain WebSocket. SignalR's own HttpConnection negotiates and carries three
 * transports, which costs 7 KB, a round trip, and sticky sessions in front of several servers.
 */
export class Socket implements IConnection {
  readonly features = { reconnect: false };
  baseUrl: string;
  onreceive: ((data: string | ArrayBuffer) => void) | null = null;
  onclose: ((error?: Error) => void) | null = null;
  #socket?: WebSocket;

  constructor(url: string) {
    this.baseUrl = url;
  }

  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = this.#socket = new WebSocket(this.baseUrl.replace(/^http/, 'ws'));
      let open = false;
      // A network that swallows packets would leave the browser trying for minutes.
      const impatience = setTimeout(() => socket.close(), 10_000);
      socket.onopen = () => {
        clearTimeout(impatience);
        open = true;
        resolve();
      };
      socket.onmessage = event => this.onreceive?.(event.data);
      socket.onclose = event => {
        clearTimeout(impatience);
        if (this.#socket === socket) this.#socket = undefined;
        if (open) this.onclose?.(event.wasClean ? undefined : new Error('The connection was lost.'));
        else reject(new Error('The server could not be reached.'));
      };
    });
  }

  send(data: string | ArrayBuffer): Promise<void> {
    if (this.#socket?.readyState !== WebSocket.OPEN) return Promise.reject(new Error('The connection is closed.'));
    this.#socket.send(data);
    return Promise.resolve();
  }

  stop(error?: Error): Promise<void> {
    const socket = this.#socket;
    if (socket) {
      // The closing handshake may never be answered on a dead line; the client must hear of the end now.
      socket.onclose = null;
      this.#socket = undefined;
      socket.close();
      this.onclose?.(error);
    }
    return Promise.resolve();
  }
}
