// Prints a finished HTML document to PDF in a hidden window without scripts, preload and network. It composes no HTML.

import { BrowserWindow, session, type Session } from 'electron';
import { appScheme } from './app-protocol.ts';
import { restrictSession } from './deny.ts';

/** Nothing is loaded but what the document itself carries. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Milliseconds: a brief of 500 pages takes a few seconds. */
const printTimeout = 120_000;

/** Documents on their way to the printer, by address: a data: address would be limited to 2 MB. */
const documents = new Map<string, string>();
let printSession: Session | null = null;
let lastDocument = 0;

/** The PDF's bytes. A4 unless the document's own @page rule says otherwise. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  lastDocument += 1;
  const address = `${appScheme.scheme}://print/${lastDocument}`;
  documents.set(address, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: preparedSession(), javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false },
  });
  try {
    return await withinTime(print(window, address));
  } finally {
    documents.delete(address);
    window.destroy();
  }
}

async function print(window: BrowserWindow, address: string): Promise<Uint8Array> {
  await window.loadURL(address);
  return window.webContents.printToPDF({ pageSize: 'A4', preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true });
}

/** In memory only, and apart from the screen's: it shares no storage with it. */
function preparedSession(): Session {
  if (printSession) return printSession;
  printSession = session.fromPartition('print');
  restrictSession(printSession, (address) => documents.has(address) || address.startsWith('data:'));
  printSession.protocol.handle(appScheme.scheme, ({ url }) => {
    const html = documents.get(url);
    return html === undefined ? new Response(null, { status: 404 }) : new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': contentPolicy } });
  });
  return printSession;
}

function withinTime<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('printing took too long')), printTimeout);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
