import type { Action } from '../conversation/state';
import { en, type Words } from '../words/en';
import type { Say } from '../words';

/** The sum of an action, which way it goes and over what. */
export function sum(say: Say, { amount, direction, method }: Action): string {
  if (!amount) return '';
  const values = { amount: amount.text, method: method ?? '' };
  if (direction === 'to_customer') return say(method ? 'paysBack' : 'paysBackYou', values);
  return direction ? say(method ? 'pays' : 'paysYou', values) : amount.text;
}

/** What has become of an action: in a word, and what that means. The server's own text says it best. */
export function outcome(say: Say, status: string, text?: string | null): [string, string] {
  const key = status === 'unsupported' ? 'escalated' : status === 'confirmed' ? 'is_running' : 'is_' + status;
  const more = /^(declined|expired|invalidated|rejected|failed)$/.test(status) ? say('nothing') : /^(waiting|unsup)/.test(status) ? say('hear') : '';
  return [key in en ? say(key as keyof Words) : '', text || more];
}
