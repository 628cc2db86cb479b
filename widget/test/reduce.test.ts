import { describe, expect, test } from 'vitest';
import type { HubEvent } from '../src/conversation/events';
import { reduce } from '../src/conversation/reduce';
import { empty, owing, unreadAfter, type Conversation } from '../src/conversation/state';
import contract from '../../tests/contracts/hub-events.json';

const events = contract.events as unknown as HubEvent[];
const stored = events.filter(event => event.type !== 'text.delta' && event.type !== 'typing');
const take = (from: Conversation, list: HubEvent[]) => list.reduce((was, event) => reduce(was, event).conversation, from);
const whole = take(empty, events);
const settled = (conversation: Conversation) => ({ ...conversation, typing: undefined });

/** Small repeatable random numbers, so that a failing case can be run again. */
function dice(seed: number): (sides: number) => number {
  return sides => {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    return Math.floor(seed / 2 ** 32 * sides);
  };
}

/** A line that doubles, swaps and loses events; the client subscribes again after every gap, until it has everything. */
function overBadLine(seed: number): Conversation {
  const roll = dice(seed);
  let conversation = empty;
  for (let round = 0; conversation.seq < stored.length; round++) {
    expect(round).toBeLessThan(500);
    const rest = events.filter(event => event.seq > conversation.seq || event.type === 'text.delta' && event.seq === conversation.seq);
    const line = rest.flatMap(event => [[event], [event, event], []][roll(8) < 6 ? 0 : roll(2) + 1]!);
    if (roll(2)) {
      const [i, j] = [roll(line.length), roll(line.length)];
      if (line[i] && line[j]) [line[i], line[j]] = [line[j], line[i]];
    }
    for (const event of line.slice(0, 1 + roll(line.length))) {
      const step = reduce(conversation, event);
      if (step.outcome === 'gap') break;
      conversation = step.conversation;
    }
  }
  return conversation;
}

describe('the reviewed example of every event', () => {
  test('is understood, each in its order, none leaving a gap', () => {
    let conversation = empty;
    for (const event of events) {
      const step = reduce(conversation, event);
      expect(step.outcome, `${event.seq} ${event.type}`).toBe('applied');
      conversation = step.conversation;
    }
    expect(conversation.seq).toBe(37);
    expect(conversation.items.map(item => item.kind)).toEqual(['shopper', 'answer', 'shopper', 'answer', 'escalated', 'taken_over', 'person', 'handed_back', 'resolved', 'rated', 'shopper', 'answer', 'shopper', 'answer', 'answer']);
  });

  test('covers every type of the contract', () => {
    expect(new Set(events.map(event => event.type))).toEqual(new Set([
      'message', 'turn.started', 'turn.step', 'tool.called', 'tool.completed', 'products', 'order', 'action.proposed', 'action.updated', 'text.delta', 'text.completed',
      'escalated', 'turn.withdrawn', 'taken_over', 'handed_back', 'hidden', 'resolved', 'rated', 'typing', 'error',
    ]));
  });

  test('gives an answer with its cards, sources and replies', () => {
    const [, first, , second] = whole.items;
    expect(first).toMatchObject({ kind: 'answer', done: true, products: [{ handle: 'alder-rain-jacket' }, { handle: 'sorrel-shell' }], citations: [{ n: 1 }], quickReplies: ['Show it in Moss', 'Something cheaper'] });
    expect(second).toMatchObject({ kind: 'answer', done: true, text: '', orders: [{ number: '#1001' }], error: { code: 'unavailable' } });
  });
});

test.each(Array.from({ length: 300 }, (_, seed) => seed))('a line that doubles, swaps and loses events ends in the same conversation (%i)', seed => {
  expect(settled(overBadLine(seed))).toEqual(settled(whole));
});

test('a turn that begins again withdraws what it had shown', () => {
  const shown = events.findIndex(event => event.type === 'products');
  const half = take(empty, events.slice(0, shown + 1));
  const started = half.items[1]!;
  const again = take(half, [{ seq: half.seq + 1, type: 'turn.started', at: '2026-01-01T00:00:00Z', turnId: started.key } as HubEvent]);
  expect(started).toMatchObject({ products: [{}, {}] });
  expect(again.items.map(item => item.key)).toEqual(half.items.map(item => item.key));
  expect(again.items[1]).toMatchObject({ products: [], orders: [], text: '', done: false });
});

test('an event that comes twice changes nothing', () => {
  for (const event of stored) expect(reduce(whole, event)).toEqual({ conversation: whole, outcome: 'ignored' });
});

test('an event that comes too early is a gap and changes nothing', () => {
  const early = stored[4]!;
  expect(reduce(empty, early)).toEqual({ conversation: empty, outcome: 'gap' });
});

describe('text that streams', () => {
  const begun = take(empty, stored.slice(0, 6));
  const turnId = (stored[1] as { turnId: string }).turnId;
  const delta = (offset: number, text: string, seq = 6): HubEvent => ({ type: 'text.delta', seq, at: '', turnId, offset, text });
  const textAfter = (...deltas: HubEvent[]) => (take(begun, deltas).items[1] as { text: string }).text;

  test('is appended only at its own length', () => {
    expect(textAfter(delta(0, 'It is '), delta(6, 'dry.'))).toBe('It is dry.');
    expect(reduce(begun, delta(3, 'x')).outcome).toBe('gap');
  });
  test('is replaced from a smaller offset, as a repaired reply', () => {
    expect(textAfter(delta(0, 'It costs $99.'), delta(9, '$89.'))).toBe('It costs $89.');
  });
  test('stays when the same piece comes twice', () => {
    expect(textAfter(delta(0, 'It is '), delta(6, 'dry.'), delta(0, 'It is '))).toBe('It is dry.');
  });
  test('comes whole when the client subscribes in the middle of it', () => {
    expect(textAfter(delta(0, 'It '), delta(0, 'It is dry'))).toBe('It is dry');
  });
  test('is a gap when it belongs to an event that was not seen', () => {
    expect(reduce(begun, delta(0, 'x', 7)).outcome).toBe('gap');
  });
  test('of a finished turn is too late', () => {
    expect(reduce(whole, delta(0, 'late', 7)).outcome).toBe('ignored');
  });
  test('is dropped with its turn when a person takes over, and no late piece brings it back', () => {
    const taken = take(begun, [delta(0, 'It costs'), { type: 'turn.withdrawn', seq: 7, at: '', turnId }, { type: 'taken_over', seq: 8, at: '', person: 'Dana' }]);
    expect(taken.items.map(item => item.kind)).toEqual(['shopper', 'taken_over']);
    expect(reduce(taken, delta(8, ' more', 8)).conversation.items).toEqual(taken.items);
  });
  test('does not stand when the turn ends without an answer', () => {
    const cut = take(begun, [delta(0, 'It costs'), { type: 'error', seq: 7, at: '', turnId, code: 'unavailable', message: 'Ask again.' }]);
    expect(cut.items[1]).toMatchObject({ text: '', done: true, error: { message: 'Ask again.' } });
  });
});

test('a newer server’s unknown event counts and shows nothing', () => {
  const unknown = { seq: 38, type: 'parade', at: '' } as unknown as HubEvent;
  expect(reduce(whole, unknown)).toEqual({ conversation: { ...whole, seq: 38 }, outcome: 'applied' });
});

test('unread counts what the shop said after the last reading, not what the shopper wrote', () => {
  expect(unreadAfter(whole, 0)).toBe(9);
  expect(unreadAfter(whole, 12)).toBe(6);
  expect(unreadAfter(whole, 36)).toBe(1);
  expect(unreadAfter(whole, 37)).toBe(0);
});

describe('an action', () => {
  const at = '2026-01-01T00:00:00Z';
  const proposals = events.filter(event => event.type === 'action.proposed');
  const first = proposals[0]!;
  const { turnId, action: { id } } = first;
  const asked = take(empty, stored.filter(event => event.seq <= first.seq));
  const next = (was: Conversation, ...drafts: object[]) => take(was, drafts.map((draft, i) => ({ seq: was.seq + 1 + i, at, ...draft }) as HubEvent));
  const updated = (status: string) => ({ type: 'action.updated', action: { id, status } });

  test('stands where the conversation has last put it', () => {
    expect(Object.values(whole.actions).map(action => action.status)).toEqual(['done', 'declined', 'done']);
    expect(whole.actions[id]).toMatchObject({ title: 'Cancel order #1004', status: 'done', text: expect.stringContaining('is cancelled'), turnId });
    expect(Object.values(whole.actions)[2]).toMatchObject({ reference: 'RMA-1002-1', labelUrl: 'https://labels.example/RMA-1002-1.pdf' });
  });
  test('outlives a turn that begins again, and is proposed a second time as one', () => {
    const again = next(asked, { type: 'turn.started', turnId }, { type: 'action.proposed', turnId, action: { ...first.action, confirmLabel: 'Yes, cancel it' } });
    expect(next(asked, { type: 'turn.started', turnId }).actions).toEqual(asked.actions);
    expect(Object.values(again.actions)).toMatchObject([{ id, confirmLabel: 'Yes, cancel it' }]);
  });
  test('that is over is not opened by the same proposal', () => {
    const over = next(asked, updated('done'), { type: 'action.proposed', turnId, action: first.action });
    expect(over.actions[id]!.status).toBe('done');
  });
  test('keeps its place when a person takes over, and tells its end there', () => {
    const taken = next(asked, { type: 'turn.withdrawn', turnId }, { type: 'taken_over', person: 'Dana' }, updated('invalidated'));
    expect(taken.items.find(item => item.key === turnId)).toMatchObject({ text: '', done: true });
    expect(taken.actions[id]!.status).toBe('invalidated');
  });
  test('that nobody has proposed is passed over', () => {
    expect(next(empty, updated('done')).actions).toEqual({});
  });
  test('is owed while it was agreed to and is not over', () => {
    const quiet = next(asked, { type: 'text.completed', turnId, messageId: 'm', text: 'Shall I?', citations: [], quickReplies: [] });
    expect(owing(quiet)).toBe(false);
    for (const status of ['confirmed', 'running', 'waiting_approval']) expect(owing(next(quiet, updated(status)))).toBe(true);
    for (const status of ['done', 'declined', 'failed', 'rejected']) expect(owing(next(quiet, updated(status)))).toBe(false);
  });
});
