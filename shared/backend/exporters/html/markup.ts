// HTML that cannot be broken by what it prints: whatever is put into the template is escaped, unless it is markup already.

import { printable } from '../prose/characters.ts';

export type Markup = { readonly markup: string };
export type Printed = Markup | string | number | null | readonly Printed[];

/** `markup\`<p>${text}</p>\``: text and numbers are escaped, lists joined, null left out. */
export function markup(strings: TemplateStringsArray, ...values: readonly Printed[]): Markup {
  return { markup: strings.map((literal, index) => (index === 0 ? literal : printed(values[index - 1] ?? null) + literal)).join('') };
}

function printed(value: Printed): string {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  return 'markup' in value ? value.markup : value.map(printed).join('');
}

/** Safe in text and in quoted attributes. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text safe inside a quoted CSS string in a style element (CSS Syntax 3, 4.3.7): everything but letters and digits as escapes. */
export function cssString(text: string): string {
  return `"${printable(text).replace(/[^\p{L}\p{N} ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0xfffd).toString(16)} `)}"`;
}
