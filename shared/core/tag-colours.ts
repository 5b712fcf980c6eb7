// The palette as colours that other programs understand.

import { tagColours, type TagColour } from './annotation.ts';

/** The light theme's values; a test holds them to the style sheet. */
export const colourValues: Record<TagColour, string> = {
  blue: '#2b6bcb', teal: '#0b7f80', green: '#2b8237', olive: '#6c7300', yellow: '#9a7400', orange: '#c1590a',
  red: '#c62b2b', pink: '#c93a84', purple: '#8f3fc0', indigo: '#4f4bd0', brown: '#80532f', grey: '#6b675f',
};

/** The palette's colour of the nearest hue; greys are grey. Null when the text is no #rgb or #rrggbb. */
export function nearestColour(value: string): TagColour | null {
  const wanted = hueOf(value);
  if (!wanted) return null;
  if (wanted.saturation < 0.15) return 'grey';
  let nearest: TagColour = 'grey';
  let least = Infinity;
  for (const colour of tagColours) {
    const own = hueOf(colourValues[colour]);
    if (!own || colour === 'grey') continue;
    const turn = Math.abs(own.hue - wanted.hue);
    // Brown and orange share a hue, olive and yellow nearly so; how vivid they are tells them apart.
    const distance = Math.min(turn, 360 - turn) + 90 * Math.abs(own.saturation - wanted.saturation);
    if (distance < least) [nearest, least] = [colour, distance];
  }
  return nearest;
}

/** Hue in degrees and saturation of the cone (chroma), 0..1. */
function hueOf(value: string): { hue: number; saturation: number } | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(value.trim())?.[1];
  if (!digits) return null;
  const whole = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number.parseInt(whole.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma === 0) return { hue: 0, saturation: 0 };
  const sixth = most === red ? ((green - blue) / chroma + 6) % 6 : most === green ? (blue - red) / chroma + 2 : (red - green) / chroma + 4;
  return { hue: sixth * 60, saturation: chroma };
}
