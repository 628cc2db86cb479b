/** Keeps Tab inside `box`, for a dialog that covers everything. */
export function keepFocus(event: KeyboardEvent, box: HTMLElement): void {
  if (event.key !== 'Tab') return;
  const all = [...box.querySelectorAll<HTMLElement>('a[href],button:not(:disabled),textarea,input,[tabindex="0"]')].filter(element => element.offsetParent);
  const [first, last] = [all[0], all.at(-1)];
  const active = (box.getRootNode() as ShadowRoot).activeElement;
  if (active !== (event.shiftKey ? first : last)) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
