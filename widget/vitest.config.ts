import { defineConfig } from 'vitest/config';

// Vitest 5 groups failures with it when it prints them; Node 20 does not have it yet.
Map.groupBy ??= <K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    groups.set(key, [...groups.get(key) ?? [], item]);
  }
  return groups;
};

export default defineConfig({
  oxc: { jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' } },
  test: { include: ['test/**/*.test.{ts,tsx}'], testTimeout: 30_000, hookTimeout: 60_000, maxWorkers: 2, expect: { poll: { timeout: 15_000 } } },
});
