import { expect, test } from 'vitest';
import { finishedLength, spoken } from '../src/conversation/sentences';

const finished = (text: string, done = false) => text.slice(0, finishedLength(text, done));

test('only whole sentences are read aloud while text streams', () => {
  expect(finished('It is in stock. You can ha')).toBe('It is in stock.');
  expect(finished('It costs $1.')).toBe('');
  expect(finished('It costs $1.50 now. Th')).toBe('It costs $1.50 now.');
  expect(finished('It is in stock. You can ha', true)).toBe('It is in stock. You can ha');
});

test('every way of cutting a stream reads the same words, each once', () => {
  const text = 'The jacket is $89.00! Is that all right? Yes.\n- Moss\n- Slate\nThat is all';
  for (let size = 1; size < 20; size++) {
    let heard = '';
    for (let at = size; ; at += size) {
      const done = at >= text.length;
      heard += text.slice(heard.length, finishedLength(text.slice(0, at), done));
      if (done) break;
    }
    expect(heard).toBe(text);
  }
});

test('marks are not read aloud', () => {
  expect(spoken('The **Alder** is [here](/products/alder) and dry [1].')).toBe('The Alder is here and dry.');
});
