// Reads XML text record by record: each child of the root element becomes a small tree. Strict: what is not well-formed is refused
// with its line. Nothing outside the text is loaded and no entity of the file's own is expanded, so a small file stays small.

import { SaxesParser } from 'saxes';
import { UserError } from '../../../core/user-error.ts';

export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  /** Its own text without that of its children; ends and runs of white space as in the file. */
  text: string;
  children: XmlElement[];
};

export type XmlRecords = {
  /** Name of the root element. */
  root: string;
  records: XmlElement[];
  /** Comments, instructions, document type and text beside the records: not data, but in the file. */
  beside: { text: string; reason: string }[];
};

/** Deeper than any table of facts; a file that nests further is no such table. */
const deepest = 40;
/** More records than any list of countries or goods could have. */
const mostRecords = 20_000;
const chunkLength = 1 << 18;

/** Throws UserError 'unreadable-file' for text that is not well-formed and 'too-large' for one that nests or lists without end. */
export function readRecords(source: string, onProgress?: (done: number, total: number) => void): XmlRecords {
  const parser = new SaxesParser();
  const read: XmlRecords = { root: '', records: [], beside: [] };
  const open: XmlElement[] = [];
  const keep = (text: string, reason: string): void => {
    if (text.trim() !== '') read.beside.push({ text: text.trim(), reason });
  };

  parser.on('error', ({ message }) => {
    throw malformed(message.replace(/^.*?\d+:\d+: /, ''), source, parser, read, open);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest) throw new UserError('too-large', `The file nests its elements more than ${deepest} deep (line ${parser.line}); it is no table of data.`);
    const element: XmlElement = { name, attributes: { ...attributes }, text: '', children: [] };
    const parent = open.at(-1);
    // The root keeps no children: a record is complete when it closes.
    if (parent && open.length > 1) parent.children.push(element);
    if (!parent) read.root = name;
    open.push(element);
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (!element) return;
    if (open.length === 1) read.records.push(element);
    if (read.records.length > mostRecords) throw new UserError('too-large', `The file lists more than ${mostRecords.toLocaleString('en')} entries; Annals reads no longer lists.`);
    if (open.length === 0) {
      keep(element.text, 'text outside the entries');
      for (const [name, value] of Object.entries(element.attributes)) keep(`${name}="${value}"`, 'attribute of the whole file');
    }
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('comment', (comment) => keep(comment, 'comment'));
  parser.on('processinginstruction', ({ target, body }) => keep(`${target} ${body}`, 'instruction to a program'));
  parser.on('doctype', (doctype) => keep(doctype, 'document type declaration; Annals follows none'));

  for (let start = 0; start < source.length; start += chunkLength) {
    parser.write(source.slice(start, start + chunkLength));
    onProgress?.(Math.min(source.length, start + chunkLength), source.length);
  }
  parser.close();
  return read;
}

/** An ampersand that begins no entity; a parser takes what follows for one until the end of the file. */
const bareAmpersand = /&(?!#?[\p{L}\p{N}_][^\s;&<]{0,60};)/u;

function malformed(fault: string, source: string, { line, position }: SaxesParser, { records }: XmlRecords, open: XmlElement[]): UserError {
  const record = open[1];
  const named = record?.children.find(({ name }) => /name$/i.test(name))?.text.trim() ?? '';
  const where = named === '' ? `line ${line}` : `line ${line}, in the entry “${named.slice(0, 80)}”`;
  const bare = bareAmpersand.exec(source);
  if (bare && bare.index < position) {
    const at = source.slice(0, bare.index).split('\n').length;
    return new UserError('unreadable-file', `The file is not well-formed XML in line ${at}: a bare “&” must be written “&amp;”.`, 'Mend it in a text editor, or get a fresh copy.');
  }
  if (/^unclosed tag|^unexpected end/.test(fault)) {
    return new UserError('unreadable-file', `The file breaks off in ${where}, after ${records.length} whole ${records.length === 1 ? 'entry' : 'entries'}. Nothing was taken from it.`, 'Get a fresh copy; the download may have been cut short.');
  }
  if (fault.startsWith('undefined entity')) {
    const entity = /&[^&;]{1,60};?$/u.exec(source.slice(Math.max(0, position - 64), position))?.[0] ?? 'an entity';
    return new UserError('unreadable-file', `The file uses ${entity} in ${where}, which XML itself does not know; Annals expands no entities that a file defines.`, 'Save the file again with plain characters in place of such entities.');
  }
  return new UserError('unreadable-file', `The file is not well-formed XML in ${where}: ${fault.replace(/\.$/, '')}.`, 'Get a fresh copy; this one may have been damaged on its way.');
}

/** A run of white space is one space: line breaks inside a value are the layout of the file. */
export const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
