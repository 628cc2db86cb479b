import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { FakeHub } from './fakeHub';
import { serveShop } from './shopPages';

export const phone: BrowserContextOptions = { viewport: { width: 375, height: 812 }, hasTouch: true };
/** The narrowest phone that is still about. */
export const narrow: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
export const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** A shop with a chat server, and shoppers with browsers of their own. */
export class Shop {
  browser!: Browser;
  hub!: FakeHub;
  url!: string;

  async open(): Promise<void> {
    this.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
    });
    this.hub = new FakeHub(serveShop);
    this.url = await this.hub.listen();
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.hub.close();
  }

  async visit(options: BrowserContextOptions = desktop, path = '/'): Promise<Visitor> {
    const context = await this.browser.newContext(options);
    const page = await context.newPage();
    const visitor = new Visitor(page);
    await page.goto(this.url + path);
    return visitor;
  }
}

/** One shopper in front of one page. */
export class Visitor {
  readonly errors: string[] = [];

  constructor(readonly page: Page) {
    page.on('pageerror', error => this.errors.push(error.message));
  }

  get launcher() { return this.page.locator('.launcher'); }
  get panel() { return this.page.getByRole('dialog'); }
  get field() { return this.page.locator('textarea'); }
  get log() { return this.page.getByRole('log'); }
  get answers() { return this.page.locator('.answer[aria-busy=false]'); }
  get cards() { return this.page.locator('[data-action]'); }
  get mine() { return this.page.locator('.mine .bubble'); }

  async openChat(): Promise<void> {
    await this.launcher.click();
    await this.page.locator('.welcome, .mine').first().waitFor();
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  async ask(text: string): Promise<void> {
    const before = await this.answers.count();
    await this.write(text);
    await this.answers.nth(before).waitFor();
  }

  async expectAccessible(): Promise<void> {
    // The panel rises for a moment; half-faded colours are nobody's text.
    await this.page.waitForFunction(() => !document.querySelector('reva-widget')!.shadowRoot!.getAnimations().some(animation => animation.playState === 'running' && animation instanceof CSSAnimation && animation.animationName === 'rise'));
    const { violations } = await new AxeBuilder({ page: this.page }).include('reva-widget').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([]);
  }
}
