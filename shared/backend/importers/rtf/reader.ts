// Reads the groups and control words of Rich Text (RTF 1.9.1) in one pass, without recursion: text with its looks, code
// pages and Unicode escapes, destinations, tables, notes, fields.

import type { Element } from 'hast';
import type { LeftOut, Warning } from '../../../core/document.ts';
import { TextBytes } from './bytes.ts';
import { RtfPage, type Shape } from './page.ts';
import { asides, characters, charsetEncoding, codePageEncoding, informations, readOptional, skipped } from './words.ts';

type Destination = 'text' | 'skip' | 'aside' | 'label' | 'fonts' | 'styles' | 'information' | 'instruction';

/** What holds until the end of a group. */
type State = {
  destination: Destination;
  /** What a destination belongs to: the reason of an aside, the name of a property. */
  about: string;
  bold: boolean;
  italic: boolean;
  position: 'sup' | 'sub' | null;
  hidden: boolean;
  deleted: boolean;
  link: string | null;
  encoding: string | null;
  /** Characters to be passed over after a Unicode escape. */
  fallback: number;
  /** The group that opened a note or a text box, or a destination whose text is collected. */
  opens: 'note' | 'box' | 'collected' | null;
};

type Style = { name: string; outline: number };
type Paragraph = { style: number; outline: number; level: number; isList: boolean; inTable: boolean };

/** Groups nested deeper share the state of the innermost. */
const deepest = 2_000;
const progressEvery = 8 * 1024 * 1024;
const word = /\\([A-Za-z]{1,40})(-?\d{1,10})? ?/y;
const plainText = /[^\\{}\r\n\0]+/y;

export class RtfReader {
  private readonly source: string;
  private readonly bytes: TextBytes;
  private readonly onProgress: ((done: number, total: number) => void) | undefined;
  private readonly page = new RtfPage();
  private readonly states: State[] = [];
  private state: State = { destination: 'text', about: '', bold: false, italic: false, position: null, hidden: false, deleted: false, link: null, encoding: null, fallback: 1, opens: null };
  private depth = 0;
  private optional = false;
  private paragraph: Paragraph = { style: 0, outline: 0, level: 0, isList: false, inTable: false };
  private readonly styles = new Map<number, Style>();
  private readonly fonts = new Map<number, string | null>();
  private readonly properties: Record<string, string> = {};
  private readonly leftOut: LeftOut[] = [];
  private readonly collected: string[][] = [];
  private noteSigns: string[] = [];
  private instruction = '';
  private styleNumber = 0;
  private fontNumber = 0;
  private styleOutline = 0;
  private isHeaderRow = false;
  private merged: boolean[] = [];
  private isMerged = false;
  private changes = 0;
  private pictures = 0;
  private removed = '';
  private removedReason = '';
  private pass = 0;

  constructor(bytes: Uint8Array, onProgress?: (done: number, total: number) => void) {
    this.source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    this.bytes = new TextBytes();
    this.onProgress = onProgress;
  }

  read(): { root: Element; properties: Record<string, string>; leftOut: LeftOut[]; warnings: Warning[] } {
    const { source } = this;
    let at = 0;
    let told = 0;
    while (at < source.length) {
      at = this.step(at);
      if (at - told >= progressEvery) {
        told = at;
        this.onProgress?.(at, source.length);
      }
      if (this.depth === 0 && at > 5) break;
    }
    const isCut = this.depth > 0;
    while (this.depth > 0) this.closeGroup();
    this.flush();
    this.endRemoved();
    const rest = source.slice(at).replace(/[\0\s]+/g, ' ').trim();
    if (rest !== '') this.leftOut.push({ text: rest, reason: 'after the end of the document', page: null });
    const root = this.page.finish();
    const warnings: Warning[] = [];
    if (isCut) warnings.push({ code: 'file-cut-short', message: 'The end of this file is missing; parts of the document may be missing too.' });
    if (this.changes > 0) warnings.push({ code: 'tracked-changes', message: 'The document has tracked changes; it was read as if all were accepted.' });
    if (this.pictures > 0) warnings.push({ code: 'pictures', message: `${this.pictures.toLocaleString('en')} ${this.pictures === 1 ? 'picture' : 'pictures'} of the document cannot be shown in the reading text.` });
    if (this.leftOut.some(({ reason }) => reason === 'comment')) warnings.push({ code: 'comments', message: 'The document has comments; they are not part of the reading text.' });
    return { root, properties: this.properties, leftOut: this.leftOut, warnings };
  }

  /** Reads one token, and answers where the next begins. */
  private step(at: number): number {
    const sign = this.source.charAt(at);
    if (sign === '{') {
      this.openGroup();
      return at + 1;
    }
    if (sign === '}') {
      this.closeGroup();
      return at + 1;
    }
    if (sign === '\\') return this.control(at);
    plainText.lastIndex = at;
    const run = plainText.exec(this.source)?.[0];
    if (run === undefined) return at + 1;
    const passed = Math.min(this.pass, run.length);
    this.pass -= passed;
    if (passed < run.length) this.characters(run.slice(passed));
    return at + run.length;
  }

  private control(at: number): number {
    word.lastIndex = at;
    const found = word.exec(this.source);
    if (found) {
      const [whole, name = '', number] = found;
      if (name === 'bin') return at + whole.length + Math.max(0, Number(number ?? 0));
      if (this.pass > 0 && name !== 'u') this.pass--;
      else this.word(name, number === undefined ? null : Number(number));
      return at + whole.length;
    }
    const sign = this.source.charAt(at + 1);
    if (sign === "'") {
      const code = this.source.slice(at + 2, at + 4);
      if (!/^[\da-fA-F]{2}$/.test(code)) return at + 2;
      if (this.pass > 0) this.pass--;
      else this.characters(String.fromCharCode(Number.parseInt(code, 16)));
      return at + 4;
    }
    if (sign === '*') this.optional = true;
    else if (this.pass > 0) this.pass--;
    else if (sign === '~') this.text(' ');
    else if (sign === '_') this.text('\u2011');
    else if (sign === '\r' || sign === '\n') this.word('par', null);
    else if (sign === '\\' || sign === '{' || sign === '}') this.characters(sign);
    return at + 2;
  }

  private openGroup(): void {
    this.flush();
    this.pass = 0;
    this.depth++;
    if (this.depth > deepest) return;
    this.states.push(this.state);
    this.state = { ...this.state, opens: null };
    this.optional = false;
  }

  private closeGroup(): void {
    if (this.depth === 0) return;
    this.flush();
    this.pass = 0;
    this.optional = false;
    this.depth--;
    if (this.depth >= deepest) return;
    const closed = this.state;
    this.state = this.states.pop() ?? closed;
    if (closed.opens === 'note') this.page.closeNote((this.noteSigns.pop() ?? '').trim());
    else if (closed.opens === 'box') this.page.closeBox();
    else if (closed.opens === 'collected') this.endCollected(closed);
  }

  private endCollected({ destination, about }: State): void {
    const text = (this.collected.pop() ?? []).join('').replace(/\s+/g, ' ').trim();
    if (destination === 'aside' && text !== '' && !this.leftOut.some((left) => left.text === text && left.reason === about)) this.leftOut.push({ text, reason: about, page: null });
    else if (destination === 'information' && text !== '') this.properties[about] = text;
    else if (destination === 'instruction') this.instruction = text;
    else if (destination === 'styles' && text !== '') this.styles.set(this.styleNumber, { name: text.replace(/;$/, ''), outline: this.styleOutline });
  }

  private enter(destination: Destination, about = ''): void {
    this.flush();
    this.state.destination = destination;
    this.state.about = about;
    if (destination === 'aside' || destination === 'information' || destination === 'instruction' || destination === 'styles') {
      this.state.opens = 'collected';
      this.collected.push([]);
    }
  }

  private word(name: string, number: number | null): void {
    const optional = this.optional;
    this.optional = false;
    const { state } = this;
    if (name === 'u') {
      this.flush();
      this.text(String.fromCharCode(((number ?? 0) + 65_536) % 65_536));
      this.pass = state.fallback;
      return;
    }
    if (name === 'uc') {
      state.fallback = Math.min(16, Math.max(0, number ?? 1));
      return;
    }
    if (state.destination === 'skip') {
      // The Unicode form of a text stands beside its older form.
      if (name === 'ud' && state.about === 'upr') this.enter('text');
      return;
    }
    if (this.destination(name, optional)) return;
    const character = characters.get(name);
    if (character !== undefined) this.text(character);
    else if (state.destination === 'fonts') this.fontWord(name, number);
    else if (state.destination === 'styles') this.styleWord(name, number);
    else if (state.destination === 'text' || state.destination === 'label') this.format(name, number);
    else if (name === 'par' || name === 'line') this.text(' ');
    if (state.about === 'created') this.dateWord(name, number);
  }

  /** Whether the word names a destination; then the rest of the group belongs to it. */
  private destination(name: string, optional: boolean): boolean {
    const { state } = this;
    const aside = asides.get(name);
    const information = informations.get(name);
    if (name === 'pict') this.pictures++;
    if (name === 'fonttbl') this.enter('fonts');
    else if (name === 'stylesheet') {
      this.flush();
      state.destination = 'styles';
    } else if (name === 'upr') this.enter('skip', 'upr');
    else if (skipped.has(name)) this.enter('skip');
    else if (aside !== undefined) this.enter('aside', aside);
    else if (name === 'info') {
      this.flush();
      state.destination = 'information';
    } else if (state.destination === 'information' && information !== undefined) this.enter('information', information);
    else if (state.destination === 'information' && name === 'creatim') state.about = 'created';
    else if (name === 'fldinst') this.enter('instruction');
    else if (name === 'fldrslt') state.link = linkOf(this.instruction);
    else if (name === 'listtext' || name === 'pntext') this.enter('label');
    else if (name === 'footnote') this.openFlow('note');
    else if (name === 'shptxt') this.openFlow('box');
    else if (name === 'ud' || name === 'shpinst') return true;
    else if (optional && !readOptional.has(name)) this.enter('skip');
    else return false;
    return true;
  }

  private openFlow(opens: 'note' | 'box'): void {
    this.flush();
    this.state.opens = opens;
    this.state.destination = 'text';
    this.state.link = null;
    if (opens === 'note') this.noteSigns.push('');
    this.page.openFlow();
  }

  private fontWord(name: string, number: number | null): void {
    if (name === 'f') this.fontNumber = number ?? 0;
    else if (name === 'fcharset') this.fonts.set(this.fontNumber, charsetEncoding(number ?? 0));
    else if (name === 'cpg' && number !== null) this.fonts.set(this.fontNumber, codePageEncoding(number));
  }

  private styleWord(name: string, number: number | null): void {
    // Each style is a group of its own inside the style sheet.
    if (this.state.opens === null) {
      this.enter('styles');
      this.styleNumber = 0;
      this.styleOutline = 0;
    }
    if (name === 's') this.styleNumber = number ?? 0;
    // Styles of characters have other numbers.
    else if (name === 'cs' || name === 'ds' || name === 'ts') this.styleNumber = -1;
    else if (name === 'outlinelevel') this.styleOutline = (number ?? 9) + 1;
  }

  private dateWord(name: string, number: number | null): void {
    const two = String(number ?? 0).padStart(2, '0');
    if (name === 'yr' && number !== null && number > 1900) this.properties['created'] = String(number);
    else if ((name === 'mo' || name === 'dy') && this.properties['created']) this.properties['created'] += `-${two}`;
  }

  private format(name: string, number: number | null): void {
    const { state, paragraph } = this;
    const on = number !== 0;
    this.flush();
    switch (name) {
      case 'par':
      case 'sect':
      case 'nestrow':
        this.page.endParagraph(this.shape());
        break;
      case 'line':
        this.page.breakLine();
        break;
      case 'cell':
        this.page.endCell(this.shape());
        break;
      case 'row':
        this.page.endRow(this.isHeaderRow, this.merged);
        break;
      case 'trowd':
        this.isHeaderRow = false;
        this.merged = [];
        this.isMerged = false;
        break;
      case 'trhdr':
        this.isHeaderRow = true;
        break;
      case 'clmrg':
        this.isMerged = true;
        break;
      case 'cellx':
        this.merged.push(this.isMerged);
        this.isMerged = false;
        break;
      case 'pard':
        this.paragraph = { style: 0, outline: 0, level: 0, isList: false, inTable: false };
        break;
      case 'intbl':
        paragraph.inTable = on;
        break;
      case 's':
        paragraph.style = number ?? 0;
        break;
      case 'outlinelevel':
        paragraph.outline = (number ?? 9) + 1;
        break;
      case 'ls':
        paragraph.isList = on;
        break;
      case 'ilvl':
        paragraph.level = Math.max(0, number ?? 0);
        break;
      case 'plain':
        Object.assign(state, { bold: false, italic: false, position: null, hidden: false });
        break;
      case 'b':
        state.bold = on;
        break;
      case 'i':
        state.italic = on;
        break;
      case 'super':
        state.position = on ? 'sup' : null;
        break;
      case 'sub':
        state.position = on ? 'sub' : null;
        break;
      case 'nosupersub':
        state.position = null;
        break;
      case 'v':
        state.hidden = on;
        break;
      case 'htmlrtf':
        // Rich Text made of a web page: what stands between is only for programs that cannot read it.
        state.hidden = on;
        break;
      case 'deleted':
        state.deleted = on;
        this.changes++;
        break;
      case 'revised':
        this.changes++;
        break;
      case 'f':
        state.encoding = this.fonts.get(number ?? 0) ?? null;
        break;
      case 'ansicpg':
        this.bytes.encoding = codePageEncoding(number ?? 1252);
        break;
      case 'mac':
        this.bytes.encoding = 'macintosh';
        break;
      case 'pc':
        this.bytes.encoding = 'cp437';
        break;
      case 'pca':
        this.bytes.encoding = 'cp850';
        break;
      case 'chftn':
        this.noteSign();
        break;
      default:
    }
  }

  /** The counted sign of a note: where it is called, and at its beginning. */
  private noteSign(): void {
    const sign = String(this.page.noteCount + 1);
    if (this.noteSigns.length === 0) this.page.add(sign, { bold: false, italic: false, position: 'sup', link: null });
    else this.noteSigns[this.noteSigns.length - 1] = sign;
  }

  private shape(): Shape {
    const { style, outline, level, isList, inTable } = this.paragraph;
    const { name = '', outline: styleOutline = 0 } = this.styles.get(style) ?? {};
    const named = /^(?:heading|überschrift|titre|título|titolo|заголовок) ?([1-9])$/iu.exec(name)?.[1];
    const heading = Number(named ?? (outline || styleOutline));
    return {
      kind: /^title$/i.test(name) ? 'title' : /^caption$/i.test(name) ? 'caption' : /^(?:intense )?quote$|^quotations?$/i.test(name) ? 'quote' : 'paragraph',
      heading: heading >= 1 && heading <= 9 ? Math.min(6, heading) : 0,
      list: isList ? level + 1 : 0,
      inTable,
    };
  }

  private characters(run: string): void {
    if (this.state.destination === 'skip' || this.state.destination === 'fonts') return;
    this.bytes.add(run, this.state.encoding, (text) => this.text(text));
  }

  private flush(): void {
    this.bytes.flush((text) => this.text(text));
  }

  private text(text: string): void {
    const { state } = this;
    switch (state.destination) {
      case 'text':
        if (state.deleted || state.hidden) this.remove(text, state.deleted ? 'deleted text of tracked changes' : 'hidden text');
        else {
          this.endRemoved();
          this.page.add(text, state);
        }
        return;
      case 'label':
        this.page.label(text);
        return;
      case 'aside':
      case 'information':
      case 'instruction':
      case 'styles':
        this.collected.at(-1)?.push(text);
        return;
      default:
    }
  }

  private remove(text: string, reason: string): void {
    if (reason !== this.removedReason) this.endRemoved();
    this.removed += text;
    this.removedReason = reason;
  }

  private endRemoved(): void {
    if (this.removed.trim() !== '') this.leftOut.push({ text: this.removed.trim(), reason: this.removedReason, page: null });
    this.removed = '';
  }
}

/** The address in the instruction of a field, when it is a link to the web. */
function linkOf(instruction: string): string | null {
  const address = /HYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]+)/i.exec(instruction)?.[1] ?? '';
  return /^(?:https?|mailto):/i.test(address) ? address : null;
}
