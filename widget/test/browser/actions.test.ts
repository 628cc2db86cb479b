import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { desktop, narrow, Shop, type Visitor } from '../support/browser';

const shop = new Shop();
beforeAll(() => shop.open());
afterAll(() => shop.close());
beforeEach(() => {
  shop.hub.up = true;
  shop.hub.loseRulings = 0;
  shop.hub.heldRulings = undefined;
});

async function proposed(options = narrow, asked = 'cancel my order', path = '/'): Promise<Visitor> {
  const shopper = await shop.visit(options, path);
  await shopper.openChat();
  await shopper.ask(asked);
  await shopper.cards.first().waitFor();
  return shopper;
}
const rulings = (answer: string) => shop.hub.calls.filter(call => call.target === answer).length;
const update = (card: { id: string; status: string; text?: string; reference?: string; labelUrl?: string }) => shop.hub.last.store({ type: 'action.updated', action: card });
const idOf = (shopper: Visitor, n = 0) => shopper.cards.nth(n).getAttribute('data-action') as Promise<string>;
const statusOf = (shopper: Visitor, n = 0) => expect.poll(() => shopper.cards.nth(n).getAttribute('data-status'));
function gate(): { shut: Promise<void>; open: () => void } {
  let open!: () => void;
  return { shut: new Promise(resolve => { open = resolve; }), open };
}

test('a card says what would be done, with what, for how much and on which way', async () => {
  const shopper = await proposed();
  const card = shopper.page.getByRole('group', { name: 'Cancel order #1001' });
  expect(await card.innerText()).toMatch(/Cancel order #1001\s+1 × Alder Rain Jacket\s+Moss \/ M\s+2 × Wool Socks, two pairs\s+Restocking fee\s+\$0\.00\s+Ready by\s+Tuesday, 24 November\s+\$120\.00 back to Visa ending 4242\s+A cancelled order can’t be brought back\./);
  expect(await card.getByRole('button').allInnerTexts()).toEqual(['Cancel order', 'Keep it']);
  expect(await shopper.cards.count()).toBe(1);
  expect(shopper.errors).toEqual([]);
  await shopper.page.context().close();
});

const looks = (['light', 'dark'] as const).flatMap(colorScheme => ['en', 'ar'].map(lang => ({ colorScheme, lang })));
test.each(looks)('cards fit a narrow phone, whoever looks at them ($colorScheme, $lang)', async ({ colorScheme, lang }) => {
  const shopper = await proposed({ ...narrow, colorScheme }, 'both please', `/?lang=${lang}&data-accent=%23ffe08a`);
  expect(await shopper.cards.count()).toBe(2);
  await shopper.expectAccessible();
  for (const button of await shopper.cards.getByRole('button').all()) expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  const wide = await shopper.log.evaluate(log => [...log.querySelectorAll('[data-action], [data-action] *')].filter(one => one.getBoundingClientRect().right > 360 || one.getBoundingClientRect().left < 0).map(one => one.outerHTML));
  expect(wide).toEqual([]);
  update({ id: await idOf(shopper), status: 'done', text: 'Order #1001 is cancelled.', reference: 'R-7' });
  update({ id: await idOf(shopper, 1), status: 'waiting_approval' });
  await statusOf(shopper, 1).toBe('waiting_approval');
  await shopper.expectAccessible();
  await shopper.page.context().close();
});

test('a yes disables both buttons, and only the conversation says that it is done', async () => {
  const shopper = await proposed();
  const card = shopper.cards.first();
  const { shut, open } = gate();
  shop.hub.heldRulings = shut;
  const before = rulings('Confirm');
  const height = (await card.boundingBox())!.height;
  await card.getByRole('button', { name: 'Cancel order' }).press('Enter');
  await expect.poll(() => rulings('Confirm')).toBe(before + 1);
  expect(await card.getByRole('button', { disabled: true }).count()).toBe(2);
  expect(await card.getByRole('button', { name: 'Cancel order' }).getAttribute('aria-busy')).toBe('true');
  expect(await card.getAttribute('data-status')).toBe('proposed');
  expect((await card.boundingBox())!.height).toBe(height);
  open();
  await statusOf(shopper).toBe('confirmed');
  expect(await card.getByRole('status').innerText()).toContain('Being carried out…');
  update({ id: await idOf(shopper), status: 'done', text: '$120.00 goes back to your Visa.' });
  await statusOf(shopper).toBe('done');
  expect(await card.getByRole('status').innerText()).toMatch(/Cancel order #1001:\s+Done · \$120\.00 goes back to your Visa\./);
  expect((await card.boundingBox())!.height).toBe(height);
  expect(await card.getByRole('button').count()).toBe(0);
  expect(await card.evaluate(element => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);
  await shopper.page.context().close();
});

test('nothing moves on a narrow phone when cards are answered and when they are done', async () => {
  const shopper = await proposed(narrow, 'both please');
  const places = () => shopper.log.evaluate(log => [...log.querySelectorAll<HTMLElement>('.answer > *, [data-action] > *')].map(one => [one.className, one.offsetTop, one.offsetLeft, one.offsetHeight]));
  const before = await places();
  await shopper.cards.nth(1).getByRole('button', { name: 'Exchange it' }).click();
  await statusOf(shopper, 1).toBe('confirmed');
  expect(await places()).toEqual(before);
  update({ id: await idOf(shopper, 1), status: 'waiting_approval', text: 'The team decides by tomorrow noon.' });
  await statusOf(shopper, 1).toBe('waiting_approval');
  update({ id: await idOf(shopper), status: 'declined' });
  await statusOf(shopper).toBe('declined');
  expect(await places()).toEqual(before);
  await shopper.page.context().close();
});

test('what was returned gets its reference and its label, and no label that is not a link', async () => {
  const shopper = await proposed();
  const id = await idOf(shopper);
  update({ id, status: 'done', reference: 'RMA-31', labelUrl: 'javascript:alert(1)' });
  await statusOf(shopper).toBe('done');
  expect(await shopper.cards.getByRole('link').count()).toBe(0);
  update({ id, status: 'done', reference: 'RMA-31', labelUrl: 'https://labels.example/31.pdf' });
  const link = shopper.cards.getByRole('link', { name: 'Open the return label' });
  expect(await link.getAttribute('href')).toBe('https://labels.example/31.pdf');
  expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  expect(await shopper.cards.getByText('Reference RMA-31').count()).toBe(1);
  await shopper.expectAccessible();
  await shopper.page.context().close();
});

test('a no is taken, and nothing else is', async () => {
  const shopper = await proposed();
  const confirmed = rulings('Confirm');
  await shopper.cards.getByRole('button', { name: 'Keep it' }).click();
  await statusOf(shopper).toBe('declined');
  expect(await shopper.cards.getByRole('status').innerText()).toContain('Declined · Nothing was changed.');
  expect(rulings('Confirm')).toBe(confirmed);
  await shopper.page.context().close();
});

test.each([
  ['expired', 'Expired'], ['invalidated', 'No longer current'], ['waiting_approval', 'Waiting for the team’s approval · You’ll hear from us here.'],
  ['rejected', 'Not approved'], ['failed', 'Not carried out'], ['unsupported', 'Passed to the team'],
])('what has become of an action is said in words (%s)', async (status, words) => {
  const shopper = await proposed(desktop);
  update({ id: await idOf(shopper), status });
  await statusOf(shopper).toBe(status);
  expect(await shopper.cards.getByRole('status').innerText()).toContain(words);
  expect(await shopper.cards.getByRole('button').count()).toBe(0);
  await shopper.page.context().close();
});

test('a yes whose line is lost goes out again, and is one', async () => {
  const shopper = await proposed();
  const before = rulings('Confirm');
  shop.hub.loseRulings = 1;
  await shopper.cards.getByRole('button', { name: 'Cancel order' }).click();
  await expect.poll(() => rulings('Confirm')).toBe(before + 2);
  await statusOf(shopper).toBe('confirmed');
  expect(shop.hub.last.events.filter(event => event.type === 'action.updated').length).toBe(1);
  await shopper.page.context().close();
});

test('a yes that is given while the server is away is kept until it is back', async () => {
  const shopper = await proposed();
  await shopper.page.evaluate(() => {
    // Spreads the next try by itself over hours: only the button can bring the line back.
    Math.random = () => 1e4;
  });
  shop.hub.up = false;
  shop.hub.drop();
  await shopper.page.getByText('Connection lost.').waitFor();
  await shopper.cards.getByRole('button', { name: 'Cancel order' }).click();
  expect(await shopper.cards.getByRole('button', { disabled: true }).count()).toBe(2);
  shop.hub.up = true;
  await shopper.page.getByRole('button', { name: 'Try now' }).click();
  await statusOf(shopper).toBe('confirmed');
  await shopper.page.context().close();
});

test('a yes that the server refuses says what to do, and can be given again', async () => {
  const shopper = await proposed();
  shop.hub.refuse('Confirm', 'conversation_closed');
  await shopper.cards.getByRole('button', { name: 'Cancel order' }).click();
  await shopper.cards.getByRole('alert').getByText('Nothing was changed. Ask again').waitFor();
  await shopper.expectAccessible();
  await shopper.cards.getByRole('button', { name: 'Cancel order' }).click();
  await statusOf(shopper).toBe('confirmed');
  expect(await shopper.cards.getByRole('alert').count()).toBe(0);
  await shopper.page.context().close();
});

test('a busy server is asked again by itself', async () => {
  const shopper = await proposed();
  shop.hub.refuse('Confirm', 'rate_limited', 'unavailable');
  await shopper.cards.getByRole('button', { name: 'Cancel order' }).click();
  await statusOf(shopper).toBe('confirmed');
  await shopper.page.context().close();
});

test('an action that the server has closed without a word here is closed after the click', async () => {
  const shopper = await proposed();
  shop.hub.last.rulings.set(await idOf(shopper), { seq: shop.hub.last.seq, status: 'expired' });
  await shopper.cards.getByRole('button', { name: 'Cancel order' }).click();
  await statusOf(shopper).toBe('expired');
  await shopper.page.context().close();
});

test('a reload and a second tab show how things stand', async () => {
  const shopper = await proposed(desktop);
  const other = await shopper.page.context().newPage();
  await other.goto(shop.url);
  await other.locator('.launcher').click();
  await other.locator('[data-status=proposed]').waitFor();
  await shopper.cards.getByRole('button', { name: 'Cancel order' }).click();
  await other.locator('[data-status=confirmed]').waitFor();
  update({ id: await idOf(shopper), status: 'done', text: 'Cancelled.' });
  await other.locator('[data-status=done]').waitFor();
  await shopper.page.reload();
  await shopper.page.locator('[data-status=done]').getByText('Cancelled.').waitFor();
  expect(await shopper.cards.count()).toBe(1);
  await shopper.page.context().close();
});

test('of several cards each has its own answer', async () => {
  const shopper = await proposed(narrow, 'both please');
  await shopper.cards.nth(1).getByText('Someone from the team approves this first.').waitFor();
  expect(await shopper.cards.nth(1).innerText()).toMatch(/Exchange an item\s+Order #1002\s+1 × Heath Windbreaker\s+Slate \/ S\s+Becomes Heath Windbreaker Slate \/ M[^]*\$4\.50 to pay with PayPal/);
  await shopper.cards.nth(1).getByRole('button', { name: 'Exchange it' }).click();
  await statusOf(shopper, 1).toBe('confirmed');
  expect(await shopper.cards.first().getAttribute('data-status')).toBe('proposed');
  await shopper.cards.first().getByRole('button', { name: 'Keep it' }).click();
  await statusOf(shopper).toBe('declined');
  expect(await shopper.cards.nth(1).getAttribute('data-status')).toBe('confirmed');
  await shopper.page.context().close();
});

test('a card runs out by the clock, and its focus is not lost', async () => {
  const shopper = await shop.visit();
  await shopper.page.clock.install();
  await shopper.page.reload();
  await shopper.openChat();
  await shopper.ask('cancel my order');
  await shopper.cards.getByRole('button', { name: 'Keep it' }).focus();
  await shopper.page.clock.fastForward('14:00');
  expect(await shopper.cards.getAttribute('data-status')).toBe('proposed');
  await shopper.page.clock.fastForward('01:01');
  await statusOf(shopper).toBe('expired');
  expect(await shopper.cards.getByRole('status').innerText()).toContain('Expired · Nothing was changed. Ask again');
  expect(await shopper.cards.evaluate(element => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);
  await shopper.page.context().close();
});

test('a card that comes is read out and takes nobody’s focus', async () => {
  const shopper = await proposed();
  await expect.poll(() => shopper.page.locator('[aria-live=polite] p').allInnerTexts()).toContain('Cancel order 1001. $120.00 back to Visa ending 4242. Cancel order. Keep it');
  expect(await shopper.field.evaluate(field => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
  await shopper.page.context().close();
});

test('nothing turns for those who asked for no motion, and the label stays', async () => {
  const shopper = await proposed({ ...narrow, reducedMotion: 'reduce' });
  const { shut, open } = gate();
  shop.hub.heldRulings = shut;
  const button = shopper.cards.getByRole('button', { name: 'Cancel order' });
  await button.click();
  await shopper.cards.getByRole('button', { disabled: true }).first().waitFor();
  expect(await button.evaluate(element => [getComputedStyle(element, '::after').content, getComputedStyle(element).color])).toEqual(['none', 'rgb(255, 255, 255)']);
  open();
  await statusOf(shopper).toBe('confirmed');
  await shopper.page.context().close();
});

test('an action that goes on while the chat is closed calls the shopper back', async () => {
  const shopper = await proposed(desktop);
  const id = await idOf(shopper);
  update({ id, status: 'waiting_approval' });
  await statusOf(shopper).toBe('waiting_approval');
  await shopper.page.keyboard.press('Escape');
  await shopper.page.reload();
  await shopper.launcher.waitFor();
  await expect.poll(() => shop.hub.calls.filter(call => call.target === 'Subscribe').length).toBeGreaterThan(1);
  update({ id, status: 'done' });
  await expect.poll(() => shopper.launcher.getAttribute('aria-label')).toBe('Chat with us (1)');
  await shopper.page.context().close();
});

test('a person who takes over is named, and so is the assistant’s return', async () => {
  const shopper = await proposed();
  shop.hub.last.store({ type: 'taken_over', person: 'Anna' });
  shop.hub.last.store({ type: 'message', messageId: 'p', author: 'person', name: 'Anna', text: 'I’ll see to it.' });
  await shopper.page.locator('.person', { hasText: 'Anna' }).getByText('I’ll see to it.').waitFor();
  shop.hub.last.store({ type: 'handed_back' });
  await expect.poll(() => shopper.page.locator('[data-notice]').allInnerTexts()).toEqual(['Anna from the team is with you now.', 'The assistant is back.']);
  await expect.poll(() => shopper.page.locator('[aria-live=polite] p').allInnerTexts()).toEqual(expect.arrayContaining(['Anna from the team is with you now.', 'The assistant is back.']));
  await shopper.expectAccessible();
  await shopper.page.context().close();
});
