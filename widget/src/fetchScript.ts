/** Runs the script at `url` without touching the page's own; fails when it is not `there` in 20 seconds. */
export function fetchScript(url: string, nonce: string | undefined, there: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const end = () => {
      clearTimeout(timer);
      script.remove();
      if (there()) resolve();
      else reject(new Error('The chat could not be loaded.'));
    };
    const timer = setTimeout(end, 20_000);
    script.src = url;
    script.async = true;
    if (nonce) script.nonce = nonce;
    script.onload = script.onerror = end;
    document.head.append(script);
  });
}
