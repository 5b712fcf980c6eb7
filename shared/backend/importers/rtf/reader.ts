// Reads the groups and control words of Rich Text (RTF 1.9.1) in one pass, without recursion: text with its looks, code
// pages and Unicode escapes, destinations, tables, notes, fields.

import type { Element } from 'hast';
import type { LeftOut, Warning } from '../../../core/document.ts';
import { TextBytes } from './bytes.ts';
import { Formatting } from './formatting.ts';
import { RtfPage } from './page.ts';
import { initialState, type Destination, type State } from './state.ts';
import { DocumentTables } from './tables.ts';
import { asides, characters, codePageEncoding, informations, readOptional, skipped } from './words.ts';

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
  private readonly tables = new DocumentTables();
  private readonly formatting = new Formatting(this.page, this.tables);
  private readonly states: State[] = [];
  private state: State = { ...initialState };
  private depth = 0;
  private optional = false;
  private readonly leftOut: LeftOut[] = [];
  private readonly collected: string[][] = [];
  private noteSigns: string[] = [];
  private instruction = '';
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
    return { root, properties: this.tables.properties, leftOut: this.leftOut, warnings: this.warnings(isCut) };
  }

  private warnings(isCut: boolean): Warning[] {
    const warnings: Warning[] = [];
    if (isCut) warnings.push({ code: 'file-cut-short', message: 'The end of this file is missing; parts of the document may be missing too.' });
    if (this.changes > 0) warnings.push({ code: 'tracked-changes', message: 'The document has tracked changes; it was read as if all were accepted.' });
    if (this.pictures > 0) warnings.push({ code: 'pictures', message: `${this.pictures.toLocaleString('en')} ${this.pictures === 1 ? 'picture' : 'pictures'} of the document cannot be shown in the reading text.` });
    if (this.leftOut.some(({ reason }) => reason === 'comment')) warnings.push({ code: 'comments', message: 'The document has comments; they are not part of the reading text.' });
    return warnings;
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
    else if (destination === 'information' && text !== '') this.tables.properties[about] = text;
    else if (destination === 'instruction') this.instruction = text;
    else if (destination === 'styles' && text !== '') this.tables.closeStyle(text);
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
    else if (state.destination === 'fonts') this.tables.fontWord(name, number);
    else if (state.destination === 'styles') {
      // Each style is a group of its own inside the style sheet.
      if (state.opens === null) {
        this.enter('styles');
        this.tables.openStyle();
      }
      this.tables.styleWord(name, number);
    } else if (state.destination === 'text' || state.destination === 'label') this.format(name, number);
    else if (name === 'par' || name === 'line') this.text(' ');
    if (state.about === 'created') this.tables.dateWord(name, number);
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

  private format(name: string, number: number | null): void {
    const { state } = this;
    this.flush();
    switch (name) {
      case 'deleted':
        state.deleted = number !== 0;
        this.changes++;
        break;
      case 'revised':
        this.changes++;
        break;
      case 'f':
        state.encoding = this.tables.fontEncoding(number ?? 0);
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
        this.formatting.apply(name, number, state);
    }
  }

  /** The counted sign of a note: where it is called, and at its beginning. */
  private noteSign(): void {
    const sign = String(this.page.noteCount + 1);
    if (this.noteSigns.length === 0) this.page.add(sign, { bold: false, italic: false, position: 'sup', link: null });
    else this.noteSigns[this.noteSigns.length - 1] = sign;
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
