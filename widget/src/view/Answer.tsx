import { h } from 'preact';
import type { Snapshot } from '../connection/session';
import type { AnswerItem } from '../conversation/state';
import { sayCode } from '../words';
import { ActionCard } from './ActionCard';
import { useAround } from './context';
import { Markdown } from './Markdown';
import { OrderCard } from './OrderCard';
import { Products } from './Products';
import { linkTo } from './safeUrl';
import { Working } from './Working';

/** What the agent answers: text as it comes, cards, sources, or why there is no answer. */
export function Answer({ item, snapshot }: { item: AnswerItem; snapshot: Snapshot }) {
  const { say } = useAround();
  const { text, done, products, orders, citations, error } = item;
  const { actions, seq } = snapshot.conversation;
  const cite = (n: number) => {
    const source = citations.find(citation => citation.n === n);
    return source && <a class="cite" {...linkTo(source.url)} aria-label={say('source', { n, title: source.title })}>{n}</a>;
  };
  return (
    <div class="answer" aria-busy={!done}>
      <span class="sr">{say('assistant')}</span>
      {Object.values(actions).map(action => action.turnId === item.key && <ActionCard key={action.id} action={action} decision={snapshot.decisions[action.id]} seq={seq} />)}
      {text ? <div class="text" dir="auto"><Markdown text={text} done={done} cite={cite} /></div> : !done && <Working words={item.label ? item.label + '…' : say('working')} />}
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
