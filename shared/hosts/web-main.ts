// Entry of the web host's bundle: reads its flags and runs it.

import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { UserError } from '../core/user-error.ts';
import { runProgram } from './exit.ts';
import { runWebHost } from './web-program.ts';

await runProgram(async () => {
  const { values } = parseArgs({ options: { project: { type: 'string' }, port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } } });
  await runWebHost({ projectFile: values.project === undefined ? null : resolve(values.project), port: readPort(values.port), open: !values['no-open'] });
});

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new UserError('invalid-input', `“${text}” is no port.`, 'A port is a number from 0 to 65535; 0 takes a free one.');
  return port;
}
