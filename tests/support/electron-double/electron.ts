// What `import ... from 'electron'` gives the main bundle under test. A name that is not here is not modelled, and importing
// it is an error.

export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog, ipcMain, Menu, nativeTheme, screen, shell } from './system.ts';
export { MessageChannelMain } from './message-port.ts';
export { protocol, session } from './session.ts';
export { UtilityProcess as utilityProcess } from './utility-process.ts';

// Lets the test that started this process look inside.
import './control.ts';
