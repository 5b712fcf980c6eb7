// Reads which file imports which, by a parser: comments and strings cannot fool it, and imports of types count like others.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'rolldown/utils';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** One source file: its path from the root with "/", what it imports, and which files it starts as threads or processes, as written. */
export type SourceFile = { path: string; text: string; imports: string[]; starts: string[] };

const skippedFolders = ['node_modules', 'out', 'release', '.git'];

/** Paths from the root of all files of the project itself, with "/". */
export function projectFiles(): string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!skippedFolders.includes(entry.name)) walk(path);
      } else if (entry.isFile()) files.push(relative(root, path).split(sep).join('/'));
    }
  };
  walk(root);
  return files.sort();
}

export function isSource(path: string): boolean {
  return /\.(?:ts|tsx|mjs|cjs|js)$/.test(path);
}

export function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  return parseImports(path, text);
}

/** Every module a text names: import and export declarations, import(), import types, require(); and new URL(…, import.meta.url). */
export function parseImports(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text);
  const worst = errors[0];
  if (worst) throw new Error(`${path} cannot be parsed: ${worst.message}`);
  const imports = new Set<string>();
  const starts = new Set<string>();
  visit(program, (node) => {
    const source = sourceOf(node);
    if (source !== null) imports.add(source);
    const entry = entryOf(node);
    if (entry !== null) starts.add(entry);
  });
  return { path, text, imports: [...imports], starts: [...starts] };
}

type Node = { type: string; [field: string]: unknown };

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see);
    return;
  }
  if (!isNode(value)) return;
  see(value);
  for (const field of Object.values(value)) if (typeof field === 'object') visit(field, see);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function sourceOf(node: Node): string | null {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node['source'] ?? node['argument']);
    case 'TSExternalModuleReference':
      return literal(node['expression']);
    case 'CallExpression':
      return nameOf(node['callee']) === 'require' ? literal(firstOf(node['arguments'])) : null;
    default:
      return null;
  }
}

/** The file of a worker or child: an import in all but name, and yet no circle when it imports the types of its starter. */
function entryOf(node: Node): string | null {
  if (node.type !== 'NewExpression' || nameOf(node['callee']) !== 'URL' || !isNode(secondOf(node['arguments']))) return null;
  const name = literal(firstOf(node['arguments']));
  // Other files are data.
  return name !== null && /^\.{1,2}\/.*\.(?:ts|tsx|mjs)$/.test(name) ? name : null;
}

function literal(node: unknown): string | null {
  if (isNode(node) && node.type === 'TSLiteralType') return literal(node['literal']);
  return isNode(node) && node.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : null;
}

function nameOf(node: unknown): string | null {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : null;
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? (list as unknown[])[0] : null;
}

function secondOf(list: unknown): unknown {
  return Array.isArray(list) ? (list as unknown[])[1] : null;
}

/** The file that a relative import means, from the root with "/"; null for packages and for what is no source ("./grid.css?inline"). */
export function targetOf(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = posix.normalize(posix.join(dirname(from), specifier.replace(/\?.*$/, '')));
  return isSource(target) ? target : null;
}

/** Relative imports of a file that lead nowhere. */
export function deadImports({ path, imports, starts }: SourceFile): string[] {
  return [...imports, ...starts].filter((specifier) => specifier.startsWith('.') && !existsSync(join(root, dirname(path), specifier.replace(/\?.*$/, ''))));
}

/** Circles of files, each once; empty when there are none. (Tarjan 1972: strongly connected components.) */
export function cycles(files: readonly SourceFile[]): string[][] {
  const targets = new Map(files.map(({ path, imports }) => [path, imports.map((specifier) => targetOf(path, specifier)).filter((target) => target !== null)]));
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const enter = (path: string): void => {
    order.set(path, order.size);
    low.set(path, order.get(path) ?? 0);
    stack.push(path);
    for (const target of targets.get(path) ?? []) {
      if (!targets.has(target)) continue;
      if (!order.has(target)) enter(target);
      if (stack.includes(target)) low.set(path, Math.min(low.get(path) ?? 0, low.get(target) ?? 0));
    }
    if (low.get(path) !== order.get(path)) return;
    const circle = stack.splice(stack.indexOf(path));
    if (circle.length > 1 || (targets.get(path) ?? []).includes(path)) circles.push(circle);
  };
  for (const path of targets.keys()) if (!order.has(path)) enter(path);
  return circles;
}

/** The files that can be reached from one by imports, itself included. */
export function reachable(files: readonly SourceFile[], from: string): Set<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const waiting = [from];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const file = byPath.get(path);
    if (!file || seen.has(path)) continue;
    seen.add(path);
    for (const specifier of [...file.imports, ...file.starts]) {
      const target = targetOf(path, specifier);
      if (target !== null) waiting.push(target);
    }
  }
  return seen;
}
