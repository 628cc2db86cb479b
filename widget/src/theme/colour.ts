/** Red, green, blue, 0–255. */
export type Rgb = readonly [number, number, number];

export const css = (colour: Rgb): string => `rgb(${colour.join()})`;

/** WCAG 2 contrast, 1–21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map(value => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Of white and black, the one that reads better on `background`; one of them always reaches 4.5. */
export const inkOn = (background: Rgb): Rgb => contrast(white, background) >= 4.5 ? white : black;

/** `colour`, moved towards black or white only as far as it takes to reach `ratio` against `background`. */
export function corrected(colour: Rgb, background: Rgb, ratio: number): Rgb {
  const towards = luminance(background) > 0.18 ? black : white;
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = colour.map((value, i) => Math.round(value + (towards[i]! - value) * share)) as unknown as Rgb;
    if (contrast(mixed, background) >= ratio) return mixed;
  }
  return towards;
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
