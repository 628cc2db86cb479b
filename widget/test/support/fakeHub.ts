import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import type { HubEvent, StartAnswer } from '../../src/conversation/events';
import { answer, type Draft } from './fakeShop';

const mark = '\u001e';

class Conversation {
  readonly id = randomUUID();
  readonly events: HubEvent[] = [];
  readonly listeners = new Set<(event: HubEvent) => void>();
  readonly taken = new Map<string, number>();
  /** What was said to each card; the first answer stands. */
  readonly rulings = new Map<string, { seq: number; status: string }>();
  live?: { turnId: string; text: string };

  constructor(readonly token: string) {}

  get seq(): number {
    return this.events.length;
  }

  store(draft: Draft): number {
    const event = { ...draft, seq: this.seq + 1, at: new Date().toISOString() } as HubEvent;
    this.events.push(event);
    this.listeners.forEach(listen => listen(event));
    return event.seq;
  }

  pass(draft: Draft): void {
    const event = { ...draft, seq: this.seq, at: new Date().toISOString() } as HubEvent;
    this.listeners.forEach(listen => listen(event));
  }
}

interface Call { type: number; invocationId?: string; target?: string; arguments?: unknown[] }

/** A chat server that speaks SignalR's JSON protocol, answers from a script and fails on demand. */
export class FakeHub {
  readonly #server: Server;
  readonly #sockets = new Set<WebSocket>();
  readonly #refusals: { target: string; code: string }[] = [];
  readonly conversations: Conversation[] = [];
  readonly calls: { target: string; arguments: unknown[] }[] = [];
  /** Milliseconds between pieces of text, and before the first. */
  pace = { piece: 8, first: 20 };
  /** While set, turns wait for it before their first word. */
  held?: Promise<void>;
  /** False: new connections are refused, as when the server is away. */
  up = true;
  /** Sends are taken, but the connection goes before their answer. */
  loseAnswers = 0;
  /** Answers to cards are taken, but the connection goes before theirs. */
  loseRulings = 0;
  /** While set, answers to cards wait for it before they are taken. */
  heldRulings?: Promise<void>;
  accent = '#2f6b4f';

  constructor(serve: (request: IncomingMessage, response: ServerResponse) => void) {
    this.#server = createServer(serve);
    const sockets = new WebSocketServer({ noServer: true });
    this.#server.on('upgrade', (request, socket, head) => {
      if (!this.up) return void socket.destroy();
      sockets.handleUpgrade(request, socket, head, ws => this.#talk(ws));
    });
  }

  listen(port = 0): Promise<string> {
    return new Promise(resolve => this.#server.listen(port, '127.0.0.1', () => resolve(`http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`)));
  }

  close(): Promise<void> {
    this.drop();
    return new Promise(resolve => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  /** Cuts every connection, without a goodbye. */
  drop(): void {
    this.#sockets.forEach(socket => socket.terminate());
  }

  /** The next calls of `target` fail with these codes. */
  refuse(target: string, ...codes: string[]): void {
    this.#refusals.push(...codes.map(code => ({ target, code })));
  }

  get last(): Conversation {
    return this.conversations.at(-1)!;
  }

  #talk(socket: WebSocket): void {
    this.#sockets.add(socket);
    const subscriptions = new Map<string, () => void>();
    let greeted = false;
    socket.on('close', () => {
      this.#sockets.delete(socket);
      subscriptions.forEach(end => end());
    });
    socket.on('message', data => {
      for (const part of String(data).split(mark).filter(Boolean)) {
        if (!greeted) {
          greeted = true;
          socket.send('{}' + mark);
        } else this.#hear(socket, JSON.parse(part), subscriptions);
      }
    });
  }

  #hear(socket: WebSocket, call: Call, subscriptions: Map<string, () => void>): void {
    const say = (message: object) => socket.send(JSON.stringify(message) + mark);
    const id = call.invocationId!;
    if (call.type === 5) {
      subscriptions.get(id)?.();
      subscriptions.delete(id);
      say({ type: 3, invocationId: id });
    }
    if (call.type !== 1 && call.type !== 4) return;
    const target = call.target!;
    this.calls.push({ target, arguments: call.arguments! });
    const at = this.#refusals.findIndex(refusal => refusal.target === target);
    if (at >= 0) {
      const { code } = this.#refusals.splice(at, 1)[0]!;
      return say({ type: 3, invocationId: id, error: `An unexpected error occurred invoking '${target}' on the server. HubException: ${JSON.stringify({ code, message: 'Said by the server.' })}` });
    }
    if (call.type === 4) return void subscriptions.set(id, this.#subscribe(call.arguments as [string, number], item => say({ type: 2, invocationId: id, item })));
    if (target === 'Confirm' || target === 'Decline') return void this.#rule(target, call.arguments![0] as { conversationId: string; actionId: string }, socket, result => say({ type: 3, invocationId: id, result }));
    const result = this.#answer(target, call.arguments![0]);
    if (target === 'Send' && this.loseAnswers > 0) {
      this.loseAnswers--;
      socket.terminate();
    } else if (id) say({ type: 3, invocationId: id, result });
  }

  async #rule(answer: string, { conversationId, actionId }: { conversationId: string; actionId: string }, socket: WebSocket, say: (ruling: object) => void): Promise<void> {
    await this.heldRulings;
    const conversation = this.#find(conversationId);
    const { rulings } = conversation;
    if (!rulings.has(actionId)) {
      const status = answer === 'Confirm' ? 'confirmed' : 'declined';
      rulings.set(actionId, { seq: conversation.store({ type: 'action.updated', action: { id: actionId, status } }), status });
    }
    if (this.loseRulings > 0) {
      this.loseRulings--;
      socket.terminate();
    } else say(rulings.get(actionId)!);
  }

  #subscribe([conversationId, afterSeq]: [string, number], next: (event: HubEvent) => void): () => void {
    const conversation = this.#find(conversationId);
    conversation.events.slice(afterSeq).forEach(next);
    if (conversation.live) next({ type: 'text.delta', seq: conversation.seq, at: new Date().toISOString(), turnId: conversation.live.turnId, offset: 0, text: conversation.live.text });
    conversation.listeners.add(next);
    return () => conversation.listeners.delete(next);
  }

  #find = (id: string): Conversation => this.conversations.find(conversation => conversation.id === id)!;

  #answer(target: string, argument: unknown): unknown {
    if (target === 'Start') return this.#start(argument as { visitorToken?: string; fresh?: boolean });
    if (target === 'Typing') return null;
    const { conversationId, ...rest } = argument as { conversationId: string; clientMessageId: string; text: string; score: number; comment?: string };
    const conversation = this.#find(conversationId);
    if (target === 'Rate') return { seq: conversation.store({ type: 'rated', score: rest.score, comment: rest.comment }) };
    const seq = conversation.taken.get(rest.clientMessageId)
      ?? conversation.store({ type: 'message', messageId: randomUUID(), author: 'shopper', text: rest.text, clientMessageId: rest.clientMessageId });
    if (!conversation.taken.has(rest.clientMessageId)) {
      conversation.taken.set(rest.clientMessageId, seq);
      void this.#turn(conversation, rest.text);
    }
    return { seq };
  }

  #start({ visitorToken, fresh }: { visitorToken?: string; fresh?: boolean }): StartAnswer {
    const token = visitorToken ?? randomUUID();
    let conversation = this.conversations.findLast(known => known.token === token);
    if (!conversation || fresh) this.conversations.push(conversation = new Conversation(token));
    return {
      conversationId: conversation.id, visitorToken: token, lastSeq: conversation.seq,
      store: { name: 'Fern & Fell', locale: 'en-US', theme: { accent: this.accent }, suggestions: ['Where is my order?', 'Find me a rain jacket', 'How do returns work?'] },
    };
  }

  async #turn(conversation: Conversation, asked: string): Promise<void> {
    const turnId = randomUUID();
    const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));
    conversation.store({ type: 'turn.started', turnId });
    const { before, text, after, end } = answer(asked, turnId);
    await pause(this.pace.first);
    await this.held;
    before.forEach(draft => conversation.store(draft));
    for (let offset = 0; offset < text.length;) {
      const piece = text.slice(offset, offset + 7);
      conversation.live = { turnId, text: text.slice(0, offset + piece.length) };
      conversation.pass({ type: 'text.delta', turnId, offset, text: piece });
      offset += piece.length;
      await pause(this.pace.piece);
    }
    conversation.live = undefined;
    conversation.store({ type: 'text.completed', turnId, messageId: randomUUID(), text, ...after });
    end?.forEach(draft => conversation.store(draft));
  }
}
