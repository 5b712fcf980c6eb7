// The frame of every page that is exported: one file, no script, and a policy under which it can ask nothing of anybody.

import { createHash } from 'node:crypto';
import { escapeHtml, type Markup } from './markup.ts';

export type HtmlPage = { language: string; title: string; /** '' names nobody. */ author: string; style: string; body: Markup };

export function htmlPage({ language, title, author, style, body }: HtmlPage): string {
  const policy = `default-src 'none'; style-src '${styleHash(style)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll('"', '&#34;')}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title.replace(/\s+/gu, ' '))}</title>${author.trim() ? `\n<meta name="author" content="${escapeHtml(author)}">` : ''}
<style>${style}</style>
</head>
<body>
${body.markup}
</body>
</html>
`;
}

/** As a content policy names an inline style sheet. */
export function styleHash(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}
