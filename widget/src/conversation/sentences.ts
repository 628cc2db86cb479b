const end = /[.!?…。！？؟](?:["'”’)\]]*)(?=\s|$)|\n+/g;

/** The length of the finished sentences at the beginning of `text`; the last one counts only when `done`. */
export function finishedLength(text: string, done: boolean): number {
  if (done) return text.length;
  let length = 0;
  for (const match of text.matchAll(end)) {
    const after = match.index + match[0].length;
    // A full stop at the very end of a stream may still become "1.5".
    if (after < text.length) length = after;
  }
  return length;
}

/** Text as it is read aloud: no Markdown marks, no citation numbers. */
export const spoken = (text: string): string =>
  text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s*\[\d+\]/g, '').replace(/[*_`#|>]+/g, '').replace(/\s+/g, ' ').trim();
