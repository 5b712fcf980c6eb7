// What a Word document holds beside its running text, and the reading of its text leaves out: comments, deleted and moved
// text, heads and feet of pages, pictures, formulas. Each is kept as left out, or at least named in a warning.

import type { LeftOut, Warning } from '../../../core/document.ts';
import { partText, type OfficePackage } from './package.ts';
import { attribute, decodeEntities, elementsOf, paragraphTexts } from './xml-text.ts';

export function leftovers(office: OfficePackage, mainPath: string): { leftOut: LeftOut[]; warnings: Warning[] } {
  const main = partText(office, mainPath) ?? '';
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);
  const leftOut: LeftOut[] = [];
  const warnings: Warning[] = [];
  const warn = (code: string, message: string): void => void warnings.push({ code, message });
  const leave = (text: string, reason: string): void => void leftOut.push({ text, reason, page: null });

  const comments = commentTexts(partText(office, `${folder}comments.xml`) ?? '');
  for (const comment of comments) leave(comment, 'comment');
  if (comments.length > 0) warn('comments', `The document has ${counted(comments.length, 'comment')}; they are not part of the reading text.`);

  const deleted = paragraphTexts(main, 'w:delText');
  for (const text of deleted) leave(text, 'deleted text of tracked changes');
  const changes = occurrences(main, /<w:(?:ins|del|moveFrom|moveTo)\s/g);
  if (changes > 0) warn('tracked-changes', `The document has ${counted(changes, 'tracked change')}; it was read as if all were accepted.`);

  for (const path of office.paths.filter((name) => name.startsWith(folder) && /\/(?:header|footer)\d*\.xml$/.test(name))) {
    const text = paragraphTexts(partText(office, path) ?? '').join(' ');
    if (text && !leftOut.some((known) => known.text === text)) leave(text, path.includes('/header') ? 'head of the pages' : 'foot of the pages');
  }

  const pictures = occurrences(main, /<pic:pic[\s>]/g) || occurrences(main, /<v:imagedata[\s>]/g);
  if (pictures > 0) warn('pictures', `${counted(pictures, 'picture')} of the document cannot be shown in the reading text.`);
  const charts = office.paths.filter((path) => /\/charts\/chart\d+\.xml$|\/diagrams\/data\d+\.xml$/.test(path)).length;
  if (charts > 0) warn('charts', `${counted(charts, 'chart or diagram', 'charts or diagrams')} of the document cannot be shown in the reading text.`);
  const formulas = elementsOf(main, 'm:oMath').map((formula) => [...formula.matchAll(/<m:t(?:\s[^>]*)?>([^<]*)</g)].map(([, text]) => decodeEntities(text ?? '')).join(' '));
  for (const formula of formulas) leave(formula, 'formula');
  if (formulas.length > 0) warn('formulas', `${counted(formulas.length, 'formula')} of the document cannot be shown in the reading text.`);
  return { leftOut: leftOut.filter(({ text }) => text !== ''), warnings };
}

function commentTexts(xml: string): string[] {
  return xml
    .split('</w:comment>')
    .map((part) => {
      const tag = /<w:comment\s[^>]*>/.exec(part)?.[0] ?? '';
      const text = paragraphTexts(part).join(' ');
      const author = attribute(tag, 'w:author');
      return text && author ? `${author}: ${text}` : text;
    })
    .filter((text) => text !== '');
}

function occurrences(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function counted(count: number, one: string, many = one === 'formula' ? 'formulas' : `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
