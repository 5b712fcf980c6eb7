// The window and its page, run by the real main and preload bundles with a double in Electron's place (its README says what
// that proves): what the page gets, and what it may not do.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ElectronShell } from '../../renderer/backend/electron.ts';
import type { Client } from '../../shared/rpc/client.ts';
import type { BackendEvent } from '../../shared/rpc/contract.ts';
import { inTree } from '../../shared/tasks/tree.ts';
import type { Shell } from '../support/electron-double/launch.ts';
import { clientOf, describeWithChromium, launch, launchForTest, prepareQuietTree } from '../support/electron-double/shells.ts';

prepareQuietTree();

describeWithChromium('the window', () => {
  let shell: Shell;
  let client: Client;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'annals-shell-'));
    shell = launch({ userData: folder, words: ['--project', join(folder, 'first.annals')] });
    client = await clientOf(shell);
  });
  afterAll(async () => {
    shell.kill();
    await shell.exited;
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens once, in a sandbox, without Node, and is shown when the page is there', async () => {
    const [sandboxed, windows, visible] = await shell.main(({ app, shown, openWindows }) => [app.sandboxed, shown.windows, openWindows()[0]?.state.visible]);
    expect(sandboxed).toBe(true);
    expect(visible).toBe(true);
    expect(windows).toEqual([
      expect.objectContaining({
        show: false,
        backgroundColor: paperOf('light'),
        width: 1440,
        height: 900,
        webPreferences: expect.objectContaining({ contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, session: 'default' }) as unknown,
      }),
    ]);
  });

  it('gives the page what only the system has, and neither Node nor a path', async () => {
    const seen = await shell.page(() => ({ annals: Object.keys(window.annals ?? {}), host: window.annals?.host, node: ['require', 'process', 'Buffer', 'module'].filter((name) => name in window) }));
    const members: (keyof ElectronShell)[] = ['host', 'platform', 'onCommand', 'showKeys', 'openProjectFile', 'createProjectFile', 'chooseWatchedFolder'];
    expect(seen).toEqual({ annals: members, host: 'electron', node: [] });
  });

  it('has a port over which the application answers, in objects and bytes', async () => {
    expect(await client.call('projects.current', {})).toMatchObject({ name: 'first', fileName: 'first.annals' });
    const { id } = await client.call('briefs.create', { title: 'Länder 🌍 “2021”' });
    const { bytes } = await client.call('briefs.export', { id, format: 'markdown' });
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect(new TextDecoder().decode(bytes)).toContain('Länder 🌍 “2021”');
  });

  it('hears on the port what changed', async () => {
    const events: BackendEvent[] = [];
    const end = client.subscribe((event) => events.push(event));
    await client.call('projects.rename', { name: 'Renamed' });
    await shell.until(() => Promise.resolve(events.length > 0));
    end();
    expect(events[0]).toMatchObject({ type: 'changed', label: expect.stringContaining('Renam') as unknown, canUndo: true });
  });

  it('refuses the page what takes a path of the machine', async () => {
    await expect(client.call('projects.openFile', { path: '/etc/hosts' })).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('gives a page that asks twice two ports, which both answer', async () => {
    const second = await clientOf(shell);
    expect(await second.call('projects.current', {})).toMatchObject({ fileName: 'first.annals' });
    client = second;
  });

  it('answers no frame inside the page and no page from elsewhere', async () => {
    const handed = await shell.main(({ ipcMain }) => {
      const ports: string[] = [];
      const ask = (url: string, parent: object | null): void => {
        const sender = { isDestroyed: () => false, postMessage: () => ports.push(url) };
        ipcMain.deliver('annals:connect', { sender, senderFrame: { url, parent } }, []);
      };
      ask('app://annals/library', {});
      ask('https://app.example/', null);
      ask('app://print/1', null);
      ipcMain.deliver('annals:connect', { sender: {}, senderFrame: null }, []);
      ask('app://annals/library', null);
      return ports;
    });
    expect(handed).toEqual(['app://annals/library']);
    const chosen = await shell.main(async ({ ipcMain, shown }) => {
      const answer = await ipcMain.ask('annals:open-project-file', { senderFrame: { url: 'https://app.example/', parent: null } }, []);
      return [answer, shown.dialogs.length];
    });
    expect(chosen).toEqual([false, 0]);
  });

  it('leaves for no other address, whoever asks', async () => {
    const before = await shell.page(() => window.location.href);
    const ways = [
      () => window.location.assign('https://elsewhere.example/'),
      () => document.body.insertAdjacentHTML('beforeend', '<a id="out" href="https://elsewhere.example/">out</a>'),
      () => document.querySelector<HTMLAnchorElement>('#out')?.click(),
      () => document.body.insertAdjacentHTML('beforeend', '<iframe src="https://elsewhere.example/"></iframe>'),
    ];
    for (const way of ways) {
      await shell.page(way);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect(await shell.page(() => window.location.href)).toBe(before);
    const prevented = await shell.main(({ openWindows }) => {
      const event = (url: string) => ({ url, prevented: 0, preventDefault: function () { this.prevented += 1; } });
      const [redirect, webview] = [event('app://annals/'), event('app://annals/')];
      openWindows()[0]?.webContents.emit('will-redirect', redirect);
      openWindows()[0]?.webContents.emit('will-attach-webview', webview, {}, {});
      return [redirect.prevented, webview.prevented];
    });
    expect(prevented).toEqual([1, 1]);
  });

  it('opens no windows', async () => {
    await shell.page(() => {
      window.open('about:blank');
      window.open('/library', 'x', 'popup');
      document.body.insertAdjacentHTML('beforeend', '<a id="new" target="_blank" rel="opener" href="/library">new</a>');
      document.querySelector<HTMLAnchorElement>('#new')?.click();
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await shell.main(({ openWindows }) => openWindows().length)).toBe(1);
  });

  it('offers a link to the outside to the system’s browser, and asks first', async () => {
    const click = async (address: string, answer: number): Promise<void> => {
      await shell.main(({ nextAnswers, shown }, response) => {
        shown.dialogs.length = 0;
        nextAnswers.splice(0, nextAnswers.length, { response });
      }, answer);
      await shell.page((href) => {
        const anchor = Object.assign(document.createElement('a'), { href, target: '_blank', rel: 'noreferrer noopener' });
        document.body.append(anchor);
        anchor.click();
      }, address);
      await new Promise((resolve) => setTimeout(resolve, 200));
    };
    await click('https://source.example/report?y=2021', 1);
    expect(await shell.main(({ shown }) => [shown.dialogs[0]?.options.detail, shown.external])).toEqual(['https://source.example/report?y=2021', []]);
    await click('https://source.example/report?y=2021', 0);
    expect(await shell.main(({ shown }) => shown.external)).toEqual(['https://source.example/report?y=2021']);
    for (const address of ['file:///etc/hosts', 'ms-settings:', '/library', `https://source.example/${'x'.repeat(2000)}`]) {
      await click(address, 0);
      expect(await shell.main(({ shown }) => [shown.dialogs.length, shown.external.length]), address).toEqual([0, 1]);
    }
    await shell.main(({ nextAnswers, shown }) => {
      shown.dialogs.length = nextAnswers.length = 0;
    });
    expect(await shell.main(({ openWindows }) => openWindows().length)).toBe(1);
  });

  it('reaches no other machine, even when the program itself were led there', async () => {
    const failed = await shell.page(() => fetch('https://elsewhere.example/').then(() => false, () => true));
    expect(failed).toBe(true);
    const stopped = await shell.main(({ BrowserWindow }) => {
      const window = new BrowserWindow({ show: false });
      return window.loadURL('https://elsewhere.example/').then(() => false, (error: unknown) => String(error)).finally(() => window.destroy());
    });
    expect(stopped).toContain('BLOCKED_BY_CLIENT');
    expect(await shell.main(({ session }) => session.defaultSession.leaked)).toEqual([]);
  });

  it('asks the system for nothing but to copy text', async () => {
    const refused = await shell.page(async () => {
      const outcome = (asked: Promise<unknown>): Promise<string> => asked.then(() => 'granted', (error: Error) => error.name);
      return {
        place: await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('granted'), ({ code }) => resolve(code))),
        notes: await Notification.requestPermission(),
        camera: await outcome(navigator.mediaDevices.getUserMedia({ video: true })),
        read: await outcome(navigator.clipboard.readText()),
        copy: await outcome(navigator.clipboard.writeText('KAZ 2021, p. 5')),
      };
    });
    expect(refused).toEqual({ place: 1, notes: 'denied', camera: 'NotAllowedError', read: 'NotAllowedError', copy: 'granted' });
    expect(await shell.main(({ session }) => ['hid', 'usb', 'serial'].map((deviceType) => session.defaultSession.grantsDevice({ deviceType })))).toEqual([false, false, false]);
  });

  it('lets exports leave and nothing else be downloaded', async () => {
    await shell.page(() => {
      const save = (address: string, name: string): void => {
        const anchor = document.createElement('a');
        anchor.href = address;
        anchor.download = name;
        anchor.click();
      };
      save(URL.createObjectURL(new Blob(['brief'])), 'brief.md');
      save('/index.html', 'page.html');
    });
    const downloads = await shell.until(async () => {
      const seen = await shell.main(({ session }) => session.defaultSession.downloads);
      return seen.length >= 2 && seen;
    });
    expect(downloads.map(({ url, allowed }) => [url.replace(/[0-9a-f-]{36}/, 'ID'), allowed])).toEqual([['blob:app://annals/ID', true], ['app://annals/index.html', false]]);
  });

  it('sends the command of a chosen menu item to the page', async () => {
    await shell.page(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      window.annals?.onCommand((id) => heard.push(id));
    });
    const label = await shell.main(({ shown }) => {
      const item = shown.menu.flatMap(({ submenu = [] }) => submenu).find(({ id }) => id === 'help.shortcuts');
      item?.click?.();
      return item?.label;
    });
    expect(label).toBe('Keyboard shortcuts');
    expect(await shell.until(() => shell.page(() => 'heard' in window && Array.isArray(window.heard) && window.heard[0] as string))).toBe('help.shortcuts');
  });

  it('shows the keys the analyst set in the menu, and passes over what makes no sense', async () => {
    const accelerator = (id: string) => shell.main(({ shown }, wanted) => shown.menu.flatMap(({ submenu = [] }) => submenu).find((item) => item.id === wanted)?.accelerator ?? null, id);
    expect(await accelerator('import.files')).toBe('CmdOrCtrl+I');
    await shell.page(() => window.annals?.showKeys?.({ 'import.files': ['Alt+I'], 'no.command': ['K'], 'import.folder': ['nonsense'] }));
    expect(await shell.until(async () => (await accelerator('import.files')) === 'Alt+I')).toBe(true);
    expect(await accelerator('import.folder')).toBe('CmdOrCtrl+Shift+I');
    await shell.page(() => window.annals?.showKeys?.({}));
    expect(await shell.until(async () => (await accelerator('import.files')) === 'CmdOrCtrl+I')).toBe(true);
  });

  it('prints a brief to PDF in a hidden window without scripts', async () => {
    const { id } = await client.call('briefs.create', { title: 'To be printed' });
    await client.call('briefs.addBlock', { briefId: id, kind: 'text', text: 'Inspections fell in 2021.' });
    const { bytes } = await client.call('briefs.export', { id, format: 'pdf' });
    expect(new TextDecoder('latin1').decode(bytes.subarray(0, 5))).toBe('%PDF-');
    const [windows, open] = await shell.main(({ shown, openWindows }) => [shown.windows.at(-1), openWindows().length] as const);
    expect(windows).toEqual({ show: false, webPreferences: { session: 'own', javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, spellcheck: false } });
    expect(open).toBe(1);
  });

  it('opens a project chosen in the system’s dialog, and says why when it cannot, without telling the page a path', async () => {
    const choose = async (answer: object, how: 'openProjectFile' | 'createProjectFile'): Promise<boolean | undefined> => {
      await shell.main(({ nextAnswers }, next) => void nextAnswers.push(next), answer);
      return shell.page((name) => window.annals?.[name](), how);
    };
    expect(await choose({ canceled: true }, 'openProjectFile')).toBe(false);
    expect(await choose({ canceled: false, filePath: join(folder, 'second.annals') }, 'createProjectFile')).toBe(true);
    expect(await client.call('projects.current', {})).toMatchObject({ fileName: 'second.annals' });
    expect(await choose({ canceled: false, filePaths: [join(folder, 'no', 'folder', 'third.annals')] }, 'openProjectFile')).toBe(false);
    const told = await shell.main(({ shown }) => shown.dialogs.at(-1));
    expect(told).toMatchObject({ kind: 'message', options: { message: expect.stringContaining('third.annals') as unknown, detail: expect.stringMatching(/\S/) as unknown } });
    expect(await client.call('projects.current', {})).toMatchObject({ fileName: 'second.annals' });
  });

  it('watches a folder chosen in the system’s dialog: the page learns its name, and why not when it cannot', async () => {
    const choose = async (answer: object): Promise<string | null | undefined> => {
      await shell.main(({ nextAnswers }, next) => void nextAnswers.push(next), answer);
      return shell.page(() => window.annals?.chooseWatchedFolder?.());
    };
    expect(await choose({ canceled: true })).toBeNull();
    const inbox = mkdtempSync(join(folder, 'inbox-'));
    expect(await choose({ canceled: false, filePaths: [inbox] })).toBe(basename(inbox));
    expect(await client.call('watch.state', {})).toMatchObject({ folder: basename(inbox), state: 'watching' });
    expect(await choose({ canceled: false, filePaths: [join(folder, 'no folder')] })).toBeNull();
    const told = await shell.main(({ shown }) => shown.dialogs.at(-1));
    expect(told).toMatchObject({ kind: 'message', options: { message: expect.stringContaining('no folder') as unknown } });
    await client.call('watch.stop', {});
    expect(await client.call('watch.state', {})).toMatchObject({ folder: null });
  });

  it('comes back when the page crashes', async () => {
    await shell.page(() => Object.assign(window, { before: true }) && undefined);
    await shell.main(({ openWindows }) => void openWindows()[0]?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 }));
    await shell.until(() => shell.page(() => !('before' in window) && document.readyState === 'complete').catch(() => false));
    client = await clientOf(shell);
    expect(await client.call('projects.current', {})).toMatchObject({ fileName: 'second.annals' });
  });

  it('has dark paper before the first paint when the system is dark', async () => {
    const shell = launchForTest({ environment: { ANNALS_DOUBLE_DARK: '1' } });
    await shell.page(() => true);
    expect(await shell.main(({ openWindows }) => openWindows()[0]?.given.backgroundColor)).toBe(paperOf('dark'));
  });
});

/** The colour of the page in tokens.css; the dark block comes second. */
function paperOf(theme: 'light' | 'dark'): string | undefined {
  const [light, dark] = [...readFileSync(inTree('renderer', 'styles', 'tokens.css'), 'utf8').matchAll(/--paper:\s*(#[0-9a-f]{6})/g)].map(([, colour]) => colour);
  return theme === 'light' ? light : dark;
}
