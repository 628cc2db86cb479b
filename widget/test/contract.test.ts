import { expect, test } from 'vitest';
import { refusal } from '../src/connection/hubError';
import type { StartAnswer } from '../src/conversation/events';
import { en } from '../src/words/en';
import contract from '../../tests/contracts/hub-events.json';

test('the answer of Start has what the widget reads', () => {
  const answer: StartAnswer = contract.start.answer;
  expect(answer.conversationId).toMatch(/^[0-9a-z]{26}$/);
  expect(answer.store.suggestions.length).toBeGreaterThan(0);
});

test('a refused call is read out of SignalR’s words', () => {
  const said = `An unexpected error occurred invoking 'Send' on the server. HubException: ${JSON.stringify(contract.error)}`;
  expect(refusal(new Error(said))).toEqual(contract.error);
});

test('a call that failed without a code is the server’s trouble, a lost connection is none', () => {
  expect(refusal(new Error('An unexpected error occurred invoking \'Send\' on the server.'))?.code).toBe('unavailable');
  expect(refusal(new Error('Invocation canceled due to the underlying connection being closed.'))).toBeUndefined();
});

test('every code that a shopper can meet has words', () => {
  for (const code of ['message_too_long', 'unknown_store', 'conversation_closed', 'invalid_argument', 'rate_limited', 'unavailable']) expect(en).toHaveProperty(code);
});
