/** Milliseconds before the next try: 0.5 s, doubling to 15 s, spread so that a restarted server is not stormed. */
export const pause = (tries: number, random = Math.random): number =>
  Math.min(15_000, 250 * 2 ** tries) * (0.7 + 0.6 * random());
