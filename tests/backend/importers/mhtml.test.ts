// Saved web pages: the page out of its envelope, frames kept aside, address and title known.

import { describe, expect, it } from 'vitest';
import { chooseImporter } from '../../../shared/backend/importers/index.ts';
import { mhtmlImporter } from '../../../shared/backend/importers/mhtml.ts';
import { lostWords, refusalOf, troubleWithDamage } from '../../support/damaged.ts';
import { shapes, unsoundness } from '../../support/parsed-document.ts';

const bytes = (text: string) => new TextEncoder().encode(text.replace(/\n/g, '\r\n'));
const read = (text: string) => mhtmlImporter.parse({ name: 'page.mhtml', bytes: bytes(text) });

const heads = `From: <Saved by Blink>
Snapshot-Content-Location: https://example.org/harvest
Subject: =?utf-8?Q?Harvest=20=E2=80=93=20news?=
Date: Tue, 3 Mar 2020 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="b"

`;
const page = `${heads}--b
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://example.org/harvest

<!DOCTYPE html><html><head><meta http-equiv=3D"Content-Type" content=3D"text/html; charset=3DUTF-8"></head><body><nav>Home</nav><main><h1>The harvest</h1><p>It was=20=C3=A9norme, says <a href=3D"/law">the law</a>.</p></main></body></html>
--b
Content-Type: text/html
Content-Location: https://example.org/frame

<html><body><p>Words in a frame.</p></body></html>
--b
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://example.org/a.png

iVBORw0KGgo=
--b--
`;

describe('a saved page', () => {
  it('is read like the page it holds', async () => {
    const document = await read(page);
    expect(shapes(document)).toEqual(['title: The harvest', 'paragraph: It was énorme, says the law.']);
    expect(document.properties).toMatchObject({ title: 'Harvest – news', address: 'https://example.org/harvest' });
    expect(document.leftOut.map(({ text, reason }) => `${reason}: ${text}`)).toEqual(['navigation of the page: Home', 'page inside the page: Words in a frame.']);
    expect(document.files ?? []).toEqual([]);
    expect(unsoundness(document)).toEqual([]);
  });

  it('is found by its heads, and mails are not', async () => {
    expect((await chooseImporter({ name: 'page.txt', bytes: bytes(page) })).id).toBe('mhtml');
    expect((await chooseImporter({ name: 'page.mht', bytes: bytes(page) })).id).toBe('mhtml');
    expect((await chooseImporter({ name: 'a.eml', bytes: bytes('From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>x') })).id).toBe('email');
  });
});

describe('a bad saved page', () => {
  it('is refused in a sentence when there is no page in it', async () => {
    expect(await refusalOf(mhtmlImporter, 'a.mhtml', bytes(heads))).toMatchObject({ code: 'unreadable-file' });
  });

  it('is read as far as it goes when it is cut short', async () => {
    const document = await read(page.slice(0, page.indexOf('</main>')));
    expect(lostWords(document, ['The harvest', 'énorme'])).toEqual([]);
  });

  it('ends in a document or a UserError, whatever it is changed to', { timeout: 60_000 }, async () => {
    expect(await troubleWithDamage(mhtmlImporter, 'a.mhtml', bytes(page), 90)).toEqual([]);
  });
});
