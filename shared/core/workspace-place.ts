// Where projects, settings and the log of an account lie, by the custom of its operating system. Pure: it makes and reads nothing.

export type Platform = 'win32' | 'darwin' | (string & {});

/** A path that may still be relative to where the program was started: ANNALS_HOME is taken as given. Windows takes a plain slash too. */
export function workspacePlace(environment: Readonly<Record<string, string | undefined>>, platform: Platform, home: string): string {
  const given = environment['ANNALS_HOME'];
  if (given) return given;
  if (platform === 'win32') return `${environment['APPDATA'] || `${home}/AppData/Roaming`}/Annals`;
  if (platform === 'darwin') return `${home}/Library/Application Support/Annals`;
  // The XDG specification: a relative value is to be ignored.
  const data = environment['XDG_DATA_HOME'];
  return `${data?.startsWith('/') ? data : `${home}/.local/share`}/annals`;
}
