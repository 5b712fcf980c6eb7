// Runs a task of this folder under the pinned Node with the pinned packages: `node ensure.mjs NAME ARGUMENTS`.
// Plain JavaScript for Node 20 or later, because it runs when nothing is installed yet. What the tasks do is theirs.

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tasks = fileURLToPath(new URL('.', import.meta.url));
const root = join(tasks, '..', '..');
const packages = join(root, 'node_modules');
const pinnedNode = join(packages, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** npm writes node_modules/.package-lock.json when an installation is complete: that is the stamp compared here. */
function isInstalled() {
  const installed = readPackages(join(packages, '.package-lock.json'));
  const wanted = Object.entries(readPackages(join(root, 'package-lock.json')));
  return wanted.length > 0 && existsSync(pinnedNode) && wanted.every(([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version);
}

function install() {
  console.log('Installing the packages of the lock file (npm ci) …');
  // npm is started by its script where known, because a shell would be needed for npm.cmd. It warns of packages that want the
  // newer Node, which is one of those it installs.
  const script = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : null;
  const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ELECTRON_SKIP_BINARY_DOWNLOAD: '1' } };
  const run = script ? spawnSync(process.execPath, [script, 'ci', '--loglevel=error'], options) : spawnSync('npm ci --loglevel=error', { ...options, shell: true });
  return run.status === 0;
}

/** The pinned Node, or this one when it is new enough to run the tasks; else the program ends with a sentence. */
function chooseNode() {
  if (isInstalled() || (install() && existsSync(pinnedNode))) return pinnedNode;
  const major = Number(process.versions.node.split('.')[0]);
  if (existsSync(join(packages, '.package-lock.json')) && major >= 24) {
    console.error(`Annals: the pinned Node could not be installed; Node ${process.versions.node} of this machine is used instead.`);
    return process.execPath;
  }
  console.error('Annals: the packages could not be installed. Look at the messages of npm above; with a connection to the npm registry, "npm ci" in this folder must succeed.');
  process.exit(1);
}

const [name, ...taskArguments] = process.argv.slice(2);
const task = join(tasks, `${name}.ts`);
if (!name || !/^[a-z]+$/.test(name) || !existsSync(task)) {
  console.error(`Annals: there is no task "${name ?? ''}".`);
  process.exit(1);
}

// The system's Node may be too old to load better-sqlite3, so the task and all it starts find the pinned one first.
const node = chooseNode();
const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
const path = [join(node, '..'), join(packages, '.bin'), process.env[pathKey]].filter(Boolean).join(delimiter);
// What was compiled once is kept, for this process and for the workers and programs it starts: half of their starting time.
const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(packages, '.cache', 'compiled');
const child = spawn(node, [task, ...taskArguments], { stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE, [pathKey]: path } });

// Signals are passed on and the child decides; Ctrl+C in a terminal reaches the child by itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
// npm passes a signal to its shell only, which dies of it and would leave us behind, holding the project.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
child.on('error', (error) => {
  console.error(`Annals: the pinned Node does not start (${error.message}). Delete node_modules and try again.`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
