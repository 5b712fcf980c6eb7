// Reads what was built for addresses of other machines. Annals asks nothing of any machine but its own, and its
// libraries must not either: one that is asked for stops the build, one that is only named fails a test until it was looked at.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { filesBelow } from './fingerprint.ts';

export type OutsideAddress = { file: string; host: string; excerpt: string; reason: 'fetched' | 'unknown host' };

/** Beginnings of addresses that stand in texts and names only; nothing is asked of them. Each with what it is there for. */
const namesOnly: Record<string, string> = {
  'www.w3.org': 'names of XML vocabularies',
  'tools.ietf.org': 'the name of the form of a page in an exported annotation',
  'schemas.openxmlformats.org': 'names of the parts of a DOCX',
  'schemas.microsoft.com': 'names of the parts of a DOCX',
  'purl.oclc.org': 'names of the parts of a DOCX, strict form',
  'purl.org': 'names of the Dublin Core, in a DOCX',
  'www.xfa.org': 'names of XML forms inside a PDF',
  'ns.adobe.com': 'names of XML metadata inside a PDF',
  'json-schema.org': 'names of versions of JSON Schema',
  'react.dev/errors': 'where React explains its error numbers, in the text of an error',
  'github.com/ashtuchkin/iconv-lite/wiki': 'in the text of a warning of iconv-lite',
  'github.com/zloirock/core-js': 'where core-js comes from, in its own description',
  'html.spec.whatwg.org': 'where the parser of HTML explains its errors, in their text',
  'www.ibm.com/data/dtd': 'the name of a document type by which old pages are known',
  'schemas.zwobble.org/mammoth': 'the name of the style map inside a DOCX',
  'stuk.github.io/jszip': 'where jszip explains its errors, in their text',
  'answers.microsoft.com': 'why docx writes what it writes, in the text of an error',
  'github.com/syntax-tree/hast-util-to-jsx-runtime': 'where the library explains its errors, in their text',
  'www.apache.org/licenses': 'the licence of pdf.js, in a comment',
  'github.com/exceljs/exceljs': 'where exceljs explains its errors, in their text',
  'github.com/isaacs/node-glob': 'where a library of exceljs explains an error, in its text',
  'goo.gl/mqrfmx': 'where a library of exceljs explains its errors, in their text',
  'goo.gl/rrqmuw': 'where the same library explains a warning, in its text',
  'foo.bar': 'a base against which pdf.js parses relative addresses',
  'example.com': 'a base against which pdf.js parses relative addresses',
};

const address = /\b(?:https?|wss?):\/\/([a-z0-9.-]+\.[a-z]{2,}|\[[0-9a-f:]+\]|\d{1,3}(?:\.\d{1,3}){3})/gi;

/** Code before an address, on the same line, that would ask for it; whatever the host. */
const asks = /(?:\bfetch|\bimportScripts|\bimport|\brequire|new\s+(?:WebSocket|EventSource|Worker|SharedWorker)|\.open\(\s*["'`][A-Z]+["'`],|\bsendBeacon|\burl|@import)\s*\(?\s*["'`]?$|<(?:script|link|img|iframe)\b[^>]*\s(?:src|href)=["']?$/i;

/** Addresses in the files below a folder that are asked for, or whose host nobody has looked at yet.  */
export function outsideAddresses(directory: string): OutsideAddress[] {
  return filesBelow(directory)
    .filter((file) => /\.(?:[cm]?js|css|html|json|svg)$/.test(file))
    .flatMap((file) => inText(readFileSync(file, 'utf8'), relative(directory, file)));
}

export function inText(text: string, file: string): OutsideAddress[] {
  const found: OutsideAddress[] = [];
  for (const match of text.matchAll(address)) {
    const host = (match[1] ?? '').toLowerCase();
    if (isInside(host)) continue;
    const before = text.slice(Math.max(0, match.index - 80), match.index);
    const fetched = asks.test(before);
    if (!fetched && isKnown(text.slice(match.index, match.index + 120))) continue;
    found.push({ file, host, excerpt: text.slice(Math.max(0, match.index - 30), match.index + 60).replace(/\s+/g, ' '), reason: fetched ? 'fetched' : 'unknown host' });
  }
  return found;
}

/** The loopback, and names that are no machine's by RFC 2606. */
function isInside(host: string): boolean {
  return host.startsWith('127.') || host === '[::1]' || /\.(?:localhost|invalid|example|test)$/.test(host);
}

function isKnown(written: string): boolean {
  const withoutScheme = written.replace(/^\w+:\/\//, '').toLowerCase();
  return Object.keys(namesOnly).some((known) => withoutScheme.startsWith(known) && !/^[\w.-]*\w/.test(withoutScheme.slice(known.length)));
}
