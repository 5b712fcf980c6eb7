// Lines that try to become markup, formulas or commands wherever they are printed.

export const hostileText = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><style>body{display:none}</style>',
  '<!-- comment --> <![CDATA[ x ]]> &lt;b&gt; &amp;amp;',
  ']]></w:t><w:r>',
  '[link](javascript:alert(1)) ![p](https://example.org/p.png) <https://example.org/a>',
  '# not a heading | not a cell | `code` *stars* __lines__ ~~gone~~ \\ [^1] [@citation:99]',
  '| a | b |',
  '```',
  '=HYPERLINK("https://example.org")',
  '+1', '-1', '@SUM(A1)',
  '${7*7} {{7*7}} %n%s',
  '\u202Egnp.exe',
  'Z̸̢̛a̷l̶g̵o 👷🏽‍♀️ مفتش 督察员 é',
];
