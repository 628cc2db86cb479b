import { h } from 'preact';
import type { Snapshot } from '../connection/session';
import { useAround } from './context';
import { Replies } from './Log';
import { Working } from './Working';

/** The empty page: what can be asked here, with a few ways to begin. */
export function Welcome({ snapshot, onPick }: { snapshot: Snapshot; onPick: (text: string) => void }) {
  const { say } = useAround();
  if (snapshot.catchingUp && snapshot.link !== 'offline') return <Working words={say('connecting', { shop: say('shop') })} />;
  return (
    <div class="welcome">
      <h2>{say('hello')}</h2>
      <p>{say('helloMore')}</p>
      <Replies replies={snapshot.store?.suggestions ?? []} onPick={onPick} />
    </div>
  );
}
