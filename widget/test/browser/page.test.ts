import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { desktop, phone, Shop } from '../support/browser';
import { faults } from '../support/shopPages';

const shop = new Shop();
beforeAll(() => shop.open());
afterAll(() => shop.close());
afterEach(() => {
  faults.widgetMissing = false;
  shop.hub.held = undefined;
});

test('nothing but the loader is fetched before the chat is opened, and the page does not move', async () => {
  const shopper = await shop.visit();
  const fetched: string[] = [];
  shopper.page.on('request', request => fetched.push(new URL(request.url()).pathname));
  await shopper.page.evaluate(() => {
    const page = window as Window & { shift?: number };
    page.shift = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { page.shift! += (entry as PerformanceEntry & { value: number }).value; })).observe({ type: 'layout-shift', buffered: true });
  });
  await shopper.page.reload();
  await shopper.launcher.waitFor();
  expect(fetched).toEqual(['/', '/widget/loader.js']);
  const height = await shopper.page.evaluate(() => document.documentElement.scrollHeight);
  await shopper.openChat();
  await shopper.ask('a waterproof jacket');
  expect(await shopper.page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
  const shift = await shopper.page.evaluate(() => new Promise<number>(resolve => new PerformanceObserver(list => resolve(list.getEntries().reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0))).observe({ type: 'layout-shift', buffered: true }) ?? setTimeout(resolve, 300, 0)));
  expect(shift).toBe(0);
  expect(await shopper.page.evaluate(() => Object.keys(window).filter(key => /reva/i.test(key)))).toEqual(['Reva']);
  await shopper.page.context().close();
});

test('a failed load leaves the page untouched, says so, and a second press tries again', async () => {
  faults.widgetMissing = true;
  const shopper = await shop.visit();
  await shopper.launcher.click();
  await shopper.page.getByText('The chat couldn’t load.').waitFor();
  expect(shopper.errors).toEqual([]);
  await shopper.expectAccessible();
  faults.widgetMissing = false;
  await shopper.openChat();
  expect(await shopper.panel.isVisible()).toBe(true);
  await shopper.page.context().close();
});

test('a strict content policy and blocked storage do not stop the chat', async () => {
  const context = await shop.browser.newContext();
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(error.message));
  page.on('console', message => message.type() === 'error' && errors.push(message.text()));
  await page.goto(`${shop.url}/?strict=1`);
  errors.length = 0;
  await page.locator('.launcher').click();
  await page.locator('textarea').fill('a waterproof jacket');
  await page.locator('textarea').press('Enter');
  await page.locator('.answer[aria-busy=false]').waitFor();
  expect(await page.locator('.launcher').evaluate(launcher => getComputedStyle(launcher).borderRadius)).toBe('50%');
  expect(errors).toEqual([]);
  await context.close();
});

test('a shop’s page opens the chat, hears of it, and gets its focus back', async () => {
  const shopper = await shop.visit();
  await shopper.launcher.waitFor();
  await shopper.page.evaluate(() => {
    const page = window as unknown as { Reva: { open(): void; on(name: string, listener: (detail: unknown) => void): void }; heard: unknown[] };
    page.heard = [];
    for (const name of ['open', 'close', 'message']) page.Reva.on(name, detail => page.heard.push([name, (detail as { author?: string } | undefined)?.author]));
    document.querySelector<HTMLElement>('#own')!.onclick = () => page.Reva.open();
  });
  await shopper.page.locator('#own').focus();
  await shopper.page.keyboard.press('Enter');
  await shopper.field.waitFor();
  await expect.poll(() => shopper.field.evaluate(field => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
  await shopper.ask('hello');
  await shopper.page.keyboard.press('Escape');
  expect(await shopper.page.evaluate(() => document.activeElement?.id)).toBe('own');
  expect(await shopper.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([['open', undefined], ['message', 'agent'], ['close', undefined]]);
  await shopper.page.context().close();
});

test('an answer that comes while the chat is closed is counted, also on the next page', async () => {
  const shopper = await shop.visit(phone);
  await shopper.openChat();
  let release!: () => void;
  shop.hub.held = new Promise(resolve => { release = resolve; });
  await shopper.write('hello');
  await shopper.page.getByText('Sent', { exact: true }).waitFor();
  await shopper.page.keyboard.press('Escape');
  await expect.poll(() => shopper.panel.isHidden()).toBe(true);
  release();
  await expect.poll(() => shopper.launcher.getAttribute('aria-label')).toBe('Chat with us (1)');
  await shopper.page.reload();
  await expect.poll(() => shopper.launcher.getAttribute('aria-label')).toBe('Chat with us (1)');
  await shopper.openChat();
  await expect.poll(() => shopper.launcher.locator('b').isHidden()).toBe(true);
  await shopper.page.context().close();
});

const looks = [phone, desktop].flatMap(size => (['light', 'dark'] as const).flatMap(colorScheme => ['en', 'ar'].map(lang => ({ size, colorScheme, lang }))));
test.each(looks)('nothing stands in anybody’s way ($size.viewport.width px, $colorScheme, $lang)', async ({ size, colorScheme, lang }) => {
  const shopper = await shop.visit({ ...size, colorScheme }, `/?lang=${lang}&data-accent=%23ffe08a`);
  await shopper.launcher.waitFor();
  await shopper.expectAccessible();
  await shopper.openChat();
  await shopper.expectAccessible();
  await shopper.ask('a waterproof jacket');
  await shopper.ask('where is my order');
  await shopper.expectAccessible();
  expect(await shopper.panel.evaluate(panel => getComputedStyle(panel).direction)).toBe(lang === 'ar' ? 'rtl' : 'ltr');
  const small = await shopper.panel.locator('button, textarea, .button').evaluateAll(all => all.filter(one => one.getBoundingClientRect().height > 0 && one.getBoundingClientRect().height < 40).map(one => one.outerHTML));
  expect(small).toEqual([]);
  await shopper.page.context().close();
});

test('on a phone the chat fills the screen and keeps the focus until Escape', async () => {
  const shopper = await shop.visit(phone);
  await shopper.openChat();
  await expect.poll(() => shopper.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 375, height: 812 });
  expect(await shopper.panel.getAttribute('aria-modal')).toBe('true');
  for (let i = 0; i < 12; i++) {
    await shopper.page.keyboard.press('Tab');
    expect(await shopper.page.evaluate(() => document.activeElement?.localName)).toBe('reva-widget');
  }
  await shopper.page.keyboard.press('Escape');
  await expect.poll(() => shopper.panel.isHidden()).toBe(true);
  expect(await shopper.launcher.evaluate(launcher => (launcher.getRootNode() as ShadowRoot).activeElement === launcher)).toBe(true);
  await shopper.page.context().close();
});

test('nothing moves for those who asked for no motion', async () => {
  const shopper = await shop.visit({ ...desktop, reducedMotion: 'reduce' });
  await shopper.openChat();
  expect(await shopper.panel.evaluate(panel => getComputedStyle(panel).animationName)).toBe('none');
  await shopper.page.context().close();
});

test('a reader who has scrolled up is left where they are and told of what is new', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  await shopper.ask('something long');
  await shopper.log.evaluate(log => { log.scrollTop = 40; });
  await shopper.log.evaluate(log => new Promise(resolve => { log.scrollTop = 60; log.addEventListener('scroll', resolve, { once: true }); }));
  shop.hub.last.store({ type: 'message', messageId: 'p', author: 'person', text: 'One more thing.' });
  await shopper.page.getByRole('button', { name: 'New messages' }).waitFor();
  expect(await shopper.log.evaluate(log => log.scrollTop)).toBe(60);
  await shopper.page.getByRole('button', { name: 'New messages' }).click();
  await expect.poll(() => shopper.page.getByRole('button', { name: 'New messages' }).count()).toBe(0);
  await shopper.page.context().close();
});

test('a long answer is shown from its beginning and never moves what is being read', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  await shopper.ask('something long');
  const [top, logTop] = await Promise.all([shopper.answers.first().evaluate(answer => answer.getBoundingClientRect().top), shopper.log.evaluate(log => log.getBoundingClientRect().top)]);
  expect(top).toBeGreaterThanOrEqual(logTop);
  await shopper.page.context().close();
});

test('whole sentences are announced, tokens are not', async () => {
  const shopper = await shop.visit();
  await shopper.openChat();
  expect(await shopper.log.getAttribute('aria-live')).toBe('off');
  await shopper.ask('a waterproof jacket');
  await expect.poll(() => shopper.page.locator('[aria-live=polite] p').allInnerTexts()).toEqual([
    'The Alder Rain Jacket is on sale for $89.00 and fully waterproof.', 'The Sorrel Shell is sold out for now.', 'Which size do you need?',
  ]);
  await shopper.page.context().close();
});
