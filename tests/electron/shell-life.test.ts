// How the desktop program begins and ends, and what it does when its backend process does not: the real main and preload
// bundles with a double in Electron's place.

import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createClient } from '../../shared/rpc/client.ts';
import { inTree } from '../../shared/tasks/tree.ts';
import { temporaryFolder } from '../support/folder.ts';
import { pageChannel } from '../support/electron-double/page-channel.ts';
import { clientOf, describeWithChromium, killBackend, launchForTest, prepareQuietTree } from '../support/electron-double/shells.ts';

prepareQuietTree();

describeWithChromium('the screen in the window', () => {
  it('shows the open project, and shows it again after the backend process crashed', async () => {
    const shell = launchForTest({ mainFile: inTree('out', 'main', 'main.js'), words: ['--project', join(temporaryFolder(), 'Seen on the screen.annals')] });
    const seen = (): Promise<boolean> => shell.page(() => document.body.innerText.includes('Seen on the screen'));
    await shell.until(seen);
    expect(await shell.main(({ openWindows }) => openWindows()[0]?.webContents.getURL())).toMatch(/^app:\/\/annals\//);
    await killBackend(shell);
    await shell.until(() => shell.main(({ utilityProcessIds }) => utilityProcessIds().length === 1));
    await shell.until(seen);
    expect(await shell.main(({ shown }) => shown.dialogs)).toEqual([]);
  });
});

describeWithChromium('the backend process', () => {
  it('is started again after a crash, with the same project, in which is all that was answered', async () => {
    const shell = launchForTest({ words: ['--project', join(temporaryFolder(), 'crash.annals')] });
    for (const name of ['once', 'twice']) {
      const channel = await pageChannel(shell);
      const lost = new Promise<void>((resolve) => channel.onClose(resolve));
      const client = createClient(channel);
      await client.call('projects.rename', { name });
      await killBackend(shell);
      // The page is told: its port closes, and the screen asks for a new one.
      await lost;
      expect(await (await clientOf(shell)).call('projects.current', {})).toMatchObject({ name, fileName: 'crash.annals' });
    }
    expect(shell.output()).toContain('the backend process ended unexpectedly');
    expect(await shell.main(({ shown }) => shown.dialogs)).toEqual([]);
  });

  it('asks before it is started once more, when it crashes again and again', async () => {
    const shell = launchForTest();
    await shell.main(({ nextAnswers }) => void nextAnswers.push({ response: 0 }));
    for (let crash = 1; crash <= 4; crash += 1) {
      const id = await killBackend(shell);
      await shell.until(() => shell.main(({ utilityProcessIds }, ended) => utilityProcessIds().some((now) => now !== ended), id));
    }
    const told = await shell.until(() => shell.main(({ shown }) => shown.dialogs[0]));
    expect(told.options).toMatchObject({ buttons: ['Try again', 'Quit'], detail: expect.stringContaining('saved') as unknown });
    expect(await (await clientOf(shell)).call('projects.list', {})).toEqual([]);
  });

  it('tells why the project of the command line cannot be opened, and opens the window without one', async () => {
    const shell = launchForTest({ words: ['--project', join(temporaryFolder(), 'no', 'folder', 'x.annals')] });
    const client = await clientOf(shell);
    expect(await client.call('projects.current', {})).toBeNull();
    const told = await shell.until(() => shell.main(({ shown }) => shown.dialogs[0]));
    expect(told).toMatchObject({ kind: 'message', options: { message: expect.stringContaining('x.annals') as unknown } });
  });
});

describeWithChromium('a machine that cannot run it', () => {
  it('is told so by the program, once, before it ends', async () => {
    const folder = temporaryFolder();
    const home = join(folder, 'a file where the folder should be');
    writeFileSync(home, '');
    const shell = launchForTest({ environment: { ANNALS_HOME: home } });
    expect(await shell.exited).toBe(0);
    expect(shell.output()).not.toContain('ended unexpectedly');
    expect(shell.output()).toContain('dialog: The folder in which Annals keeps projects and settings cannot be written.');
  });
});

describeWithChromium('the program', () => {
  it('closes the project in good order when it is quit', async () => {
    const folder = temporaryFolder();
    const words = ['--project', join(folder, 'kept.annals')];
    const first = launchForTest({ words });
    await (await clientOf(first)).call('projects.rename', { name: 'Kept' });
    expect(await first.quit()).toBe(0);
    // One file: no log of unfinished writing and no lock beside it.
    expect(readdirSync(folder)).toEqual(['kept.annals']);
    const client = await clientOf(launchForTest({ words }));
    expect(await client.call('projects.current', {})).toMatchObject({ name: 'Kept' });
    expect((await client.call('projects.check', {})).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('ends when its window is closed, and opens it again where it stood', async () => {
    const userData = temporaryFolder();
    const first = launchForTest({ userData });
    await first.page(() => true);
    await first.main(({ openWindows }) => {
      const window = openWindows()[0];
      Object.assign(window?.given ?? {}, { x: 40, y: 30, width: 1200, height: 700 });
      window?.maximize();
      setImmediate(() => window?.close());
    });
    expect(await first.exited).toBe(0);
    const second = launchForTest({ userData });
    await second.page(() => true);
    expect(await second.main(({ openWindows }) => [openWindows()[0]?.given, openWindows()[0]?.state.maximized])).toEqual([expect.objectContaining({ x: 40, y: 30, width: 1200, height: 700 }), true]);
  });

  it('is there once: a second start brings the window to the front, opens its project there, and ends', async () => {
    const folder = temporaryFolder();
    const first = launchForTest({ userData: folder });
    const client = await clientOf(first);
    await first.main(({ openWindows }) => Object.assign(openWindows()[0]?.state ?? {}, { minimized: true }) && undefined);
    const second = launchForTest({ userData: folder, words: ['--project', join(folder, 'asked for.annals')] });
    expect(await second.exited).toBe(0);
    await first.until(async () => (await client.call('projects.current', {}))?.fileName === 'asked for.annals');
    expect(await first.main(({ openWindows }) => openWindows()[0]?.state)).toMatchObject({ visible: true, focused: 1, minimized: false });
  });
});
