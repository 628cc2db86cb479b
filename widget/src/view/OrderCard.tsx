import { h } from 'preact';
import type { Order } from '../conversation/events';
import { day, useAround } from './context';
import { linkTo } from './safeUrl';

/** One order: where it stands first, then what is in it. */
export function OrderCard({ order }: { order: Order }) {
  const { say, locale } = useAround();
  const { number, statusText, placedAt, items, trackingNumber, trackingUrl, carrier, estimatedDelivery, total } = order;
  const track = linkTo(trackingUrl);
  return (
    <section class="order" aria-label={say('order', { number })}>
      <p class="status"><b>{statusText}</b>{estimatedDelivery && <span>{say('arrives', { date: day(estimatedDelivery, locale) })}</span>}</p>
      <p>{say('order', { number })} · {say('placed', { date: day(placedAt, locale) })}</p>
      <ul>
        {items.map(item => (
          <li><span dir="auto">{item.quantity} × {item.title}</span>{item.variant && <span class="muted" dir="auto">{item.variant}</span>}</li>
        ))}
      </ul>
      {total && <p class="total"><span>{say('total')}</span><b>{total.text}</b></p>}
      {track.href
        ? <a class="button" {...track}>{say('track', { carrier: carrier || say('carrier') })}</a>
        : null}
      {trackingNumber && <p class="muted">{carrier} <bdi>{trackingNumber}</bdi></p>}
    </section>
  );
}
