// scratch
import { chromium } from 'playwright';
import { mkdtempSync } from 'node:fs';
import { openBackend } from '../shared/backend/backend.ts';
import { serveWeb } from '../shared/hosts/web.ts';
import { resourcesDirectory } from './support/backend.ts';
import { sharedBytes } from './support/shared.ts';
const workspaceDirectory = mkdtempSync('/tmp/obs/ws-');
const backend = await openBackend({ workspaceDirectory, projectFile: null, resourcesDirectory, workers: 2 });
await backend.call('projects.create', { name: 'Shots' });
const names = ['KAZ','UZB'].flatMap((c)=>[2014,2015,2016,2017,2018,2019,2020,2021].map((y)=>`${c}-${y}.pdf`));
const { runId } = await backend.call('imports.add', { files: names.map((name) => ({ name, bytes: sharedBytes('corpus','ilab',name) })) });
await backend.call('imports.wait', { runId });
const docs = await backend.call('documents.list', {});
const d2020 = docs.find((d) => d.country==='KAZ' && d.year===2020)!;
await backend.call('observations.correct', { documentId: d2020.id, indicator: 'enforcement.labor_worksite_inspections', year: 2020, status: 'value', value: 229, reason: 'The page says 229 in the text below the table.' });
const host = await serveWeb({ backend, rendererDirectory: '/tmp/out-observations', port: 0, host: '127.0.0.1' });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run'] });
for (const [theme, w, h] of [['light',1440,900],['dark',1440,900],['light',1024,700],['dark',1024,700]] as const) {
  const ctx = await browser.newContext({ viewport: { width: w, height: h }, colorScheme: theme, reducedMotion: 'reduce' });
  const page = await ctx.newPage();
  page.on('console', (m) => m.type()==='error' && console.log('console', m.text()));
  page.on('pageerror', (e) => console.log('pageerror', e.message));
  await page.goto(host.url);
  await page.waitForSelector('.shell');
  const origin = `http://127.0.0.1:${host.port}`;
  await page.goto(`${origin}/compare?country=KAZ&part=indicators`);
  await page.waitForSelector('.matrix');
  const n = `${theme}-${w}`;
  await page.screenshot({ path: `/tmp/obs/a-${n}.png` });
  await page.goto(`${origin}/compare?country=KAZ&part=indicators&row=enforcement.labor_worksite_inspections:2020`);
  await page.waitForSelector('.matrix-active');
  await page.waitForTimeout(300);
  await page.screenshot({ path: `/tmp/obs/b-${n}.png` });
  await page.goto(`${origin}/compare?country=UZB&part=indicators&row=enforcement.criminal_convictions:2019`);
  await page.waitForSelector('.matrix-active');
  await page.locator('.matrix-active').hover();
  await page.waitForTimeout(500);
  await page.screenshot({ path: `/tmp/obs/c-${n}.png` });
  if (w === 1440) {
    await page.getByRole('tab', { name: 'Data card' }).click();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `/tmp/obs/d-${n}.png` });
    await page.getByRole('tab', { name: 'Value', exact: true }).click();
    await page.getByRole('button', { name: 'Correct…' }).first().click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: `/tmp/obs/e-${n}.png` });
  }
  await ctx.close();
}
await browser.close(); await host.close(); await backend.close();
