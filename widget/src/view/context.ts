import { useEffect, useState } from 'preact/hooks';
import type { Session } from '../connection/session';
import type { Say } from '../words';

/** What every part of the view needs: the words, the language for dates, and the line to the shop. */
export interface Around { say: Say; locale: string; session: Session }

let around: Around;

/** There is one panel on a page and this never changes, so Preact's context would only weigh. */
export const surround = (value: Around): void => void (around = value);
export const useAround = (): Around => around;

/** True once `ms` have passed since the component appeared. */
export function useAfter(ms: number): boolean {
  const [passed, set] = useState(false);
  useEffect(() => {
    const timer = setTimeout(set, ms, true);
    return () => clearTimeout(timer);
  }, []);
  return passed;
}

/** A day in the shopper's language; the year only when it is not this one. A date without a time belongs to no time zone. */
export function day(iso: string, locale: string): string {
  const date = new Date(iso);
  if (isNaN(+date)) return iso;
  const timeZone = /T/.test(iso) ? undefined : 'UTC';
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : 'numeric';
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year, timeZone }).format(date);
}
