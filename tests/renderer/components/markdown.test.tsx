// Markdown of notes and briefs is shown, and nothing in it can run, fetch or leave the application by itself.

import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Markdown } from '../../../renderer/components/markdown.tsx';

const shown = (text: string) => renderToStaticMarkup(<Markdown text={text} />);

describe('a note in Markdown', () => {
  it('shows headings, emphasis, lists, quotes and tables', () => {
    expect(shown('# Title\n\n*a* **b**\n\n- one\n\n> said\n\n| x |\n|---|\n| y |')).toMatch(/<h1>Title<\/h1>[\s\S]*<em>a<\/em> <strong>b<\/strong>[\s\S]*<li>one<\/li>[\s\S]*<blockquote>[\s\S]*<td>y<\/td>/);
  });
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://example.org"></iframe>',
    '[x](javascript:alert(1))',
    '[x](JAVASCRIPT:alert(1))',
    '[x](data:text/html,<script>1</script>)',
    '[x](vbscript:x)',
    '[x](//example.org)',
    '![x](https://example.org/x.png)',
    '<javascript:alert(1)>',
  ])('%s neither runs nor fetches', (text) => {
    expect(shown(text)).not.toMatch(/<(script|img|iframe|a)\b|onerror=/i);
  });
  it('opens a web address outside and leaves no trace of where it came from', () => {
    expect(shown('[law](https://example.org/law)')).toContain('<a href="https://example.org/law" target="_blank" rel="noreferrer noopener">');
  });
  it('of a million characters, of deep nesting, or of nothing is shown too', () => {
    expect(shown('')).toBe('<div class="markdown"></div>');
    expect(shown('word '.repeat(200_000)).length).toBeGreaterThan(900_000);
    expect(shown(`${'> '.repeat(200)}deep`)).toContain('deep');
  });
});
