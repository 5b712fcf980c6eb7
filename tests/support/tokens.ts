// The colours of both themes as the style sheet has them, and how they are measured: WCAG 2.2.

import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../../renderer/styles/tokens.css', import.meta.url), 'utf8');

export type Tokens = Map<string, string>;

function tokensOf(start: string): Tokens {
  const from = css.indexOf('{', css.indexOf(start));
  const block = css.slice(from, css.indexOf('}', from));
  return new Map([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', (match[2] ?? '').trim()]));
}

export const themes = { light: tokensOf(":root,\n[data-theme='light']"), dark: tokensOf("\n[data-theme='dark']") };
export const systemDark = tokensOf(":root:not([data-theme='light'])");

/** "#rrggbb" as three numbers of 0 to 255. */
function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(left: string, right: string): number {
  const [darker = 0, lighter = 0] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** One colour laid over another, as color-mix(in srgb, … share %, transparent) is. */
export function laidOver(upper: string, lower: string, share: number): string {
  const below = channels(lower);
  return `#${channels(upper).map((value, at) => Math.round(value * share + (below[at] ?? 0) * (1 - share)).toString(16).padStart(2, '0')).join('')}`;
}
