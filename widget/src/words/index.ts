import { ar } from './ar';
import { de } from './de';
import { en, type Words } from './en';
import { es } from './es';
import { fr } from './fr';
import { he } from './he';

const languages: Record<string, Words> = { ar, de, en, es, fr, he };
const places = /\{(\w+)\}/g;

export type Say = (key: keyof Words, values?: Record<string, string | number>) => string;

/** The widget's words in the language of `locale`, English where it is not spoken. */
export function speak(locale: string): Say {
  const words = languages[language(locale)] ?? en;
  return (key, values) => words[key].replace(places, (_, name) => String(values?.[name] ?? ''));
}

/** Words for a code of docs/contracts.md; a code of a newer server gets a plain sentence. */
export const sayCode = (say: Say, code: string | undefined): string =>
  say(code && code in en ? code as keyof Words : 'other');

const language = (locale: string): string => locale.toLowerCase().split(/[-_]/)[0]!;
