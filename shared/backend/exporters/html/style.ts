// The look of an exported page: a quiet printed report. Light only; nothing is fetched, so typefaces come from the reader's machine.

import { cssString } from './markup.ts';

/** The same for every brief, so that the page that previews one can allow it by its hash (core/content-policy.ts). */
export const screenStyle = `
:root { color-scheme: light; --ink: #1c1b19; --soft: #5c5850; --line: #cfcabf; --new: #17643a; --gone: #a01f2d; --changed: #7a4d00; --link: #1f3f77; }
* { box-sizing: border-box; }
html { background: #fff; color: var(--ink); font: 17px/1.55 "Source Serif 4", "Source Serif Pro", Charter, "Iowan Old Style", Cambria, Georgia, "Liberation Serif", "Noto Serif", serif; font-variant-numeric: lining-nums; }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.5rem 4rem; overflow-wrap: break-word; }
.marking { text-align: center; font: 600 .78rem/1.4 "Source Sans 3", "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Noto Sans", sans-serif; letter-spacing: .09em; }
header { margin: 2.2rem 0 2.4rem; padding-bottom: 1rem; border-bottom: 1px solid var(--ink); }
h1 { font-size: 2rem; line-height: 1.2; font-weight: 600; margin: 0 0 .35rem; text-wrap: balance; }
.subtitle { font-size: 1.15rem; color: var(--soft); margin: 0 0 .5rem; text-wrap: balance; }
.byline { margin: 0; color: var(--soft); font-size: .95rem; }
h2, h3, h4, h5, h6 { line-height: 1.25; font-weight: 600; margin: 2rem 0 .6rem; break-after: avoid; text-wrap: balance; }
h2 { font-size: 1.4rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1rem; margin-top: 1.5rem; } h5, h6 { font-style: italic; }
p { margin: 0 0 .8rem; orphans: 2; widows: 2; }
a { color: var(--link); text-decoration: none; }
p a[href^="http"], p a[href^="mailto"] { text-decoration: underline; text-underline-offset: .15em; }
a:hover, a:focus-visible { text-decoration: underline; }
.cite { font-size: .88em; }
blockquote { margin: 1rem 0; padding: .1rem 0 .1rem 1.1rem; border-inline-start: 2px solid var(--line); }
blockquote > :last-child { margin-bottom: 0; }
.quote { break-inside: avoid-page; }
.passage, .cell { white-space: pre-wrap; tab-size: 4; }
ul, ol { padding-inline-start: 1.6rem; margin: 0 0 .8rem; }
li > p { margin-bottom: .3rem; }
li.task { list-style: none; }
pre { font: .82rem/1.45 "JetBrains Mono", "DejaVu Sans Mono", Consolas, monospace; white-space: pre-wrap; border-inline-start: 2px solid var(--line); padding-inline-start: 1rem; }
code { font: .88em "JetBrains Mono", "DejaVu Sans Mono", Consolas, monospace; }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.6rem 0; }
.finding { margin: 1.4rem 0 1.6rem; padding-top: .7rem; border-top: 1px solid var(--line); }
.claim { font-weight: 600; font-size: 1.06rem; margin-bottom: .2rem; break-after: avoid; }
.facts { color: var(--soft); font-size: .92rem; margin-bottom: .6rem; break-after: avoid; }
.facts span + span::before { content: " · "; }
.evidence { list-style: none; padding: 0; margin: 0; font-size: .95rem; }
.evidence > li { display: grid; grid-template-columns: 7.4rem 1fr; column-gap: .8rem; margin-bottom: .55rem; break-inside: avoid-page; }
.stance { color: var(--soft); font-size: .92em; }
.stance .sign, .change .sign { display: inline-block; min-width: 1.1em; font-weight: 700; }
.supporting .sign { color: var(--new); } .contradicting .sign { color: var(--gone); }
.contradicting .stance { color: var(--gone); }
.evidence p { margin: 0 0 .15rem; }
.note { color: var(--soft); margin: .15rem 0 0; white-space: pre-line; }
.warning { color: var(--gone); font-size: .92em; margin: .25rem 0 0; }
.remark { margin-top: .5rem; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 1rem; font-size: .86rem; line-height: 1.42; }
caption { text-align: start; font-weight: 600; font-size: 1rem; padding-bottom: .45rem; break-after: avoid; }
th, td { text-align: start; vertical-align: top; padding: .38rem .6rem .38rem 0; border-bottom: 1px solid var(--line); font-weight: 400; }
thead th { border-bottom: 1px solid var(--ink); border-top: 1px solid var(--ink); font-weight: 600; }
tr { break-inside: avoid-page; }
tr.long { break-inside: auto; }
tr.long > * { box-decoration-break: clone; }
thead, .section { break-after: avoid; }
.right { text-align: end; } .center { text-align: center; }
.pair { table-layout: fixed; }
.section th { font-weight: 600; padding-top: .8rem; break-after: avoid; }
.change { width: 6.6rem; color: var(--soft); }
.year { width: 5.6rem; }
.new .sign { color: var(--new); } .gone .sign { color: var(--gone); } .reworded .sign, .moved-reworded .sign { color: var(--changed); }
.stack th, .stack td { border-bottom: 0; padding-top: .2rem; padding-bottom: .2rem; }
.stack tr:last-child > * { border-bottom: 1px solid var(--line); padding-bottom: .5rem; }
.stack tr:first-child > * { padding-top: .5rem; }
.absent { color: var(--soft); font-style: italic; }
ins { color: var(--new); text-decoration: underline; text-decoration-thickness: .09em; text-underline-offset: .14em; }
del { color: var(--gone); text-decoration: line-through; }
ins del, del ins { text-decoration: underline line-through; }
/* Not inline, so that the lines through and under the words spare the signs. */
ins::before, del::before { display: inline-block; font-weight: 700; }
ins::before { content: "+"; content: "+" / "new: "; } del::before { content: "−"; content: "−" / "gone: "; }
.strong { font-weight: 700; }
.chart { margin: 1rem 0; }
.chart figcaption { font-weight: 600; margin-bottom: .4rem; break-after: avoid; }
.chart svg { display: block; max-width: 100%; height: auto; break-inside: avoid; }
.legend { color: var(--soft); font-size: .84rem; }
.sources { padding: 0; list-style: none; margin: 0; font-size: .95rem; }
.sources > li { display: grid; grid-template-columns: 2.2rem 1fr; margin-bottom: .4rem; break-inside: avoid-page; }
.sources > li:target { background: #f3efe4; }
.back { font-size: .85em; color: var(--soft); }
.verified { color: var(--soft); font-size: .92rem; break-after: avoid; }
footer { margin-top: 2.5rem; break-before: avoid; }
@media (max-width: 40rem) { body { padding: 1rem; } .evidence > li { grid-template-columns: 1fr; } }
`;

/** What only paper needs: the marking stands at the head and foot of every printed page, the title at its foot. */
export function pageStyle(marking: string, wholeTitle: string): string {
  const title = wholeTitle.length > 40 ? `${[...wholeTitle].slice(0, 39).join('')}…` : wholeTitle;
  const box = 'font: 600 8pt "Source Sans 3", "Segoe UI", Arial, "Liberation Sans", "Noto Sans", sans-serif; letter-spacing: .09em; color: #1c1b19;';
  const small = 'font: 8pt "Source Sans 3", "Segoe UI", Arial, "Liberation Sans", "Noto Sans", sans-serif; color: #5c5850;';
  return `
@page { size: A4; margin: 24mm 24mm 22mm;
  @top-center { content: ${cssString(marking)}; ${box} }
  @bottom-center { content: ${cssString(marking)}; ${box} }
  @bottom-left { content: ${cssString(title)}; ${small} width: 30%; white-space: nowrap; overflow: hidden; }
  @bottom-right { content: counter(page) " / " counter(pages); ${small} }
}
@page :first { @top-center { content: none; } @bottom-left { content: none; } }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  header { margin-top: 1.4rem; }
  .back { display: none; }
  a { color: inherit; }
  .sources > li:target { background: none; }
}
`;
}
