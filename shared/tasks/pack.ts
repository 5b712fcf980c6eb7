// `npm run pack`: builds, then packs the desktop program into release/. `-- --electron FOLDER` names the Electron to pack,
// `-- --output FOLDER` another place; `-- --installers` makes an installer as well, for which electron-builder fetches tools.

import { createReadStream, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Configuration, type PackagerOptions } from 'electron-builder';
import { findElectron } from './electron-binary.ts';
import { buildIfStale } from './stale.ts';
import { callersDirectory, inTree } from './tree.ts';

/** A mark in every Electron program beside its fuses (@electron/fuses, SENTINEL); a program without it has none to set. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

const flags = readFlags();
await buildIfStale();
await pack(flags.electron ? resolve(callersDirectory(), flags.electron) : installedElectron());

async function pack(given: string | null): Promise<void> {
  const electronDist = given ?? makeStandIn();
  const isReal = await hasFuses(electronDist);
  const output = flags.output ? resolve(callersDirectory(), flags.output) : inTree('release', ...(isReal ? [] : ['stand-in']));
  const config: Configuration = { electronDist, directories: { output }, ...(isReal ? {} : { electronFuses: null }) };
  const options: PackagerOptions = { projectDir: inTree(), config };
  const made = await build({ ...options, publish: 'never', dir: !flags.installers });
  console.log(isReal ? `Packed into ${output}.` : `No Electron program is here: ${output} shows what the package holds, but its program does not start. Name an Electron folder with --electron.`);
  for (const file of made) console.log(file);
}

/** The folder of the Electron that is installed, or null. */
function installedElectron(): string | null {
  const program = findElectron();
  if (!program) return null;
  return process.platform === 'darwin' ? resolve(program, '..', '..', '..', '..') : dirname(program);
}

/** A folder with the files electron-builder expects of Electron, none of which does anything. */
function makeStandIn(): string {
  const folder = inTree('out', 'electron-stand-in');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'));
  const program = process.platform === 'win32' ? 'electron.exe' : 'electron';
  writeFileSync(join(folder, program), '#!/bin/sh\necho "This stands in for Electron and does nothing." >&2\nexit 1\n', { mode: 0o755 });
  writeFileSync(join(folder, 'locales', 'en-US.pak'), '');
  return folder;
}

async function hasFuses(electronDist: string): Promise<boolean> {
  const onMac = join(electronDist, 'Electron.app', 'Contents', 'Frameworks', 'Electron Framework.framework', 'Electron Framework');
  const program = [onMac, join(electronDist, 'electron.exe'), join(electronDist, 'electron')].find((file) => existsSync(file));
  if (!program) throw new Error(`${electronDist} holds no Electron program.`);
  let before = '';
  for await (const part of createReadStream(program, { encoding: 'latin1' })) {
    const text = before + String(part);
    if (text.includes(fuseMark)) return true;
    // The mark may lie across two parts.
    before = text.slice(-fuseMark.length);
  }
  return false;
}

function readFlags(): { electron?: string; output?: string; installers?: boolean } {
  try {
    return parseArgs({ options: { electron: { type: 'string' }, output: { type: 'string' }, installers: { type: 'boolean' } } }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nThe flags are --electron FOLDER, --output FOLDER and --installers.`);
    process.exit(1);
  }
}
