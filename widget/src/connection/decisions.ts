import type { Ruling } from './hub';
import { refusal } from './hubError';
import { pause } from './pause';
import { isPassing, remedy } from './remedy';

export type Answer = 'Confirm' | 'Decline';

/** The shopper's answer to a card. */
export interface Decision {
  answer: Answer;
  tries: number;
  /** What the server said to it; undefined while it is on its way. */
  ruling?: Ruling;
  /** Given up: `unsure` whether it arrived, or refused and so `nothing` was done. */
  failed?: 'unsure' | 'nothing';
}

export type Made = Readonly<Record<string, Decision>>;

type Ask = (answer: Answer, actionId: string) => Promise<Ruling>;

interface Owner { restart: () => void; changed: () => void }

/**
 * Brings the answers to cards to the server, again whenever the line was lost: the server takes the first and ignores
 * the rest. Nothing is kept over a reload; a yes that was not taken by then is asked for again.
 */
export class Decisions {
  readonly #owner: Owner;
  /** Undefined while there is nobody to ask. */
  #ask?: Ask;
  #conversationId?: string;
  /** By the action's id. */
  made: Made = {};

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  decide(id: string, answer: Answer): void {
    this.#become(id, { answer, tries: 0 });
    void this.#carry(id);
  }

  open(conversationId: string, ask: Ask): void {
    if (conversationId !== this.#conversationId) this.made = {};
    this.#conversationId = conversationId;
    this.#ask = ask;
    for (const id in this.made) void this.#carry(id);
  }

  shut(): void {
    this.#ask = undefined;
  }

  async #carry(id: string): Promise<void> {
    const decision = this.made[id];
    if (!this.#ask || !decision || decision.ruling || decision.failed) return;
    try {
      const ruling = await this.#ask(decision.answer, id);
      this.#become(id, { ...decision, ruling });
    } catch (error) {
      this.#refused(id, decision, refusal(error)?.code);
    }
  }

  #refused(id: string, decision: Decision, code: string | undefined): void {
    const tries = decision.tries + 1;
    const help = remedy(code, tries);
    if (help === 'line') return;
    this.#become(id, { ...decision, tries, failed: help ? undefined : isPassing(code!) ? 'unsure' : 'nothing' });
    if (help === 'start') this.#owner.restart();
    if (help === 'later') setTimeout(() => void this.#carry(id), pause(tries));
  }

  #become(id: string, decision: Decision): void {
    this.made = { ...this.made, [id]: decision };
    this.#owner.changed();
  }
}
