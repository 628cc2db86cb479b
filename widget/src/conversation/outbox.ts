import type { HubEvent } from './events';

/** A message on its way to the server. */
export interface Outgoing {
  /** Also the message's identity on the server, so that sending twice is one message. */
  id: string;
  text: string;
  /** `waiting` for a connection or a retry, `sending`, `sent` (taken, its event not seen yet), `failed` (the shopper decides). */
  status: 'waiting' | 'sending' | 'sent' | 'failed';
  /** Why it failed: a code of docs/contracts.md. */
  code?: string;
}

export type Outbox = readonly Outgoing[];

export const put = (outbox: Outbox, id: string, text: string): Outbox => [...outbox, { id, text, status: 'waiting' }];

export const mark = (outbox: Outbox, id: string, status: Outgoing['status'], code?: string): Outbox =>
  outbox.map(message => message.id === id ? { ...message, status, code } : message);

export const drop = (outbox: Outbox, id: string): Outbox => outbox.filter(message => message.id !== id);

/** Takes out the message that has come back as an event. */
export function settle(outbox: Outbox, event: HubEvent): Outbox {
  if (event.type !== 'message' || !outbox.some(message => message.id === event.clientMessageId)) return outbox;
  return outbox.filter(message => message.id !== event.clientMessageId);
}

/** What was being sent when the connection went is sent again, under the same id. */
export const lost = (outbox: Outbox): Outbox =>
  outbox.map(message => message.status === 'sending' ? { ...message, status: 'waiting' } : message);

/** What must outlive this page: everything that the server has not taken. */
export const unsent = (outbox: Outbox): Outbox => outbox.filter(message => message.status !== 'sent');
