// From what an analyst types to an FTS5 expression. AND by default; OR, NOT (or a leading -), "phrase", prefix*, brackets.
// FTS5's own syntax never leaks: every word and phrase is handed over quoted (SQLite documentation, "FTS5: full-text query syntax").

import { UserError } from './user-error.ts';

type Token = { type: 'word' | 'phrase' | 'and' | 'or' | 'not' | 'open' | 'close'; text: string; at: number; prefix: boolean };

type Node = { type: 'term'; text: string; prefix: boolean } | { type: 'not'; node: Node } | { type: 'and' | 'or'; nodes: Node[] };

/** Plurals that the stemmer does not fold; searching one finds the other. */
const irregular: readonly (readonly string[])[] = [
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
  ['person', 'people', 'persons'],
  ['labor', 'labour'],
  ['program', 'programme'],
  ['programs', 'programmes'],
];

/** Deeper brackets than this are a mistake. */
const deepest = 50;

/** Throws UserError('query-syntax') that says what is wrong and at which character. */
export function toFtsQuery(query: string): string {
  const tokens = tokenise(query);
  if (tokens.length === 0) throw syntax('There is nothing to look for.', 0, 'Type a word.');
  if (!tokens.some((token) => token.type === 'word' || token.type === 'phrase')) {
    throw syntax('There are only operators and no word to look for.', tokens[0]?.at ?? 0, 'AND, OR and NOT stand between words; put them in quotes to look for them.');
  }
  const parser = { tokens, next: 0, depth: 0 };
  const node = parseOr(parser);
  const left = tokens[parser.next];
  if (left) throw syntax('This closing bracket has no opening one.', left.at, 'Take it away, or put the words in quotes.');
  return write(node, tokens[0]?.at ?? 0);
}

/** The plain words of a query, for marking hits in an open document. */
export function wordsOf(query: string): string[] {
  return tokenise(query, true)
    .filter((token) => token.type === 'word' || token.type === 'phrase')
    .map((token) => token.text);
}

function tokenise(query: string, lenient = false): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|([()])|["“”„]([^"“”„]*)(["“”„])?(\*)?|([^\s()"“”„]+)/gu;
  for (const match of query.matchAll(pattern)) {
    const [whole, bracket, phrase, closing, phrasePrefix, word] = match;
    const at = match.index;
    if (bracket) tokens.push({ type: bracket === '(' ? 'open' : 'close', text: bracket, at, prefix: false });
    else if (phrase !== undefined) {
      if (!closing && !lenient) throw syntax('This quotation mark is not closed.', at, 'Close the phrase with another quotation mark.');
      if (hasLetters(phrase)) tokens.push({ type: 'phrase', text: phrase, at, prefix: phrasePrefix !== undefined });
    } else if (word !== undefined) tokens.push(...wordTokens(word, at));
    else if (whole.trim() !== '') throw syntax('This cannot be read.', at, '');
  }
  return tokens;
}

function wordTokens(word: string, at: number): Token[] {
  if (word === 'AND' || word === '&') return [{ type: 'and', text: word, at, prefix: false }];
  if (word === 'OR' || word === '|') return [{ type: 'or', text: word, at, prefix: false }];
  if (word === 'NOT' || word === '-') return [{ type: 'not', text: word, at, prefix: false }];
  const negated = word.startsWith('-');
  const body = negated ? word.slice(1) : word;
  const prefix = body.endsWith('*');
  const text = body.replace(/\*+$/u, '');
  // Signs alone ("***", "--") hold no word; they are passed over, as the index passes them over.
  if (!hasLetters(text)) return [];
  const token: Token = { type: 'word', text, at, prefix };
  return negated ? [{ type: 'not', text: '-', at, prefix: false }, token] : [token];
}

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

type Parser = { tokens: Token[]; next: number; depth: number };

function parseOr(parser: Parser): Node {
  const nodes = [parseAnd(parser)];
  while (parser.tokens[parser.next]?.type === 'or') {
    parser.next += 1;
    nodes.push(parseAnd(parser));
  }
  return nodes.length === 1 && nodes[0] ? nodes[0] : { type: 'or', nodes };
}

function parseAnd(parser: Parser): Node {
  const nodes: Node[] = [parseTerm(parser)];
  for (;;) {
    const token = parser.tokens[parser.next];
    if (!token || token.type === 'or' || token.type === 'close') break;
    if (token.type === 'and') parser.next += 1;
    nodes.push(parseTerm(parser));
  }
  return nodes.length === 1 && nodes[0] ? nodes[0] : { type: 'and', nodes };
}

function parseTerm(parser: Parser): Node {
  const token = parser.tokens[parser.next];
  const last = parser.tokens.at(-1);
  if (!token) throw syntax(`Something is missing after “${last?.text ?? ''}”.`, last?.at ?? 0, 'Add a word.');
  parser.next += 1;
  if (token.type === 'word' || token.type === 'phrase') return { type: 'term', text: token.text, prefix: token.prefix };
  if (token.type === 'not') return { type: 'not', node: parseTerm(parser) };
  if (token.type === 'open') {
    parser.depth += 1;
    if (parser.depth > deepest) throw syntax('The brackets are nested too deep.', token.at, 'Simplify the question.');
    const node = parseOr(parser);
    if (parser.tokens[parser.next]?.type !== 'close') throw syntax('This bracket is not closed.', token.at, 'Add a closing bracket.');
    parser.next += 1;
    parser.depth -= 1;
    return node;
  }
  throw syntax(`“${token.text}” stands where a word is expected.`, token.at, 'Put a word before it.');
}

function write(node: Node, at: number): string {
  if (node.type === 'term') return writeTerm(node);
  if (node.type === 'not') throw syntax('A question of only NOT would find nearly everything.', at, 'Add a word that must be there.');
  if (node.type === 'or') return `(${node.nodes.map((each) => write(each, at)).join(' OR ')})`;
  const wanted = node.nodes.filter((each) => each.type !== 'not');
  const unwanted = node.nodes.filter((each) => each.type === 'not');
  if (wanted.length === 0) throw syntax('A question of only NOT would find nearly everything.', at, 'Add a word that must be there.');
  const all = wanted.length === 1 && wanted[0] ? write(wanted[0], at) : `(${wanted.map((each) => write(each, at)).join(' AND ')})`;
  return unwanted.reduce((text, each) => `(${text} NOT ${write(each.type === 'not' ? each.node : each, at)})`, all);
}

function writeTerm({ text, prefix }: { text: string; prefix: boolean }): string {
  const group = prefix ? undefined : irregular.find((words) => words.includes(text.toLowerCase()));
  if (group) return `(${group.map(quote).join(' OR ')})`;
  return prefix ? `${quote(text)}*` : quote(text);
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""').replaceAll('\u0000', ' ')}"`;
}

function syntax(message: string, at: number, hint: string): UserError {
  return new UserError('query-syntax', `${message} (at character ${at + 1})`, hint);
}
