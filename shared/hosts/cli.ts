// The command line: each command is one call or a few. It only reads arguments and sends them where they belong.

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { anchorStates, listOrders, presences } from '../core/annotation-list.ts';
import { type BriefFormat, briefFormats } from '../core/brief.ts';
import { UserError } from '../core/user-error.ts';
import { documentKind } from '../rpc/contract/inputs.ts';
import { type AnnotationOptions, listAnnotations } from './cli/annotations.ts';
import { exportBrief, listBriefs } from './cli/briefs.ts';
import { backup, check, redo, showHistory, undo } from './cli/care.ts';
import { type CompareOptions, compareYears } from './cli/compare.ts';
import { type ContradictionOptions, listContradictions } from './cli/contradictions.ts';
import { callMethod, listMethods } from './cli/contract.ts';
import { importPaths } from './cli/import.ts';
import { type OcrOptions, recogniseText } from './cli/ocr.ts';
import { changeRuns, listRuns } from './cli/imports.ts';
import { type InspectOptions, inspect } from './cli/inspect.ts';
import { type SearchOptions, searchPassages } from './cli/search.ts';
import type { CommonOptions } from './cli/session.ts';
import { replaceDocument, rereadDocuments, type RereadOptions } from './cli/versions.ts';
import { watchFolder } from './cli/watch.ts';
import { runProgram } from './exit.ts';
import { runWebHost } from './web-program.ts';

await runProgram(async () => {
  try {
    await commandLine().parseAsync();
  } catch (error) {
    // Help and version also arrive here, with exit code 0; what was wrong has been said already.
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 1;
  }
});

function commandLine(): Command {
  const program = new Command('annals')
    .description('Import, search, compare and brief from the command line.')
    .option('--project <file>', 'the project file; made when it is not there (default: ANNALS_PROJECT, else the one last opened)')
    .option('--json', 'JSON for programs instead of text for people')
    .configureHelp({ showGlobalOptions: true })
    .exitOverride()
    .showHelpAfterError('(annals --help lists the commands)');
  addMainCommands(program);
  addImportCommands(program);
  addVersionCommands(program);
  addBriefCommands(program);
  addCareCommands(program);
  return program;
}

function addMainCommands(program: Command): void {
  program
    .command('import <path...>')
    .description('import files and folders, and print the ledger')
    .addOption(asOption())
    .action((paths: string[], _options, command: Command) => importPaths(paths, command.optsWithGlobals()));
  program
    .command('inspect [file...]')
    .description('say what Annals understands of files, without a project')
    .addOption(asOption())
    .option('--jsonl <file>', 'read {id, input, as, kind, …} a line instead, answer {id, result} a line; - is standard input')
    .action((files: string[], _options, command: Command) => inspect(files, command.optsWithGlobals<InspectOptions>()));
  program
    .command('search <query>')
    .description('find passages: AND by default; OR, NOT, "phrase", prefix*')
    .option('--country <iso3...>', 'only these countries')
    .option('--year <year...>', 'only these years', (text: string, years: number[] | undefined) => [...(years ?? []), wholeNumber(text)])
    .addOption(new Option('--kind <kind...>', 'only these kinds').choices(documentKind.options))
    .option('--limit <number>', 'how many passages', wholeNumber)
    .action((query: string, _options, command: Command) => searchPassages(query, command.optsWithGlobals<SearchOptions>()));
  program
    .command('compare')
    .description('compare editions of a country')
    .option('--country <iso3>', 'such as KAZ')
    .option('--years <years>', 'such as 2020,2021')
    .option('--documents <ids>', 'these documents instead')
    .option('--section <section>', 'only the section with this number or role')
    .action((_options, command: Command) => compareYears(command.optsWithGlobals<CompareOptions>()));
  program
    .command('contradictions')
    .description('values of a country that sources give differently')
    .option('--country <iso3>', 'such as KAZ')
    .option('--state <state>', 'only open, explained or accepted ones')
    .action((_options, command: Command) => listContradictions(command.optsWithGlobals<ContradictionOptions>()));
  program
    .command('annotations')
    .description('list or export the highlights of all documents')
    .option('--tag <name...>', 'with one of these tags, or a tag below it')
    .option('--exact-tag', 'not the tags below')
    .option('--country <iso3...>', 'of these countries')
    .option('--year <year...>', 'of these years')
    .option('--colour <colour...>', 'of these colours')
    .option('--author <name...>', 'of these authors')
    .option('--document <id...>', 'of these documents')
    .option('--text <words>', 'with all these words in the passage or the note')
    .addOption(new Option('--note <presence>', 'with or without a note').choices(presences))
    .addOption(new Option('--tagged <presence>', 'with or without a tag').choices(presences))
    .addOption(new Option('--used <presence>', 'with or without a finding they serve').choices(presences))
    .addOption(new Option('--place <state...>', 'whose place is exact, moved, doubtful or lost').choices(anchorStates))
    .addOption(new Option('--sort <order>', 'the order').choices(listOrders).default('country'))
    .addOption(new Option('--format <format>', 'as a file instead of a list; json are Web Annotations').choices(['csv', 'xlsx', 'json', 'md']))
    .option('--out <file>', 'the file; standard output when left out')
    .action((_options, command: Command) => listAnnotations(command.optsWithGlobals<AnnotationOptions>()));
  program
    .command('ocr [document...]')
    .description('recognise the text of scanned pages; without documents list them')
    .option('--all', 'every document with scanned pages')
    .option('--languages <codes...>', 'codes of Tesseract, such as eng fra (default: the settings, else eng)')
    .option('--again', 'also pages that have a recognised text already')
    .action((documents: string[], _options, command: Command) => recogniseText(documents, command.optsWithGlobals<OcrOptions>()));
  program
    .command('call <method> [json]')
    .description('call a method of the contract; - reads the JSON from standard input')
    .action((method: string, json: string | undefined, _options, command: Command) => callMethod(method, json ?? '{}', command.optsWithGlobals()));
  program
    .command('methods')
    .description('list the methods of the contract')
    .action((_options, command: Command) => listMethods(command.optsWithGlobals()));
  program
    .command('serve')
    .description('serve the workbench to a browser of this machine')
    .option('--port <number>', 'the port; 0 takes a free one', portNumber, 0)
    .option('--no-open', 'open no browser')
    .option('--watch <folder>', 'import what is in this folder and what appears in it; needs --project')
    .action((_options, command: Command) => {
      const { project, port, open, watch } = command.optsWithGlobals<CommonOptions & { port: number; open: boolean; watch?: string }>();
      return runWebHost({ projectFile: project ?? null, port, open, watchedFolder: watch ?? null });
    });
}

function addImportCommands(program: Command): void {
  const imports = program.command('imports').description('list the last imports; hold one, go on with it, or give it up');
  imports.action((_options, command: Command) => listRuns(command.optsWithGlobals()));
  const changes = { pause: 'hold an import, also over a restart', resume: 'go on with a held or interrupted import', cancel: 'give up what was not read yet' } as const;
  for (const action of ['pause', 'resume', 'cancel'] as const) {
    imports
      .command(`${action} [run]`)
      .description(`${changes[action]}; all that are open without a run`)
      .action((run: string | undefined, _options, command: Command) => changeRuns(action, run, command.optsWithGlobals()));
  }
  program
    .command('watch <folder>')
    .description('import what is in a folder and what appears in it, until Ctrl+C')
    .action((folder: string, _options, command: Command) => watchFolder(folder, command.optsWithGlobals()));
}

function addVersionCommands(program: Command): void {
  program
    .command('reread [document...]')
    .description('read documents with the current recogniser; without documents those an older one read')
    .option('--all', 'every document')
    .option('--even-if-lost', 'also where most highlights would be lost')
    .action((documents: string[], _options, command: Command) => rereadDocuments(documents, command.optsWithGlobals<RereadOptions>()));
  program
    .command('replace <document> <file>')
    .description('put a newer file under a document and place its highlights again')
    .option('--even-if-lost', 'also when it seems to be another document')
    .action((document: string, file: string, _options, command: Command) => replaceDocument(document, file, command.optsWithGlobals<RereadOptions>()));
}

function addBriefCommands(program: Command): void {
  const brief = program.command('brief').description('list and export briefs');
  brief
    .command('list')
    .description('list the briefs')
    .action((_options, command: Command) => listBriefs(command.optsWithGlobals()));
  brief
    .command('export <id>')
    .description('write a brief to a file')
    .requiredOption('--format <format>', 'docx, html, md or pdf', briefFormat)
    .requiredOption('--out <file>', 'the file; replaced when it is there')
    .action((id: string, _options, command: Command) => exportBrief(id, command.optsWithGlobals<CommonOptions & { format: BriefFormat; out: string }>()));
}

function addCareCommands(program: Command): void {
  program.command('undo').description('take back the newest step').action((_options, command: Command) => undo(command.optsWithGlobals()));
  program.command('redo').description('do the step last taken back again').action((_options, command: Command) => redo(command.optsWithGlobals()));
  program
    .command('history')
    .description('list what was done, newest first')
    .option('--limit <number>', 'how many steps', wholeNumber)
    .action((_options, command: Command) => showHistory(command.optsWithGlobals()));
  program
    .command('backup')
    .description('write a checked copy of the project')
    .option('--out <file>', 'where to; beside the project when left out')
    .action((_options, command: Command) => backup(command.optsWithGlobals()));
  program.command('check').description('check integrity, anchors and orphans').action((_options, command: Command) => check(command.optsWithGlobals()));
}

function asOption(): Option {
  return new Option('--as <kind>', 'read as this kind instead of the recognised one').choices(documentKind.options);
}

function briefFormat(text: string): BriefFormat {
  const format = text === 'md' ? 'markdown' : text;
  const known = briefFormats.find((candidate) => candidate === format);
  if (!known) throw new InvalidArgumentError('The formats are docx, html, md and pdf.');
  return known;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is expected.');
  return Number(text);
}

function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new UserError('invalid-input', `“${text}” is no port.`, 'A port is a number from 0 to 65535; 0 takes a free one.');
  return port;
}
