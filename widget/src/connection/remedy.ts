const attempts = 6;
/** Refusals that pass by themselves. */
const passing = ['rate_limited', 'unavailable'];
/** Refusals that a new Start mends. */
const estranged = ['not_started', 'not_found', 'invalid_token'];

/** What helps a call that failed with `code` for the n-th time: the `line` coming back, a new `start`, trying `later`, or nothing. */
export function remedy(code: string | undefined, tries: number): 'line' | 'start' | 'later' | undefined {
  if (!code) return 'line';
  if (tries >= attempts) return undefined;
  return estranged.includes(code) ? 'start' : isPassing(code) ? 'later' : undefined;
}

export const isPassing = (code: string): boolean => passing.includes(code);
