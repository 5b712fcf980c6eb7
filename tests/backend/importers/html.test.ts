// Web pages: the main text in its shape, the furniture named and left out, nothing run, nothing hung.

import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { htmlImporter, parseHtml } from '../../../shared/backend/importers/html.ts';
import { passages, shapes, unsoundness } from '../../support/parsed-document.ts';
import { patience } from '../../support/patience.ts';

const read = (bytes: Uint8Array) => htmlImporter.parse({ name: 'page.html', bytes });

describe('the shape of a page', () => {
  it('keeps title, headings, paragraphs, nested lists, quotations, code and captions', () => {
    const document = parseHtml(`<h1>Kingdom of Samples</h1><p>First &amp; second&nbsp;word.</p><h2>Work</h2>
      <ul><li>cotton<ol type="a" start="2"><li>white<li>green</ol><li>melons</ul>
      <blockquote><p>Quoted.</p></blockquote><pre>let x  = 1;\n  y</pre><figure><img src="x.png" alt="A field"><figcaption>Figure 1</figcaption></figure>`);
    expect(shapes(document)).toEqual([
      'title: Kingdom of Samples',
      'paragraph: First & second word.',
      'heading2: Work',
      'list-item1: cotton',
      'list-item2 b: white',
      'list-item2 c: green',
      'list-item1: melons',
      'quote: Quoted.',
      'code: let x  = 1;\n  y',
      'caption: A field',
      'caption: Figure 1',
    ]);
    expect(unsoundness(document)).toEqual([]);
  });

  it('keeps emphasis and links as runs, and only links that lead to the web', () => {
    const document = parseHtml('<base href="https://example.org/a/"><p>A <b>bold <i>word</i></b>, <a href="b.html">near</a>, <a href="javascript:alert(1)">bad</a>, <a href="data:text/html,x">worse</a>, <a href="mailto:a@example.org">mail</a>');
    expect(document.text).toBe('A bold word, near, bad, worse, mail');
    expect(document.blocks[0]?.runs.map(({ style, start, end, href }) => [style, document.text.slice(start, end), href])).toEqual([
      ['strong', 'bold word', undefined],
      ['emphasis', 'word', undefined],
      ['link', 'near', 'https://example.org/a/b.html'],
      ['link', 'mail', 'mailto:a@example.org'],
    ]);
  });

  it('reads tables of data with their cells, and takes tables that arrange the page for what they are', () => {
    const document = parseHtml(`<table><caption>Table 1. Fields</caption><thead><tr><th>Year<th colspan="2">Count</tr></thead><tr><td>2019<td>12<td><p>a</p><p>b</p></table>
      <table><tr><td><h2>Left</h2><td><table><tr><td>1<td>2<tr><td>3<td>4</table></table>`);
    expect(shapes(document)).toEqual(['caption: Table 1. Fields', 'table-row: Year\tCount', 'table-row: 2019\t12\ta\nb', 'heading2: Left', 'table-row: 1\t2', 'table-row: 3\t4']);
    expect(document.blocks[1]?.cells).toMatchObject([{ header: true }, { header: true, colSpan: 2 }]);
    expect(document.blocks.map(({ table }) => table)).toEqual([0, 0, 0, null, 1, 1]);
    expect(unsoundness(document)).toEqual([]);
  });

  it('keeps footnote signs from growing into numbers, and notes as notes', () => {
    const document = parseHtml('<p>They found 1,234<sup><a href="#fn1">5</a></sup> cases in CO<sub>2</sub>.</p><ol><li id="fn1">A note. <a href="#r1">↩</a></ol>');
    expect(shapes(document)).toEqual(['paragraph: They found 1,234⁵ cases in CO₂.', 'note 1: A note.']);
  });

  it('reads a text printed in one preformatted element as its paragraphs, and keeps its lines as source', () => {
    const lines = '1. Summary: The inspectors of the ministry visited twelve fields in the\nsouthern regions and found nobody there, because the visits had been\nannounced two weeks before. End summary.\n\n2. In the next year nobody went. The ministry said that it had no cars and\nno money for fuel, and that the farms were far away.';
    const document = parseHtml(`<pre>${lines}</pre>`);
    expect(document.blocks.map(({ kind, label }) => [kind, label])).toEqual([['paragraph', '1'], ['paragraph', '2']]);
    expect(document.source).toBe(lines);
  });

  it('takes two line breaks for the end of a paragraph and one for a line', () => {
    expect(passages(parseHtml('<div>One<br>two<br><br>three</div>'))).toEqual(['One\ntwo', 'three']);
  });

  it('reads what the head says', () => {
    const { properties } = parseHtml('<!-- saved from url=(0024)https://example.org/page --><html lang="fr-CA"><head><title>A &lt;title&gt;</title><meta name="author" content="A. B."><meta property="article:published_time" content="2021-03-04"><meta property="og:site_name" content="The Ministry"></head><p>x');
    expect(properties).toEqual({ title: 'A <title>', author: 'A. B.', created: '2021-03-04', publisher: 'The Ministry', language: 'fr-CA', address: 'https://example.org/page' });
  });
});

describe('the furniture of a page', () => {
  const page = `<body><header><a>The Ministry</a></header><nav><a>Start</a></nav><div class="ad-slot ads">Buy now</div><div id="cookie-consent">We use cookies</div>
    <main><h1>Report</h1><p>${'The text of the report. '.repeat(10)}</p><aside>See also</aside><p hidden>Draft</p><p style="display: none">Trap</p></main><div>Stray words</div><footer>Imprint</footer>`;

  it('is left out with a reason, never silently', () => {
    const document = parseHtml(page);
    expect(document.text).toBe(`Report\n${'The text of the report. '.repeat(10).trim()}`);
    expect(document.leftOut.map(({ text, reason }) => `${text}: ${reason}`).sort()).toEqual([
      'Buy now: advertisement',
      'Draft: hidden on the page',
      'Imprint: foot of the page',
      'See also: beside the main text',
      'Start: navigation of the page',
      'Stray words: outside the main part of the page',
      'The Ministry: head of the page',
      'Trap: hidden on the page',
      'We use cookies: cookie notice',
    ]);
  });

  it('does not swallow a page whose frame has an unlucky name', () => {
    expect(passages(parseHtml(`<body><div class="sidebar menu"><p>${'Text. '.repeat(50)}</p></div>`))).toHaveLength(1);
    expect(passages(parseHtml('<body><nav><p>Only this.</p></nav>'))).toEqual(['Only this.']);
    expect(passages(parseHtml('<article><header><h1>A</h1></header><p>Text</p><footer>By B.</footer></article>'))).toEqual(['A', 'Text', 'By B.']);
  });

  it('keeps parts that the reader of the page could unfold', () => {
    expect(passages(parseHtml('<h2><button aria-expanded="false" aria-controls="a">Law</button></h2><div id="a" hidden>The law.</div>'))).toEqual(['Law', 'The law.']);
  });
});

describe('hostile pages', () => {
  it('never runs and never shows scripts and event handlers', () => {
    const document = parseHtml(`<body onload="steal()"><script>document.body.innerHTML='<p>fake</p>'</script><p onclick="steal()" data-x="steal()">Text<img src=x onerror="steal()"></p>
      <svg onload="steal()"><text>drawn</text><script>steal()</script></svg><iframe srcdoc="<p>framed</p>"></iframe><template><p>later</p></template><style>p{color:red}</style>
      <object data="x">steal</object><noscript>Turn on scripts</noscript><math><mtext><script>steal()</script></mtext></math><a href="vbscript:steal()">link</a>`);
    expect(document.text).toBe('Text\nlink');
    expect(JSON.stringify(document)).not.toMatch(/steal|fake|framed|script:|color/);
  });

  it.each([
    ['div', '<div>'.repeat(50_000) + 'deep words' + '</div>'.repeat(50_000)],
    ['unclosed paragraphs', '<div><p>x'.repeat(50_000)],
    ['lists', '<ul><li>a'.repeat(50_000)],
    ['tables', `${'<table><tr><td>'.repeat(50_000)}x`],
    ['formatting', `${Array.from({ length: 3_000 }, (_, i) => `<b class="c${i}"><p>x`).join('')}`],
    ['drawings', `<svg>${'<g>'.repeat(50_000)}</svg>after`],
    ['frames of formulas', `${'<math><mi>'.repeat(50_000)}x`],
  ])('reads 50,000 levels of %s and says so', (_name, html) => {
    const before = performance.now();
    const document = parseHtml(`<p>start</p>${html}`);
    expect(performance.now() - before).toBeLessThan(patience);
    expect(document.text.startsWith('start')).toBe(true);
    expect(document.warnings.map(({ code }) => code)).toContain('deep-nesting');
    expect(unsoundness(document)).toEqual([]);
  }, 20_000);

  it('keeps the words of the deepest level', () => {
    expect(parseHtml(`${'<div>'.repeat(50_000)}deep words`).text).toBe('deep words');
  });

  it.each(['<', '<a ', '<!--', '<script>', '<a title="', '&', '&amp;', '</div>', '<br>', '<p>', '<li>x', '<td>', '<select><option>', '\u0000', '<__proto__>', '<constructor class="constructor">'])('does not hang on repeated %j', (piece) => {
    const before = performance.now();
    expect(unsoundness(parseHtml(piece.repeat(20_000)))).toEqual([]);
    expect(performance.now() - before).toBeLessThan(patience);
  });

  it('reads broken markup', () => {
    expect(passages(parseHtml('<p>One<b>two</p>three<table><tr><td>four</table></div></body>five'))).toEqual(['Onetwo', 'three', 'four', 'five']);
  });

  it('says when a page has no text, and refuses one that is too large', async () => {
    expect(parseHtml('<html><script>only()</script>').warnings.map(({ code }) => code)).toEqual(['no-text']);
    expect(parseHtml('').blocks).toEqual([]);
    await expect(read(new Uint8Array(41 * 1024 * 1024))).rejects.toMatchObject({ code: 'too-large' });
  });
});

describe('the encoding of a page', () => {
  const words = 'Größe – „Würde“, été';

  it.each([
    ['meta charset', new Uint8Array(iconv.encode(`<meta charset="windows-1252"><p>${words}`, 'windows-1252'))],
    ['meta http-equiv', new Uint8Array(iconv.encode(`<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1"><p>${words}`, 'windows-1252'))],
    ['an XML declaration', new Uint8Array(iconv.encode(`<?xml version="1.0" encoding="windows-1250"?><html><p>${words}</p></html>`, 'windows-1250'))],
    ['a byte order mark', new Uint8Array(iconv.encode(`<meta charset="windows-1252"><p>${words}`, 'utf-8', { addBOM: true }))],
    ['UTF-16', new Uint8Array(iconv.encode(`<meta charset="utf-16"><p>${words}`, 'utf-16le', { addBOM: true }))],
    ['the bytes, when a declaration was left behind', new TextEncoder().encode(`<meta charset="windows-1251"><p>${words}`)],
    ['nothing', new TextEncoder().encode(`<p>${words}`)],
    ['a name that nobody knows', new TextEncoder().encode(`<meta charset="x-unknown"><p>${words}`)],
  ])('is taken from %s', async (_name, bytes) => {
    const document = await read(bytes);
    expect(document.text).toBe(words);
    expect(document.warnings).toEqual([]);
  });

  it('reads other scripts and entities', () => {
    expect(parseHtml('<p dir="rtl">قال المفتشون</p><p>&#x4e2d;&#22269; &euro; &madeup;').text).toBe('قال المفتشون\n中国 € &madeup;');
  });
});
