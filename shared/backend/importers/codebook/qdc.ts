// REFI-QDA codebooks (.qdc, specification 1.5, section 5), read leniently: the namespace may be missing or mistyped, GUIDs may be doubled.
// Sets and whatever else a code may hold are told as lost. No entity of the file's own is expanded.

import { SaxesParser } from 'saxes';
import type { CodebookEntry, CodebookFile } from '../../../core/codebook.ts';
import { meaningOf } from '../../../core/codebook-text.ts';
import { nearestColour } from '../../../core/tag-colours.ts';
import { UserError } from '../../../core/user-error.ts';
import { localAttributes, localName } from '../xml-part.ts';
import { entryNamed, Losses, mostTags } from './entries.ts';

/** Codes below codes; deeper is no codebook of people, and a trap for programs. */
const deepest = 100;
const chunkLength = 1 << 18;

type OpenCode = { entry: CodebookEntry; description: string };

/** Throws UserError 'unreadable-file' for what is not well-formed or no codebook, 'too-large' for one without end. */
export function readQdc(source: string): CodebookFile {
  const parser = new SaxesParser();
  const losses = new Losses();
  const file: CodebookFile = { origin: '', entries: [], losses: [] };
  const codes: OpenCode[] = [];
  const path: string[] = [];
  const guids = new Set<string>();
  let count = 0;
  let root = '';
  let inDescription = false;
  let sets = 0;

  parser.on('error', ({ message }) => {
    const fault = message.replace(/^.*?\d+:\d+: /, '').replace(/\.$/, '');
    if (fault.startsWith('undefined entity')) throw new UserError('unreadable-file', `The codebook uses an entity of its own in line ${parser.line}; Annals expands none.`, 'Save it again with plain characters.');
    throw new UserError('unreadable-file', `The codebook is not well-formed XML in line ${parser.line}: ${fault}.`, 'Export it again; this copy may have been damaged. Nothing was changed.');
  });
  parser.on('opentag', ({ name: prefixed, attributes: written }) => {
    const name = localName(prefixed);
    if (path.length === 0) {
      root = name;
      if (name !== 'CodeBook' && name !== 'Project') throw new UserError('unreadable-file', `This XML begins with <${name.slice(0, 40)}> and is no REFI-QDA codebook.`, 'Export the codebook as .qdc or CSV.');
      file.origin = (written['origin'] ?? '').slice(0, 200);
    }
    path.push(name);
    if (name === 'Set') sets++;
    if (name === 'Description') inDescription = path.at(-2) === 'Code';
    if (name !== 'Code') {
      if (codes.length > 0 && name !== 'Description') losses.add(`<${name.slice(0, 40)}> inside a code`);
      return;
    }
    count++;
    if (count > mostTags) throw new UserError('too-large', `The codebook has more than ${mostTags.toLocaleString('en')} codes.`, 'Split it into smaller ones.');
    if (codes.length >= deepest) throw new UserError('too-large', `The codebook nests its codes more than ${deepest} deep (line ${parser.line}).`, 'Put the lower codes higher and export it again.');
    const attributes = localAttributes(written);
    const guid = (attributes['guid'] ?? '').replace(/[{}]/g, '').toLowerCase();
    if (guid !== '' && guids.has(guid)) losses.add('a GUID that another code has too; both codes are read');
    guids.add(guid);
    const entry = entryNamed(attributes['name'] ?? '', losses);
    const colour = attributes['color'];
    if (colour !== undefined) {
      entry.colour = nearestColour(colour);
      if (entry.colour === null) losses.add('a colour that is none');
      else losses.add('a colour, taken as the nearest of twelve');
    }
    entry.isCodable = !/^(?:false|0)$/i.test(attributes['isCodable'] ?? '');
    (codes.at(-1)?.entry.children ?? file.entries).push(entry);
    codes.push({ entry, description: '' });
  });
  const text = (piece: string) => {
    const code = codes.at(-1);
    if (code && inDescription) code.description += piece;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const name = path.pop();
    if (name === 'Description') inDescription = false;
    if (name !== 'Code') return;
    const code = codes.pop();
    if (code) Object.assign(code.entry, meaningOf(code.description));
  });
  for (let start = 0; start < source.length; start += chunkLength) parser.write(source.slice(start, start + chunkLength));
  parser.close();
  if (root === '') throw new UserError('unreadable-file', 'There is no codebook in this file.', 'Export the codebook as .qdc or CSV.');
  if (file.entries.length === 0) throw new UserError('unreadable-file', 'The codebook has no codes.', 'Check that the right file was chosen.');
  if (sets > 0) losses.say(`${sets === 1 ? '1 set' : `${sets.toLocaleString('en')} sets`} of codes: a codebook of Annals has no sets.`);
  if (root === 'Project') losses.say('Only the codebook of this project is read, not its sources and codings.');
  return { ...file, losses: losses.sentences() };
}
