import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Decisions } from '../src/connection/decisions';
import contract from '../../tests/contracts/hub-events.json';

const { request: { conversationId, actionId }, answer: ruling } = contract.confirm;
const refused = (code: string) => Promise.reject(new Error(`HubException: ${JSON.stringify({ code, message: '' })}`));
const owner = { restart: vi.fn(), changed: vi.fn() };
let decisions: Decisions;

beforeEach(() => {
  vi.useFakeTimers();
  owner.restart.mockReset();
  decisions = new Decisions(owner);
});
afterEach(() => void vi.useRealTimers());

test('an answer is brought once, and the server’s ruling is kept', async () => {
  const ask = vi.fn(() => Promise.resolve(ruling));
  decisions.open(conversationId, ask);
  decisions.decide(actionId, 'Confirm');
  await vi.runAllTimersAsync();
  decisions.open(conversationId, ask);
  expect(ask.mock.calls).toEqual([['Confirm', actionId]]);
  expect(decisions.made[actionId]).toMatchObject({ answer: 'Confirm', ruling });
});

test('an answer that was lost with the line goes out again on the next one, however often', async () => {
  decisions.open(conversationId, () => Promise.reject(new Error('The connection was lost.')));
  decisions.decide(actionId, 'Decline');
  for (let i = 0; i < 20; i++) {
    decisions.open(conversationId, () => Promise.reject(new Error('The connection was lost.')));
    await vi.runAllTimersAsync();
    decisions.shut();
    expect(decisions.made[actionId]).toEqual({ answer: 'Decline', tries: 0 });
  }
  decisions.open(conversationId, () => Promise.resolve(contract.decline.answer));
  await vi.runAllTimersAsync();
  expect(decisions.made[actionId]!.ruling!.status).toBe('declined');
});

test('a busy server is asked again, a few times, and then it is not certain what it has heard', async () => {
  const ask = vi.fn(() => refused('unavailable'));
  decisions.open(conversationId, ask);
  decisions.decide(actionId, 'Confirm');
  await vi.runAllTimersAsync();
  expect(ask).toHaveBeenCalledTimes(6);
  expect(decisions.made[actionId]!.failed).toBe('unsure');
});

test('a server that does not know the shopper is met anew, but not for ever', async () => {
  owner.restart.mockImplementation(() => {
    decisions.shut();
    decisions.open(conversationId, () => refused('not_found'));
  });
  decisions.open(conversationId, () => refused('not_found'));
  decisions.decide(actionId, 'Confirm');
  await vi.runAllTimersAsync();
  expect(owner.restart).toHaveBeenCalledTimes(5);
  expect(decisions.made[actionId]!.failed).toBe('nothing');
});

test('a plain refusal means that nothing was done, and the shopper may answer again', async () => {
  decisions.open(conversationId, () => refused('conversation_closed'));
  decisions.decide(actionId, 'Confirm');
  await vi.runAllTimersAsync();
  expect(decisions.made[actionId]!.failed).toBe('nothing');
  decisions.open(conversationId, () => Promise.resolve(ruling));
  decisions.decide(actionId, 'Confirm');
  await vi.runAllTimersAsync();
  expect(decisions.made[actionId]).toMatchObject({ ruling });
});

test('an answer is not taken along into another conversation', async () => {
  decisions.open(conversationId, () => Promise.reject(new Error('The connection was lost.')));
  decisions.decide(actionId, 'Confirm');
  decisions.shut();
  const ask = vi.fn(() => Promise.resolve(ruling));
  decisions.open('01kc0v5r8m4t2n6q9xwbzh3zzz', ask);
  await vi.runAllTimersAsync();
  expect(ask).not.toHaveBeenCalled();
});
