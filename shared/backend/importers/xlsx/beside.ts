// What a workbook holds beside its cells: comments, text in drawings, charts, pictures. Texts are kept as left out, the rest
// is named in a warning.

import type { LeftOut, Warning } from '../../../core/document.ts';
import { partText, type OfficePackage } from '../docx/package.ts';
import { localName, readXml } from '../xml-part.ts';

export function besideSheets(office: OfficePackage): { leftOut: LeftOut[]; warnings: Warning[] } {
  const leftOut: LeftOut[] = [];
  const warnings: Warning[] = [];
  const part = (pattern: RegExp): string[] => office.paths.filter((path) => pattern.test(path)).map((path) => partText(office, path) ?? '');
  const comments = part(/\/(?:comments\d*|comments\/comment\d+|threadedComments\/threadedComment\d+)\.xml$/i).flatMap((xml) => textsIn(xml, new Set(['comment', 'threadedComment'])));
  for (const text of new Set(comments)) leftOut.push({ text, reason: 'comment', page: null });
  if (comments.length > 0) warnings.push({ code: 'comments', message: `The workbook has ${counted(new Set(comments).size, 'comment')}; they are not part of the reading text.` });
  for (const text of part(/\/drawings\/drawing\d+\.xml$/i).flatMap((xml) => textsIn(xml, new Set(['p'])))) leftOut.push({ text, reason: 'text in a drawing', page: null });
  for (const text of part(/\/charts\/chart\d+\.xml$/i).flatMap((xml) => textsIn(xml, new Set(['p'])))) leftOut.push({ text, reason: 'text in a chart', page: null });
  const charts = office.paths.filter((path) => /\/charts\/chart\d+\.xml$/i.test(path)).length;
  if (charts > 0) warnings.push({ code: 'charts', message: `${counted(charts, 'chart')} of the workbook cannot be shown in the reading text.` });
  const pictures = office.paths.filter((path) => /\/media\/[^/]+$/i.test(path)).length;
  if (pictures > 0) warnings.push({ code: 'pictures', message: `${counted(pictures, 'picture')} of the workbook cannot be shown in the reading text.` });
  return { leftOut, warnings };
}

/** The texts of the elements of these names, each as one. */
function textsIn(xml: string, containers: ReadonlySet<string>): string[] {
  const texts: string[] = [];
  let parts: string[] = [];
  let inText = false;
  readXml(xml, {
    open: (name) => {
      inText = /^(?:t|text)$/.test(localName(name));
    },
    close: (name) => {
      inText = false;
      if (!containers.has(localName(name))) return;
      const text = parts.join('').replace(/\s+/g, ' ').trim();
      if (text !== '') texts.push(text);
      parts = [];
    },
    text: (text) => {
      if (inText) parts.push(text);
    },
  });
  return texts;
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`;
}
