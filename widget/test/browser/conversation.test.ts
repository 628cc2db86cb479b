import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { desktop, phone, Shop } from '../support/browser';
import { longText } from '../support/fakeShop';

const shop = new Shop();
beforeAll(() => shop.open());
afterAll(() => shop.close());
beforeEach(() => {
  shop.hub.up = true;
  shop.hub.loseAnswers = 0;
  shop.hub.pace = { piece: 8, first: 20 };
});

test.each([['phone', phone], ['desktop', desktop]])('a question on the %s brings cards, text, a source and replies', async (_, size) => {
  const shopper = await shop.visit(size);
  await shopper.openChat();
  await shopper.ask('a waterproof jacket');
  const answer = shopper.answers.last();
  expect(await answer.locator('.card').count()).toBe(4);
  expect(await answer.locator('.card').first().innerText()).toMatch(/Alder Rain Jacket[^]*\$89\.00 – \$99\.00[^]*\$129\.00[^]*Colour: Moss, Slate, Rust[^]*In stock/);
  expect(await answer.locator('.card a').first().getAttribute('href')).toBe(`${shop.url}/products/jacket-0`);
  expect(await answer.locator('a.cite').getAttribute('href')).toBe(`${shop.url}/pages/waterproof`);
  await shopper.page.getByRole('button', { name: 'Something cheaper' }).click();
  await expect.poll(() => shopper.mine.allInnerTexts()).toEqual(['a waterproof jacket', 'Something cheaper']);
  expect(shopper.errors).toEqual([]);
  await shopper.page.context().close();
});

test('a connection that drops in mid-answer resumes without a gap or a double', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  shop.hub.pace = { piece: 15, first: 20 };
  await shopper.write('tell me something long');
  await shopper.log.getByText('Paragraph 2 ').waitFor();
  shop.hub.drop();
  await shopper.answers.first().waitFor();
  expect((await shopper.answers.first().locator('.text').innerText()).split(/\n+/)).toEqual(longText.split('\n\n'));
  expect(await shopper.mine.count()).toBe(1);
  await shopper.page.context().close();
});

test('a message whose answer is lost is one message', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  shop.hub.loseAnswers = 1;
  await shopper.ask('hello there');
  expect(shop.hub.loseAnswers).toBe(0);
  expect(shop.hub.last.events.filter(event => event.type === 'message').length).toBe(1);
  expect(await shopper.mine.allInnerTexts()).toEqual(['hello there']);
  await shopper.page.context().close();
});

test('what is written while the server is away is kept over a reload and sent once', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  shop.hub.up = false;
  shop.hub.drop();
  await shopper.page.getByText('Connection lost.').waitFor();
  await shopper.write('are you there?');
  await shopper.page.getByText('Waiting for a connection').waitFor();
  await shopper.page.addInitScript(() => {
    // Spreads the next try by itself over hours: only the button can bring the line back.
    Math.random = () => 1e4;
  });
  await shopper.page.reload();
  await shopper.page.getByText('are you there?').waitFor();
  const tryNow = shopper.page.getByRole('button', { name: 'Try now' });
  await tryNow.waitFor();
  shop.hub.up = true;
  await tryNow.click();
  await shopper.answers.first().waitFor();
  expect(shop.hub.last.events.filter(event => event.type === 'message').length).toBe(1);
  await shopper.page.context().close();
});

test('a second tab shows the same conversation, live', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  await shopper.ask('a waterproof jacket');
  const other = await shopper.page.context().newPage();
  await other.goto(shop.url);
  await other.locator('.launcher').click();
  await other.locator('.answer[aria-busy=false]').waitFor();
  await shopper.ask('and my order?');
  await other.locator('.order').waitFor();
  expect(await other.locator('.mine .bubble').allInnerTexts()).toEqual(['a waterproof jacket', 'and my order?']);
  await shopper.page.context().close();
});

test('a refused message says why and goes out again under the same id when asked', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  shop.hub.refuse('Send', 'invalid_argument');
  await shopper.write('hello');
  await shopper.page.getByText('Not sent. The message couldn’t be read.').waitFor();
  await shopper.expectAccessible();
  await shopper.page.getByRole('button', { name: 'Try again' }).click();
  await shopper.answers.first().waitFor();
  const ids = shop.hub.calls.filter(call => call.target === 'Send').slice(-2).map(call => (call.arguments[0] as { clientMessageId: string }).clientMessageId);
  expect(ids[0]).toBe(ids[1]);
  await shopper.page.context().close();
});

test('too many messages at once wait by themselves', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  shop.hub.refuse('Send', 'rate_limited');
  await shopper.ask('hello');
  expect(await shopper.mine.count()).toBe(1);
  await shopper.page.context().close();
});

test('a closed conversation offers a new one and takes the message along', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  await shopper.ask('first');
  shop.hub.refuse('Send', 'conversation_closed');
  await shopper.write('second');
  await shopper.page.getByRole('button', { name: 'Send in a new one' }).click();
  await expect.poll(() => shopper.mine.allInnerTexts()).toEqual(['second']);
  await shopper.answers.first().waitFor();
  await shopper.page.context().close();
});

test('a forged token is dropped and the shopper begins anew', async () => {
  shop.hub.refuse('Start', 'invalid_token');
  const shopper = await shop.visit();
  await shopper.openChat();
  await shopper.ask('hello');
  expect(shopper.errors).toEqual([]);
  await shopper.page.context().close();
});

test('a person is called, the conversation rated, and a new one begun', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  await shopper.ask('a person please');
  await shopper.page.getByText('I’ve passed this to the team.').first().waitFor();
  shop.hub.last.store({ type: 'message', messageId: 'p1', author: 'person', name: 'Dana', text: 'Hello, Dana here.' });
  await shopper.page.locator('.person', { hasText: 'Dana here' }).waitFor();
  shop.hub.last.store({ type: 'resolved', summary: null });
  await shopper.page.getByRole('radio', { name: '4 of 5' }).check({ force: true });
  await shopper.expectAccessible();
  await shopper.page.getByRole('button', { name: 'Send rating' }).click();
  await shopper.page.getByText('Thanks for your rating.').waitFor();
  await shopper.page.getByRole('button', { name: 'New conversation' }).click();
  await shopper.page.getByRole('button', { name: 'Start over' }).click();
  await shopper.page.locator('.welcome').waitFor();
  expect(await shopper.mine.count()).toBe(0);
  await shopper.page.context().close();
});

test('what a page or a model smuggles into a reply is text, not markup', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  await shopper.ask('attack');
  const answer = shopper.answers.last();
  expect(await answer.locator('.text').innerText()).toContain('<img src=x onerror="window.hacked=1">');
  expect(await answer.locator('.text a').evaluateAll(links => links.map(link => link.getAttribute('href')))).toEqual([`${shop.url}/pages/returns`]);
  expect(await answer.locator('.text :is(img, script)').count()).toBe(0);
  expect(await shopper.page.evaluate(() => 'hacked' in window)).toBe(false);
  await shopper.page.context().close();
});

test('Markdown becomes lists, tables, emphasis and harmless links', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  await shopper.ask('compare them');
  const text = shopper.answers.last().locator('.text');
  expect(await text.locator('strong').allInnerTexts()).toEqual(['Side by side', 'fully waterproof']);
  expect(await text.locator('em, code').allInnerTexts()).toEqual(['light', 'packable']);
  expect(await text.locator('ul li').allInnerTexts()).toEqual(['Alder: warm', 'Sorrel: light']);
  expect(await text.locator('ol').getAttribute('start')).toBe('3');
  expect(await text.locator('tbody td').allInnerTexts()).toEqual(['Price', '$89.00', '$109.00']);
  expect(await text.locator('a').evaluateAll(links => links.map(link => [link.getAttribute('href'), link.getAttribute('target')]))).toEqual([
    [`${shop.url}/pages/guide`, null], ['https://example.com/', '_blank'], ['mailto:help@example.com', '_blank'], ['https://example.com/care', '_blank'],
  ]);
  expect(await text.locator('p').last().innerText()).toBe('no 2 * 3 * 4 < 25');
  await shopper.expectAccessible();
  await shopper.page.context().close();
});

test('text beyond the limit is counted and cannot be sent', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  await shopper.write('x'.repeat(4012));
  await shopper.page.getByText('12 characters too many.').waitFor();
  expect(await shopper.mine.count()).toBe(0);
  await shopper.expectAccessible();
  await shopper.page.context().close();
});
