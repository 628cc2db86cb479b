import { h } from 'preact';
import type { AnswerItem } from '../conversation/state';
import { sayCode } from '../words';
import { useAfter, useAround } from './context';
import { Markdown } from './Markdown';
import { OrderCard } from './OrderCard';
import { Products } from './Products';
import { linkTo } from './safeUrl';

/** What the agent answers: text as it comes, cards, sources, or why there is no answer. */
export function Answer({ item }: { item: AnswerItem }) {
  const { say } = useAround();
  const { text, done, products, orders, citations, error } = item;
  const cite = (n: number) => {
    const source = citations.find(citation => citation.n === n);
    return source && <a class="cite" {...linkTo(source.url)} aria-label={say('source', { n, title: source.title })}>{n}</a>;
  };
  return (
    <div class="answer" aria-busy={!done}>
      <span class="sr">{say('assistant')}</span>
      {text ? <div class="text" dir="auto"><Markdown text={text} done={done} cite={cite} /></div> : !done && <Working label={item.label} />}
      {products.length > 0 && <Products products={products} />}
      {orders.map(order => <OrderCard order={order} />)}
      {citations.length > 0 && (
        <ol class="sources" aria-label={say('sources')}>
          {citations.map(({ n, title, url }) => <li value={n}><a {...linkTo(url)} dir="auto">{title}</a></li>)}
        </ol>
      )}
      {error && <p class="bad">{error.message || sayCode(say, error.code)}</p>}
    </div>
  );
}

/** After 300 ms the shape of an answer, after 3 s what it waits for. */
function Working({ label }: { label?: string }) {
  const { say } = useAround();
  const shape = useAfter(300);
  const words = useAfter(3000);
  return (
    <div class="working">
      {shape && <div class="shape" aria-hidden="true"><i /><i /><i /></div>}
      {words && <p class="muted">{label ? label + '…' : say('working')}</p>}
    </div>
  );
}
