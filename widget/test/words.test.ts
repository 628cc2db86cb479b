import { expect, test } from 'vitest';
import { ar } from '../src/words/ar';
import { de } from '../src/words/de';
import { en } from '../src/words/en';
import { es } from '../src/words/es';
import { fr } from '../src/words/fr';
import { he } from '../src/words/he';
import { sayCode, speak } from '../src/words';

const translations = { ar, de, es, fr, he };
const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

test.each(Object.entries(translations))('%s says everything that English says, in the same order', (_, words) => {
  expect(Object.keys(words)).toEqual(Object.keys(en));
});

test.each(Object.entries(translations))('%s has the same places for values and no mark that the build joins by', (_, words) => {
  for (const [key, text] of Object.entries(words)) {
    expect(places(text), key).toEqual(places(en[key as keyof typeof en]));
    expect(text, key).not.toContain('|');
    expect(text.trim(), key).not.toBe('');
  }
});

test('a shopper whose language is not spoken reads English', () => {
  expect(speak('fi-FI')('send')).toBe('Send');
  expect(speak('de-AT')('send')).toBe('Senden');
});

test('a code of a newer server gets a plain sentence, never the code', () => {
  expect(sayCode(speak('en'), 'moon_phase')).toBe(en.other);
  expect(sayCode(speak('en'), 'conversation_closed')).toBe(en.conversation_closed);
});
