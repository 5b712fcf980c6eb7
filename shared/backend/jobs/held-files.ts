// Which of the files found inside a file are imported: within limits of nesting and number, under names that say where they
// lay ("archive.zip/folder/report.pdf"). It unpacks nothing.

import type { HeldFile, Warning } from '../../core/document.ts';

/** Mails in archives in mails go this deep at most; deeper ones are made to keep programs busy. */
const deepestNesting = 5;
/** Each step into a file adds a folder to the name, whatever the file is called. */
const deepestFolders = 40;
/** Lines of the ledger in one run, with files that were handed in by themselves. */
const mostFiles = 100_000;

const holdsFiles = /\.(?:zip|eml|msg)$/i;

/** `lines` is how many lines the run has so far. */
export function admitHeldFiles<File extends HeldFile>(holder: { fileName: string }, files: readonly File[], lines: number): { files: File[]; warnings: Warning[] } {
  if (files.length === 0) return { files: [], warnings: [] };
  const folders = holder.fileName.split('/');
  const nesting = Math.max(1, folders.filter((folder) => holdsFiles.test(folder)).length);
  if (nesting > deepestNesting || folders.length > deepestFolders) return refused('nested-too-deep', `It lies in files nested more than ${deepestNesting} deep; ${held(files)} not imported.`);
  if (lines + files.length > mostFiles) return refused('too-many-files', `This import has more than ${mostFiles.toLocaleString('en')} files; ${held(files)} not imported.`);
  return { files: files.map((file) => ({ ...file, name: `${holder.fileName}/${file.name}` })), warnings: [] };
}

function held(files: readonly HeldFile[]): string {
  return files.length === 1 ? 'the file in it was' : `the ${files.length.toLocaleString('en')} files in it were`;
}

function refused(code: string, message: string): { files: never[]; warnings: Warning[] } {
  return { files: [], warnings: [{ code, message }] };
}
