import { h } from 'preact';
import { useAfter } from './context';

/** After 300 ms the shape of what is coming, after 3 s what it waits for. */
export function Working({ words }: { words: string }) {
  const shape = useAfter(300);
  const long = useAfter(3000);
  return (
    <div class="working">
      {shape && <div class="shape" aria-hidden="true"><i /><i /><i /></div>}
      {long && <p class="muted">{words}</p>}
    </div>
  );
}
