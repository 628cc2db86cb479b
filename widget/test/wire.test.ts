import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Wire } from '../src/connection/wire';

const mark = '\u001e';
let server: WebSocketServer;
let wire: Wire;
let closed: () => number;
let heard: Record<string, unknown>[];
let line: WebSocket;
/** What the server says to a message; the handshake is answered unless a test says otherwise. */
let reply: (message: Record<string, unknown>) => object[];

beforeEach(async () => {
  vi.stubGlobal('WebSocket', WebSocket);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  heard = [];
  reply = message => message.protocol ? [{}] : [];
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  server.on('connection', socket => {
    line = socket;
    socket.on('message', data => {
      for (const part of String(data).split(mark).filter(Boolean)) {
        const message = JSON.parse(part) as Record<string, unknown>;
        heard.push(message);
        const answers = reply(message);
        if (answers.length) socket.send(answers.map(answer => JSON.stringify(answer) + mark).join(''));
      }
    });
  });
  // A number of its own for each test: the last one's line may still be closing.
  let times = 0;
  closed = () => times;
  wire = new Wire(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hubs/chat`, () => times++);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  server.clients.forEach(socket => socket.terminate());
  server.close();
});

const say = (message: object) => line.send(JSON.stringify(message) + mark);
const completing = (outcome: object) => (message: Record<string, unknown>) =>
  message.protocol ? [{}] : message.invocationId ? [{ type: 3, invocationId: message.invocationId, ...outcome }] : [];

test('it shakes hands first, and a call brings its answer', async () => {
  reply = completing({ result: { seq: 4 } });
  await wire.open();
  expect(await wire.invoke('Rate', { score: 5 })).toEqual({ seq: 4 });
  expect(heard).toEqual([{ protocol: 'json', version: 1 }, { type: 1, target: 'Rate', arguments: [{ score: 5 }], invocationId: '1' }]);
});

test('a refused call fails with the server’s words', async () => {
  reply = completing({ error: 'HubException: {"code":"not_found"}' });
  await wire.open();
  await expect(wire.invoke('Send')).rejects.toThrow('HubException: {"code":"not_found"}');
});

test('a server that does not speak the protocol is no connection', async () => {
  reply = () => [{ error: 'Unsupported version.' }];
  await expect(wire.open()).rejects.toThrow('Unsupported version.');
});

test('a stream gives its items in order and then its end', async () => {
  await wire.open();
  const items: number[] = [];
  const end = new Promise<unknown>(resolve => wire.stream<number>('Subscribe', ['c', 7], item => items.push(item), resolve));
  await expect.poll(() => heard.at(-1)).toEqual({ type: 4, target: 'Subscribe', arguments: ['c', 7], invocationId: '1' });
  line.send([1, 2, 3].map(item => JSON.stringify({ type: 2, invocationId: '1', item }) + mark).join(''));
  say({ type: 3, invocationId: '1', error: 'over' });
  expect(await end).toEqual(new Error('over'));
  expect(items).toEqual([1, 2, 3]);
});

test('a stream that was left gives nothing more and does not end', async () => {
  await wire.open();
  const told: unknown[] = [];
  const leave = wire.stream('Subscribe', [], item => told.push(item), error => told.push(error));
  leave();
  leave();
  await expect.poll(() => heard.slice(2)).toEqual([{ type: 5, invocationId: '1' }]);
  say({ type: 2, invocationId: '1', item: 'late' });
  say({ type: 3, invocationId: '1' });
  reply = completing({ result: 'after them' });
  expect(await wire.invoke('Rate')).toBe('after them');
  expect(told).toEqual([]);
});

test('a lost line fails what is under way and is told once', async () => {
  await wire.open();
  const call = wire.invoke('Send');
  const stream = new Promise<unknown>(resolve => wire.stream('Subscribe', [], () => undefined, resolve));
  const failed = expect(call).rejects.toThrow('The connection was lost.');
  line.terminate();
  await failed;
  expect(await stream).toEqual(new Error('The connection was lost.'));
  await expect.poll(closed).toBe(1);
  await expect(wire.invoke('Send')).rejects.toThrow('The connection is closed.');
});

test('a server that says goodbye is left', async () => {
  await wire.open();
  say({ type: 7 });
  await expect.poll(closed).toBe(1);
});

test('a line on which nothing is heard for half a minute is lost', async () => {
  await wire.open();
  vi.advanceTimersByTime(29_000);
  expect(closed()).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(closed()).toBe(1);
});

test('a handshake that is never answered does not keep anybody waiting', async () => {
  reply = () => [];
  const opening = expect(wire.open()).rejects.toThrow('The connection was lost.');
  await expect.poll(() => heard.length).toBe(1);
  vi.advanceTimersByTime(10_000);
  await opening;
});

test('a server that speaks is answered, so that it does not take a quiet shopper for gone', async () => {
  await wire.open();
  say({ type: 6 });
  vi.setSystemTime(Date.now() + 6_000);
  say({ type: 6 });
  say({ type: 6 });
  await expect.poll(() => heard.slice(1)).toEqual([{ type: 6 }]);
});

test('after a lost line a new one is opened', async () => {
  await wire.open();
  line.terminate();
  await expect.poll(closed).toBe(1);
  reply = completing({ result: 1 });
  await wire.open();
  expect(await wire.invoke('Start')).toBe(1);
});
