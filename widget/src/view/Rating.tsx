import { Fragment, h } from 'preact';
import { useState } from 'preact/hooks';
import { useAround } from './context';
import { Star } from './icons';

/** One to five stars and, if wished, a word. */
export function Rating({ done }: { done: () => void }) {
  const { say, session } = useAround();
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const [state, setState] = useState<'' | 'sending' | 'failed'>('');
  const submit = (event: Event) => {
    event.preventDefault();
    setState('sending');
    session.rate(score, comment.trim() || undefined).then(done, () => setState('failed'));
  };
  return (
    <form class="rating-form" onSubmit={submit}>
      <fieldset>
        <legend>{say('rateAsk')}</legend>
        <div class="stars">
          {[1, 2, 3, 4, 5].map(n => (
            <label class={n <= score ? 'on' : ''}>
              <input type="radio" name="score" value={n} checked={n === score} onChange={() => setScore(n)} aria-label={say('stars', { n })} />
              <Star />
            </label>
          ))}
        </div>
      </fieldset>
      {score > 0 && <>
        <input class="field" value={comment} maxLength={1000} onInput={event => setComment(event.currentTarget.value)} placeholder={say('rateComment')} aria-label={say('rateComment')} />
        <button class="button" disabled={state === 'sending'}>{say('rateSend')}</button>
      </>}
      {state === 'failed' && <p class="bad" role="alert">{say('rateFailed')}</p>}
    </form>
  );
}
