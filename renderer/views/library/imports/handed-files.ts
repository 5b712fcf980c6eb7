// Files as an analyst hands them in: by a file picker, a folder picker, or by dropping files and folders. Names keep the
// folders below the dropped one; nothing is read here, and the page never learns a path.

export type HandedFile = {
  /** "reports/2021/kazakhstan.pdf" */
  name: string;
  file: File;
};

export type HandedFiles = {
  files: HandedFile[];
  /** Files that systems put beside documents; named to the analyst, not handed in. */
  leftOut: string[];
  /** Files and folders the system would not open. */
  unreadable: string[];
};

const systemFile = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\.localized)$/i;

export function fromPicker(list: FileList | readonly File[]): HandedFiles {
  return sorted([...list].map((file) => ({ name: file.webkitRelativePath || file.name, file })), []);
}

/** Must be called while the drop event is handled: the entries are gone after it. */
export function fromDrop(transfer: DataTransfer): Promise<HandedFiles> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  // Some sources (a mail program, another page) give files without entries.
  if (entries.length === 0) return Promise.resolve(fromPicker(transfer.files));
  return fromEntries(entries);
}

export async function fromEntries(entries: readonly FileSystemEntry[]): Promise<HandedFiles> {
  const files: HandedFile[] = [];
  const unreadable: string[] = [];
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    // "/reports/2021/a.pdf": the path within what was dropped.
    const name = entry.fullPath.replace(/^\//, '');
    try {
      if (isFile(entry)) files.push({ name, file: await fileOf(entry) });
      else if (isFolder(entry)) for (const child of await childrenOf(entry)) await walk(child);
    } catch {
      unreadable.push(name);
    }
  };
  for (const entry of entries) await walk(entry);
  return sorted(files, unreadable);
}

function sorted(files: HandedFile[], unreadable: string[]): HandedFiles {
  const nameOf = (handed: HandedFile) => handed.name.split('/').at(-1) ?? '';
  const leftOut = files.filter((handed) => systemFile.test(nameOf(handed))).map((handed) => handed.name);
  const kept = files.filter((handed) => !systemFile.test(nameOf(handed)));
  return { files: kept.sort((left, right) => left.name.localeCompare(right.name, 'en', { numeric: true })), leftOut, unreadable };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  // One answer holds at most 100 entries; an empty one ends the folder.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
