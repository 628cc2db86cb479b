import { expect, test } from 'vitest';
import { accentProperties } from '../src/theme/accent';
import { contrast, type Rgb } from '../src/theme/colour';

const steps = [0, 51, 102, 153, 204, 255];
const accents = steps.flatMap(r => steps.flatMap(g => steps.map((b): Rgb => [r, g, b])));
const read = (value: string | undefined) => value!.match(/\d+/g)!.map(Number) as unknown as Rgb;
const surfaces = { light: [[255, 255, 255], [243, 244, 246]], dark: [[27, 30, 34], [44, 48, 54]] } as const;

test.each(Object.entries(surfaces))('whatever colour a merchant picks, it reads in %s', (scheme, grounds) => {
  for (const accent of accents) {
    const properties = accentProperties(accent);
    const [fill, ink, tone] = ['fill', 'on-fill', 'tone'].map(name => read(properties[`--${name}-${scheme}`])) as [Rgb, Rgb, Rgb];
    expect(contrast(ink, fill), `ink on ${accent}`).toBeGreaterThanOrEqual(4.5);
    for (const ground of grounds) {
      expect(contrast(tone, ground), `tone of ${accent}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(fill, ground), `fill of ${accent}`).toBeGreaterThanOrEqual(3);
    }
  }
});

test('a colour that reads already stays as the merchant chose it', () => {
  expect(accentProperties([47, 107, 79])['--fill-light']).toBe('rgb(47,107,79)');
});
