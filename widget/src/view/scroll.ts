/** Whether the reader is at the end; a few pixels of slack for fractions. */
export const isAtEnd = (box: HTMLElement): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < 24;

/** Goes to the end, but never so far that the beginning of the newest answer leaves the view, and never back. */
export function follow(box: HTMLElement): void {
  const end = box.scrollHeight - box.clientHeight;
  const answers = box.querySelectorAll<HTMLElement>('.answer');
  const newest = answers[answers.length - 1];
  const mine = box.querySelectorAll<HTMLElement>('.mine');
  const asked = mine[mine.length - 1];
  // Only an answer that follows the last question is being read from its beginning.
  const limit = newest && !(asked && asked.offsetTop > newest.offsetTop) ? newest.offsetTop - 12 : end;
  box.scrollTop = Math.max(box.scrollTop, Math.min(end, limit));
}
