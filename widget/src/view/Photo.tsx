import { h } from 'preact';
import { useState } from 'preact/hooks';
import { Picture } from './icons';
import { safeImage } from './safeUrl';

/** A product's picture; where there is none, or it does not load, its place is held. */
export function Photo({ src, size }: { src?: string | null; size: number }) {
  const [broken, setBroken] = useState(false);
  const image = broken ? undefined : safeImage(src);
  return (
    <div class="picture">
      {image ? <img src={image} alt="" loading="lazy" decoding="async" width={size} height={size} onError={() => setBroken(true)} /> : <Picture />}
    </div>
  );
}
