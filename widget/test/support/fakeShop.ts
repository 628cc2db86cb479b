import type { HubEvent, Order, Product, Proposal } from '../../src/conversation/events';

/** An event before it has its number and time. */
export type Draft = { [K in HubEvent['type']]: Omit<Extract<HubEvent, { type: K }>, 'seq' | 'at'> }[HubEvent['type']];

const money = (amount: number) => ({ amount, currency: 'USD', text: `$${amount.toFixed(2)}` });

const jacket = (n: number, more: Partial<Product> = {}): Product => ({
  id: String(n), handle: `jacket-${n}`, title: ['Alder Rain Jacket', 'Sorrel Shell', 'Bracken Three-Season Parka', 'Heath Windbreaker'][n % 4]!,
  url: `/products/jacket-${n}`, image: `/images/${n}.svg`, price: money(89 + n * 20), available: true, stockText: 'In stock',
  options: [{ name: 'Colour', values: ['Moss', 'Slate', 'Rust'] }, { name: 'Size', values: ['S', 'M', 'L'] }], rating: 4.6, ...more,
});

export const products: Product[] = [
  jacket(0, { compareAt: money(129), priceTo: money(99) }), jacket(1, { available: false, stockText: 'Sold out', options: [], rating: null }),
  jacket(2, { image: null, stockText: 'Only 3 left' }), jacket(3),
];

const order: Order = {
  number: '#1001', status: 'out_for_delivery', statusText: 'Out for delivery', placedAt: '2026-11-16T09:30:00Z',
  items: [{ title: 'Alder Rain Jacket', variant: 'Moss / M', quantity: 1 }, { title: 'Wool Socks, two pairs', variant: null, quantity: 2 }],
  trackingNumber: '1Z999AA10123456784', trackingUrl: 'https://www.ups.com/track?tracknum=1Z999AA10123456784', carrier: 'UPS',
  estimatedDelivery: '2026-11-20', total: money(135.95),
};

const soon = () => new Date(Date.now() + 15 * 60_000).toISOString();

export const cancelling = (id: string, more: Partial<Proposal> = {}): Proposal => ({
  id, kind: 'cancel_order', title: 'Cancel order #1001', orderNumber: '#1001',
  items: [
    { title: 'Alder Rain Jacket', variant: 'Moss / M', quantity: 1, image: '/images/0.svg' },
    { title: 'Wool Socks, two pairs', quantity: 2, image: null },
  ],
  rows: [{ label: 'Restocking fee', value: '$0.00' }, { label: 'Ready by', value: 'Tuesday, 24 November' }],
  amount: money(120), direction: 'to_customer', method: 'Visa ending 4242', note: 'A cancelled order can’t be brought back.',
  needsApproval: false, confirmLabel: 'Cancel order', declineLabel: 'Keep it', expiresAt: soon(), ...more,
});

export const exchanging = (id: string): Proposal => ({
  id, kind: 'exchange_items', title: 'Exchange an item', orderNumber: '#1002',
  items: [{ title: 'Heath Windbreaker', variant: 'Slate / S', quantity: 1, becomes: { title: 'Heath Windbreaker', variant: 'Slate / M' } }],
  rows: [{ label: 'Ships to', value: '1 Very Long Street Name That Goes On, Apartment 12, 10115 Berlin, Germany' }],
  amount: money(4.5), direction: 'from_customer', method: 'PayPal', needsApproval: true, confirmLabel: 'Exchange it', declineLabel: 'No, thanks', expiresAt: soon(),
});

export const longText = Array.from({ length: 40 }, (_, i) => `Paragraph ${i + 1} says one thing about care and washing.`).join('\n\n');

export const markdown = `## Side by side
Both are **fully waterproof**, *light* and \`packable\`; see [the guide](/pages/guide), [the maker](https://example.com/) or [us](mailto:help@example.com).
See https://example.com/care.

- Alder: warm
- Sorrel: light

3. Wash
4. Dry

| | Alder | Sorrel |
|---|---|---|
| Price | $89.00 | $109.00 |

[no](data:text/html,x) 2 * 3 * 4 < 25`;

/** What the fake shop answers: cards and words by what was asked. */
export function answer(text: string, turnId: string): { before: Draft[]; text: string; after: Pick<Extract<Draft, { type: 'text.completed' }>, 'citations' | 'quickReplies'>; end?: Draft[] } {
  const plain = { citations: [], quickReplies: [] };
  if (/jacket/i.test(text)) {
    return {
      before: [
        { type: 'tool.called', turnId, callId: 'c', tool: 'search_products', label: 'Looking through the shop' },
        { type: 'tool.completed', turnId, callId: 'c', tool: 'search_products', ok: true, ms: 4 },
        { type: 'products', turnId, products },
      ],
      text: 'The **Alder Rain Jacket** is on sale for $89.00 and fully waterproof [1]. The Sorrel Shell is sold out for now. Which size do you need?',
      after: { citations: [{ n: 1, title: 'Waterproof ratings', url: '/pages/waterproof' }], quickReplies: ['Size M', 'Something cheaper'] },
    };
  }
  if (/both/i.test(text)) {
    const proposed = [cancelling('cancel-' + turnId), exchanging('exchange-' + turnId)];
    return { before: proposed.map(action => ({ type: 'action.proposed', turnId, action })), text: 'Shall I do both?', after: plain };
  }
  if (/cancel/i.test(text)) return { before: [{ type: 'action.proposed', turnId, action: cancelling('cancel-' + turnId) }], text: 'This is what I would do. Shall I go ahead?', after: plain };
  if (/order/i.test(text)) return { before: [{ type: 'order', turnId, order }], text: 'It’s out for delivery and should reach you today. UPS has it.', after: plain };
  if (/person/i.test(text)) {
    return { before: [], text: 'Of course.', after: plain, end: [{ type: 'escalated', turnId, reason: 'requested_person', priority: 'normal', ticketId: 'R-1', text: 'I’ve passed this to the team. They’ll answer here, usually within a few hours.' }] };
  }
  if (/long/i.test(text)) return { before: [], text: longText, after: plain };
  if (/compare/i.test(text)) return { before: [], text: markdown, after: plain };
  if (/attack/i.test(text)) return { before: [], text: '<img src=x onerror="window.hacked=1"> [press](javascript:window.hacked=1) <script>window.hacked=1</script> [safe](/pages/returns)', after: plain };
  return { before: [], text: `You wrote: ${text.slice(0, 60)}. I can help with that.`, after: plain };
}
