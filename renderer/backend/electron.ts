// What the Electron shell offers the page beyond the channel; null in a browser. Nothing here names a path.

export type ElectronShell = {
  host: 'electron';
  platform: string;
  /** A command of the native menu was chosen. */
  onCommand: (listener: (id: string) => void) => void;
  /** Shows the system's dialog; answers whether a project was opened. */
  openProjectFile: () => Promise<boolean>;
  createProjectFile: () => Promise<boolean>;
  /** Shows the keys the analyst set in the native menu; by command, what the menu does not know is passed over. */
  showKeys?: (changes: { readonly [id: string]: readonly string[] }) => void;
  /** Shows the system's dialog and watches the chosen folder; answers its name, null when none was chosen or it cannot be watched. */
  chooseWatchedFolder?: () => Promise<string | null>;
};

declare global {
  interface Window {
    annals?: ElectronShell;
  }
}

export function electron(): ElectronShell | null {
  // A test of what is shown in words has no window.
  return (globalThis.window as Window | undefined)?.annals ?? null;
}
