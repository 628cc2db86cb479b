/** Keeps a full-screen panel above the keyboard, which covers the page without shrinking it on some phones. */
export function fillScreen(host: HTMLElement): void {
  const view = window.visualViewport;
  if (!view) return;
  const fit = () => {
    host.style.setProperty('--height', `${view.height}px`);
    host.style.setProperty('--top', `${view.offsetTop}px`);
  };
  view.addEventListener('resize', fit);
  view.addEventListener('scroll', fit);
  fit();
}
