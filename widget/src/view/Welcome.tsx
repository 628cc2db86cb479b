import { h } from 'preact';
import type { Snapshot } from '../connection/session';
import { useAfter, useAround } from './context';
import { Replies } from './Log';

/** The empty page: what can be asked here, with a few ways to begin. */
export function Welcome({ snapshot, onPick }: { snapshot: Snapshot; onPick: (text: string) => void }) {
  const { say } = useAround();
  if (snapshot.catchingUp && snapshot.link !== 'offline') return <Coming />;
  return (
    <div class="welcome">
      <h2>{say('hello')}</h2>
      <p>{say('helloMore')}</p>
      <Replies replies={snapshot.store?.suggestions ?? []} onPick={onPick} />
    </div>
  );
}

function Coming() {
  const { say } = useAround();
  const shape = useAfter(300);
  const words = useAfter(3000);
  return (
    <div class="working">
      {shape && <div class="shape" aria-hidden="true"><i /><i /><i /></div>}
      {words && <p class="muted">{say('connecting', { shop: say('shop') })}</p>}
    </div>
  );
}
