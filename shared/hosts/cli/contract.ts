// `annals call METHOD JSON` and `annals methods`: the contract by itself.

import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { UserError } from '../../core/user-error.ts';
import { contract } from '../../rpc/contract.ts';
import { print, printJson, printTable } from './output.ts';
import { type CommonOptions, withBackend, withProject } from './session.ts';

/** Methods that need no open project run without one, so that `call projects.list` works on a new machine. */
const withoutProject = /^(?:projects\.(?:list|create|open|openSample|openFile)|settings\.|imports\.inspect$)/;

/** `-` reads the JSON from standard input. {"$file": path} and {"$base64": text} in it stand for bytes. */
export async function callMethod(method: string, json: string, options: CommonOptions): Promise<void> {
  const input = await fillBytes(parse(json === '-' ? await text(process.stdin) : json));
  const run = !options.project && withoutProject.test(method) ? withBackend : withProject.bind(null, options);
  await run(async (backend) => {
    const output = await backend.callUnchecked(method, input, 'host');
    if (options.json || !process.stdout.isTTY) printJson(output);
    else print(JSON.stringify(output, null, 2));
  });
}

export function listMethods({ json }: CommonOptions): void {
  const methods = Object.entries(contract).map(([name, { kind, summary, reads, hostOnly, input }]) => ({ name, kind, summary, reads, hostOnly, input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) }));
  if (json) printJson(methods);
  else printTable(['method', 'kind', 'what it does'], methods.map(({ name, kind, summary }) => [name, kind, summary]));
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    throw new UserError('invalid-input', `The input is no JSON (${error instanceof Error ? error.message : String(error)}).`, `Quote it for the shell, such as '{"id": "…"}'.`);
  }
}

async function fillBytes(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(fillBytes));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only?.[0] === '$base64' && typeof only[1] === 'string') return new Uint8Array(Buffer.from(only[1], 'base64'));
  if (entries.length === 1 && only?.[0] === '$file' && typeof only[1] === 'string') return readBytes(only[1]);
  const filled: Record<string, unknown> = {};
  for (const [key, item] of entries) Object.defineProperty(filled, key, { value: await fillBytes(item), enumerable: true, writable: true, configurable: true });
  return filled;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new UserError('not-found', `There is no file “${path}” that can be read.`);
  }
}
