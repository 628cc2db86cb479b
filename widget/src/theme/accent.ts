import { corrected, css, inkOn, type Rgb } from './colour';

const standard: Rgb = [31, 94, 255];
/** The surfaces that text and controls stand on: of each scheme the one that leaves least contrast. */
const surfaces: Record<'light' | 'dark', Rgb> = { light: [243, 244, 246], dark: [44, 48, 54] };

/**
 * The merchant's colour as custom properties: a fill that stands out from the surface, the ink that reads on it, and a
 * tone of it that reads as text; each for light and for dark.
 */
export function accentProperties(accent: Rgb): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [scheme, surface] of Object.entries(surfaces)) {
    const fill = corrected(accent, surface, 3);
    properties[`--fill-${scheme}`] = css(fill);
    properties[`--on-fill-${scheme}`] = css(inkOn(fill));
    properties[`--tone-${scheme}`] = css(corrected(accent, surface, 4.5));
  }
  return properties;
}

/** Colours `host` with `accent`, in any notation that the browser turns into red, green and blue. */
export function paint(host: HTMLElement, accent?: string | null): void {
  const { style } = host;
  style.color = accent ?? '';
  const rgb = style.color && /^rgba?\((\d+), (\d+), (\d+)/.exec(getComputedStyle(host).color);
  style.color = '';
  const properties = accentProperties(rgb ? [+rgb[1]!, +rgb[2]!, +rgb[3]!] : standard);
  for (const name in properties) style.setProperty(name, properties[name]!);
}
