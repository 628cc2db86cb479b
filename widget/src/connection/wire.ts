const mark = '\u001e';
/** Milliseconds: how long a connection may take to come about, how long the server may be silent, when it has to hear of us again. */
const patience = 10_000;
const silence = 30_000;
const breath = 5_000;

/** Kinds of messages that are read or written here. */
const enum Kind { Invocation = 1, StreamItem, Completion, StreamInvocation, CancelInvocation, Ping, Close }

interface Message { type?: Kind; invocationId?: string; item?: unknown; result?: unknown; error?: string }
interface Call { next?: (item: never) => void; end: (error?: Error, result?: unknown) => void }

/**
 * SignalR's JSON protocol, as far as the widget speaks it, over a plain WebSocket. The client that SignalR ships also
 * negotiates, carries three transports and reconnects by itself, which costs four times as much, a round trip, and
 * sticky sessions in front of several servers; the session resumes by event number instead.
 */
export class Wire {
  readonly #url: string;
  readonly #closed: () => void;
  readonly #calls = new Map<string, Call>();
  #socket?: WebSocket;
  #last = 0;
  #saidAt = 0;
  #silence?: ReturnType<typeof setTimeout>;

  constructor(url: string, closed: () => void) {
    this.#url = url.replace(/^http/, 'ws');
    this.#closed = closed;
  }

  /** Connects and shakes hands: a call like any other, which has no number. */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = this.#socket = new WebSocket(this.#url);
      this.#calls.set('', { end: error => error ? reject(error) : resolve() });
      // A network that swallows packets would leave the browser trying for minutes.
      this.#listen(patience);
      socket.onopen = () => void this.#say({ protocol: 'json', version: 1 });
      socket.onclose = () => {
        if (this.#socket === socket) this.#end();
      };
      socket.onmessage = ({ data }) => {
        if (this.#socket !== socket) return;
        this.#listen(silence);
        // The server says something every 15 s. Answering that keeps us heard even where a hidden page's timers sleep.
        if (Date.now() - this.#saidAt > breath) this.#say({ type: Kind.Ping });
        for (const part of (data as string).split(mark).filter(Boolean)) this.#hear(JSON.parse(part));
      };
    });
  }

  /** The closing handshake may never be answered on a dead line; everybody hears of the end now. */
  close = (): void => {
    this.#socket?.close();
    if (this.#socket) this.#end();
  };

  /** Calls `target`; fails with the server's words, or when the connection goes first. */
  invoke<T>(target: string, ...args: unknown[]): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#call(Kind.Invocation, target, args, { end: (error, result) => error ? reject(error) : resolve(result as T) });
    });
  }

  /** Calls `target`, and nobody waits for what becomes of it. */
  send = (target: string, ...args: unknown[]): void => void this.#say({ type: Kind.Invocation, target, arguments: args });

  /** Streams what `target` gives; the answer ends that, and `end` is not called after it. */
  stream<T>(target: string, args: unknown[], next: (item: T) => void, end: (error?: Error) => void): () => void {
    const invocationId = this.#call(Kind.StreamInvocation, target, args, { next, end });
    return () => {
      if (this.#calls.delete(invocationId)) this.#say({ type: Kind.CancelInvocation, invocationId });
    };
  }

  #call(type: Kind, target: string, args: unknown[], call: Call): string {
    const invocationId = String(++this.#last);
    this.#calls.set(invocationId, call);
    if (!this.#say({ type, target, arguments: args, invocationId })) this.#finish(invocationId, new Error('The connection is closed.'));
    return invocationId;
  }

  #say(message: object): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#saidAt = Date.now();
    this.#socket.send(JSON.stringify(message) + mark);
    return true;
  }

  #hear({ type, invocationId = '', item, error, result }: Message): void {
    if (type === Kind.StreamItem) this.#calls.get(invocationId)?.next?.(item as never);
    // The answer to the handshake has no type either.
    if (!type || type === Kind.Completion) this.#finish(invocationId, error ? new Error(error) : undefined, result);
    if (type === Kind.Close) this.close();
  }

  #finish(invocationId: string, error?: Error, result?: unknown): void {
    const call = this.#calls.get(invocationId);
    this.#calls.delete(invocationId);
    call?.end(error, result);
  }

  /** Waits at most so long for the next word. */
  #listen(ms: number): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(this.close, ms);
  }

  #end(): void {
    clearTimeout(this.#silence);
    this.#socket = undefined;
    for (const invocationId of [...this.#calls.keys()]) this.#finish(invocationId, new Error('The connection was lost.'));
    this.#closed();
  }
}
