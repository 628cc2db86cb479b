import { expect, test } from 'vitest';
import { Deliveries } from '../src/connection/deliveries';
import { Memory } from '../src/connection/memory';
import { pause } from '../src/connection/pause';
import type { Outgoing } from '../src/conversation/outbox';

/** A storage that lives as long as the test. */
function storage(): Storage {
  const kept = new Map<string, string>();
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) } as unknown as Storage;
}

const refused = (code: string) => new Error(`An unexpected error occurred invoking 'Send' on the server. HubException: {"code":"${code}","message":""}`);
const settled = () => new Promise(resolve => setImmediate(resolve));

function made(place = storage()) {
  let restarts = 0;
  const memory = new Memory('demo', () => place);
  const deliveries = new Deliveries(memory, { restart: () => restarts++, changed: () => undefined });
  return { deliveries, place, restarts: () => restarts };
}

test('a message written without a connection survives a reload and goes out once, under the same id', async () => {
  const before = made();
  before.deliveries.add('hello');
  const { id } = before.deliveries.outbox[0]!;
  const { deliveries } = made(before.place);
  const sent: Outgoing[] = [];
  deliveries.open(async message => sent.push(message));
  await settled();
  expect(sent.map(message => message.id)).toEqual([id]);
  expect(made(before.place).deliveries.outbox).toEqual([]);
});

test('a message whose answer is lost is sent again under the same id', async () => {
  const { deliveries } = made();
  const ids: string[] = [];
  deliveries.open(message => {
    ids.push(message.id);
    return Promise.reject(new Error('Invocation canceled due to the underlying connection being closed.'));
  });
  deliveries.add('hello');
  await settled();
  deliveries.shut();
  deliveries.open(async message => ids.push(message.id));
  await settled();
  expect(ids).toEqual([ids[0], ids[0]]);
});

test('messages go out in the order in which they were written', async () => {
  const { deliveries } = made();
  const texts: string[] = [];
  for (const text of ['one', 'two', 'three']) deliveries.add(text);
  deliveries.open(async message => texts.push(message.text));
  await settled();
  expect(texts).toEqual(['one', 'two', 'three']);
});

test('a refusal that a retry cannot mend waits for the shopper, and the next message is not held up', async () => {
  const { deliveries } = made();
  deliveries.open(message => message.text === 'bad' ? Promise.reject(refused('invalid_argument')) : Promise.resolve());
  deliveries.add('bad');
  deliveries.add('good');
  await settled();
  expect(deliveries.outbox.map(({ status, code }) => [status, code])).toEqual([['failed', 'invalid_argument'], ['sent', undefined]]);
});

test('a conversation that the server does not know is begun again, and the message is kept', async () => {
  const { deliveries, restarts } = made();
  deliveries.open(() => Promise.reject(refused('not_started')));
  deliveries.add('hello');
  await settled();
  expect(restarts()).toBe(1);
  expect(deliveries.outbox[0]!.status).toBe('waiting');
});

test('too many messages at once wait, and nothing is lost', async () => {
  const { deliveries } = made();
  deliveries.open(() => Promise.reject(refused('rate_limited')));
  deliveries.add('hello');
  await settled();
  expect(deliveries.outbox[0]).toMatchObject({ status: 'waiting', code: 'rate_limited' });
  deliveries.shut();
});

test('pauses grow to fifteen seconds and are spread', () => {
  expect(pause(1, () => 0.5)).toBe(500);
  expect(pause(20, () => 0.5)).toBe(15_000);
  expect(pause(1, () => 0)).toBeLessThan(pause(1, () => 0.99));
});
