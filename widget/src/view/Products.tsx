import { Fragment, h } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Product } from '../conversation/events';
import { useAround } from './context';
import { Chevron } from './icons';
import { Photo } from './Photo';
import { linkTo } from './safeUrl';

/** Products side by side, their rows on one line so that they compare at a glance. */
export function Products({ products }: { products: Product[] }) {
  const { say } = useAround();
  const strip = useRef<HTMLUListElement>(null);
  const [ends, setEnds] = useState({ back: false, on: false });
  const look = () => {
    const { scrollLeft, clientWidth, scrollWidth } = strip.current!;
    const at = Math.abs(scrollLeft);
    setEnds({ back: at > 8, on: at + clientWidth < scrollWidth - 8 });
  };
  useEffect(look, [products.length]);
  const move = (by: number) => {
    const forward = getComputedStyle(strip.current!).direction === 'rtl' ? -by : by;
    strip.current!.scrollBy({ left: forward * strip.current!.clientWidth * 0.8 });
  };
  return (
    <div class="strip">
      <ul aria-label={say('products')} ref={strip} onScroll={look}>
        {products.map(product => <Card product={product} />)}
      </ul>
      {ends.back && <button class="icon move back" type="button" aria-label={say('back')} onClick={() => move(-1)}><Chevron /></button>}
      {ends.on && <button class="icon move" type="button" aria-label={say('on')} onClick={() => move(1)}><Chevron /></button>}
    </div>
  );
}

function Card({ product }: { product: Product }) {
  const { say } = useAround();
  const { title, price, priceTo, compareAt, available, stockText, options, rating } = product;
  const lowered = compareAt && compareAt.amount > price.amount;
  return (
    <li class="card">
      <Photo src={product.image} size={168} />
      <a {...linkTo(product.url)}><bdi>{title}</bdi></a>
      <p class="price">
        {lowered && <span class="sr">{say('sale')} </span>}
        <b class={lowered ? 'sale' : ''}>{price.text}{priceTo && priceTo.amount > price.amount && ` – ${priceTo.text}`}</b>
        {lowered && <> <span class="sr">{say('was')} </span><s>{compareAt.text}</s></>}
      </p>
      <p class="rating">{rating ? <><span aria-hidden="true">★ {rating.toFixed(1)}</span><span class="sr">{say('stars', { n: rating.toFixed(1) })}</span></> : null}</p>
      <p class="options">{options.map(option => <span><b>{option.name}:</b> {option.values.join(', ')}</span>)}</p>
      <p class={available ? 'stock' : 'stock out'}>{stockText}</p>
    </li>
  );
}
