import type { HubEvent } from '../conversation/events';
import * as outbox from '../conversation/outbox';
import type { Outbox, Outgoing } from '../conversation/outbox';
import { pause } from './pause';
import { refusal } from './hubError';
import type { Memory } from './memory';
import { remedy } from './remedy';

type Send = (message: Outgoing) => Promise<unknown>;

interface Owner { restart: () => void; changed: () => void }

/** Brings messages to the server: in order, each once, through lost connections and reloads. */
export class Deliveries {
  readonly #memory: Memory;
  readonly #owner: Owner;
  readonly #tries = new Map<string, number>();
  #timer?: ReturnType<typeof setTimeout>;
  #busy = false;
  /** Undefined while there is no conversation to send to. */
  #send?: Send;
  outbox: Outbox;

  constructor(memory: Memory, owner: Owner) {
    this.#memory = memory;
    this.#owner = owner;
    this.outbox = outbox.lost(remembered(memory));
  }

  add(text: string): void {
    this.#become(outbox.put(this.outbox, crypto.randomUUID?.() ?? randomId(), text));
    void this.flush();
  }

  retry(id: string): void {
    this.#tries.delete(id);
    this.#become(outbox.mark(this.outbox, id, 'waiting'));
    void this.flush();
  }

  discard = (id: string): void => this.#become(outbox.drop(this.outbox, id));

  /** What a closed conversation refused goes to the new one. */
  carryOver(): void {
    for (const { id, code } of this.outbox) if (code === 'conversation_closed') this.retry(id);
  }

  settle(event: HubEvent): void {
    const rest = outbox.settle(this.outbox, event);
    if (rest !== this.outbox) this.#become(rest);
  }

  /** There is a conversation: what waits is sent. */
  open(send: Send): void {
    this.#send = send;
    void this.flush();
  }

  /** There is none any more: what was on its way waits again. */
  shut(): void {
    clearTimeout(this.#timer);
    this.#send = undefined;
    this.#become(outbox.lost(this.outbox));
  }

  async flush(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      let next: Outgoing | undefined;
      while (this.#send && (next = this.outbox.find(message => message.status === 'waiting'))) {
        if (!await this.#deliver(next, this.#send)) break;
      }
    } finally {
      this.#busy = false;
    }
  }

  /** True when the next message may follow. */
  async #deliver(message: Outgoing, send: Send): Promise<boolean> {
    this.#become(outbox.mark(this.outbox, message.id, 'sending'));
    try {
      await send(message);
      this.#become(outbox.mark(this.outbox, message.id, 'sent'));
      return true;
    } catch (error) {
      return this.#refused(message.id, refusal(error)?.code);
    }
  }

  #refused(id: string, code: string | undefined): boolean {
    const tries = (this.#tries.get(id) ?? 0) + 1;
    this.#tries.set(id, tries);
    const help = remedy(code, tries);
    this.#become(outbox.mark(this.outbox, id, help ? 'waiting' : 'failed', code));
    if (help === 'start') this.#owner.restart();
    if (help === 'later') this.#timer = setTimeout(() => void this.flush(), pause(tries));
    return !help;
  }

  #become(next: Outbox): void {
    this.outbox = next;
    const keep = outbox.unsent(next);
    this.#memory.set('outbox', keep.length ? JSON.stringify(keep) : undefined);
    this.#owner.changed();
  }
}

function remembered(memory: Memory): Outbox {
  try {
    return JSON.parse(memory.get('outbox') ?? '[]');
  } catch {
    return [];
  }
}

/** For pages without a secure context, where randomUUID is missing. */
const randomId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
