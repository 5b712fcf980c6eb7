import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { importTexts } from '/work/main/tests/support/backend.ts';
import { cableText } from '/work/main/tests/support/cables.ts';
import { accessibilityFaults, closeBrowser, openWorkbench } from '/work/main/tests/support/workbench.ts';
afterAll(closeBrowser);
it('stress', async () => {
  const { page, goto, backend, faults } = await openWorkbench({ theme: 'light' });
  const posts = ['BAKU','ANKARA','TBILISI','ASTANA','TASHKENT','BISHKEK','DUSHANBE','ASHGABAT','MOSCOW','KABUL','STATE','ISLAMABAD','RIODEJANEIRO'];
  let seed = 7; const random = () => ((seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648);
  const texts: Record<string,string> = {}; const made: string[] = [];
  const all = Array.from({length:300},(_,i)=>({ time: Date.UTC(2003,0,1)+random()*7*365*864e5, post: posts[Math.floor(random()*random()*posts.length)]! })).sort((a,b)=>a.time-b.time);
  const counters = new Map<string,number>();
  for (const {time,post} of all) {
    const d = new Date(time); const y=d.getUTCFullYear(); const key=post+y; const serial=(counters.get(key)??10)+Math.floor(random()*90)+1; counters.set(key,serial);
    const refs = Array.from({length:Math.floor(random()*4)},()=> random()<0.75 && made.length ? made[Math.max(0,made.length-1-Math.floor(random()*40))]! : `${String(y).slice(2)} ${posts[Math.floor(random()*posts.length)]} ${Math.floor(random()*3000)+1}`);
    made.push(`${String(y).slice(2)} ${post} ${serial}`);
    texts[`${made.length}.txt`] = cableText({ year:y, post, serial, date:d.toISOString().slice(0,10), subject:`HARVEST REPORT NUMBER ${made.length}`, tags:'ELAB PHUM', refs, body:['(U) Summary: as refs A and B say. End summary.','(U) More.'] });
  }
  const t0=performance.now(); await importTexts(backend, texts); console.log('import', performance.now()-t0);
  const t1=performance.now(); const g=await backend.call('cables.graph',{}); console.log('graph', performance.now()-t1, g.nodes.length, g.edges.length);
  await goto('/cables'); await page.locator('.cables-mark').first().waitFor();
  await page.screenshot({path:'/tmp/shots-cables/stress.png'});
  await page.locator('.cables-mark').nth(150).click();
  const t2=performance.now(); for (let i=0;i<20;i++) await page.keyboard.press('ArrowRight'); console.log('20 arrows', performance.now()-t2);
  await page.screenshot({path:'/tmp/shots-cables/stress-chosen.png'});
  for (let i=0;i<4;i++) await page.keyboard.press('+');
  await page.screenshot({path:'/tmp/shots-cables/stress-zoom.png'});
  await page.setViewportSize({width:1024,height:700}); await page.emulateMedia({colorScheme:'dark'});
  await page.screenshot({path:'/tmp/shots-cables/stress-dark.png'});
  console.log(await accessibilityFaults(page)); expect(faults).toEqual([]);
}, 180000);
