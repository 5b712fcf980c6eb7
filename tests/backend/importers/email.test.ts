// Mails: heads as fields, the body in its better version, attachments handed on; Outlook's files like those that travel.

import { describe, expect, it } from 'vitest';
import { emailImporter } from '../../../shared/backend/importers/email.ts';
import { hasSoundChains } from '../../../shared/backend/importers/email/compound-file.ts';
import { chooseImporter } from '../../../shared/backend/importers/index.ts';
import { lostWords, refusalOf, troubleWithDamage } from '../../support/damaged.ts';
import { hostileText } from '../../support/hostile.ts';
import { outlookMail } from '../../support/packages.ts';
import { shapes, unsoundness } from '../../support/parsed-document.ts';

const bytes = (text: string) => new TextEncoder().encode(text.replace(/\n/g, '\r\n'));
const read = (mail: string | Uint8Array, name = 'mail.eml') => emailImporter.parse({ name, bytes: typeof mail === 'string' ? bytes(mail) : mail });

const heads = `Return-Path: <ana@example.org>
From: =?utf-8?q?Ana_P=C3=A9rez?= <ana@example.org>
To: "Rassendyll, R." <r@example.org>, Team: c@example.org, d@example.org;
Cc: e@example.org
Subject: =?utf-8?b?UmVwb3J0IMOpdMOp?=
Date: Tue, 3 Mar 2020 10:00:00 +0000
Message-ID: <1@example.org>
MIME-Version: 1.0
`;
const mixed = `${heads}Content-Type: multipart/mixed; boundary=outer

--outer
Content-Type: multipart/alternative; boundary=inner

--inner
Content-Type: text/plain; charset=utf-8

Dear colleague,
the figures are attached. Plain words only here.
--inner
Content-Type: text/html; charset=utf-8

<style>p{color:red}</style><p>Dear colleague,</p><p>the <b>figures</b> are attached.</p><blockquote><p>You wrote before.</p></blockquote><table><tr><th>Year</th><th>Count</th></tr><tr><td>2019</td><td>12</td></tr></table><script>alert(1)</script>
--inner--
--outer
Content-Type: text/csv; name="figures.csv"
Content-Transfer-Encoding: base64

YSxiCjEsMgo=
--outer
Content-Type: message/rfc822

From: old@example.org
Subject: Older mail

Old words
--outer
Content-Type: image/png; name=logo.png
Content-ID: <logo>

x
--outer
Content-Type: application/pkcs7-signature; name=smime.p7s

x
--outer--
`;

describe('a mail', () => {
  it('has its heads as fields, its text with quotations and tables, and hands its attachments on', async () => {
    const document = await read(mixed);
    expect(shapes(document)).toEqual([
      'title: Report été',
      'field: From: Ana Pérez <ana@example.org>',
      'field: To: Rassendyll, R. <r@example.org>, Team: c@example.org, d@example.org',
      'field: Cc: e@example.org',
      'field: Date: Tue, 3 Mar 2020 10:00:00 +0000',
      'field: Attachments: figures.csv, attachment-2.eml',
      'paragraph: Dear colleague,',
      'paragraph: the figures are attached.',
      'quote: You wrote before.',
      'table-row: Year\tCount',
      'table-row: 2019\t12',
    ]);
    expect(document.blocks.find(({ kind }) => kind === 'quote')?.role).toBe('quoted');
    expect(document.properties).toEqual({ title: 'Report été', author: 'Ana Pérez', created: '2020-03-03T10:00:00.000Z' });
    expect(document.files?.map(({ name, bytes: content }) => [name, new TextDecoder().decode(content).slice(0, 8)])).toEqual([['figures.csv', 'a,b\n1,2\n'], ['attachment-2.eml', 'From: ol']]);
    expect(unsoundness(document)).toEqual([]);
  });

  it('keeps what it does not show as left out', async () => {
    const { leftOut } = await read(mixed);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['only in the plain version of the mail', 'picture in the mail', 'signature of the mail', 'heads of the mail for programs']);
    expect(leftOut[0]?.text).toContain('Plain words only here.');
  });

  it('reads plain mails, with quotations and other encodings', async () => {
    const latin = Uint8Array.from([...bytes(`${heads}Content-Type: text/plain; charset=iso-8859-1\n\nR`), 0xe9, ...bytes('sum\n\n> You wrote\n> this.\n')]);
    expect(shapes(await read(latin)).slice(5)).toEqual(['paragraph: Résum', 'quote: You wrote this.']);
    const japanese = bytes(`${heads}Content-Type: text/plain; charset=iso-2022-jp\n\n\u001b$BF|K\\\u001b(B`);
    expect((await read(japanese)).text).toContain('日本');
  });

  it('is found by its heads under any name, and is not seen in letters and cables', async () => {
    expect((await chooseImporter({ name: 'saved.txt', bytes: bytes(mixed) })).id).toBe('email');
    expect((await chooseImporter({ name: 'mail.eml', bytes: bytes('From: a@example.org\nSubject: b\n\nc') })).id).toBe('email');
    expect((await chooseImporter({ name: 'mail.eml', bytes: bytes('Just a text.\nWith lines.') })).id).toBe('text');
    expect((await chooseImporter({ name: 'form.txt', bytes: bytes('From: the ministry\nSubject: harvest\n\nWords.') })).id).toBe('text');
  });
});

const outlook = outlookMail({
  '__properties_version1.0': new Uint8Array(32),
  '__substg1.0_0037001F': 'Report été',
  '__substg1.0_1000001F': 'Dear colleague,\r\nthe figures are attached.',
  '__substg1.0_0C1A001F': 'Ana Pérez',
  '__substg1.0_5D01001F': 'ana@example.org',
  '__substg1.0_007D001F': 'Received: from a by b\r\nX-Origin: test',
  '__recip_version1.0_#00000000': { '__properties_version1.0': new Uint8Array(8), '__substg1.0_3001001F': 'R. Rassendyll', '__substg1.0_39FE001F': 'r@example.org' },
  '__attach_version1.0_#00000000': { '__properties_version1.0': new Uint8Array(8), '__substg1.0_3707001F': '../figures.csv', '__substg1.0_37010102': bytes('a,b\n1,2') },
});

describe('a mail of Outlook', () => {
  it('reads like one that travels', async () => {
    expect((await chooseImporter({ name: 'a.bin', bytes: outlook })).id).toBe('email');
    const document = await read(outlook, 'mail.msg');
    expect(shapes(document)).toEqual(['title: Report été', 'field: From: Ana Pérez <ana@example.org>', 'field: To: R. Rassendyll <r@example.org>', 'field: Attachments: .._figures.csv', 'paragraph: Dear colleague,', 'paragraph: the figures are attached.']);
    expect(new TextDecoder().decode(document.files?.[0]?.bytes)).toBe('a,b\r\n1,2');
    expect(lostWords(document, ['X-Origin: test'])).toEqual([]);
  });

  it('is refused when its chains run in circles', async () => {
    expect(hasSoundChains(outlook)).toBe(true);
    const view = new DataView(outlook.slice().buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    for (let sector = 0; sector < 4; sector++) view.setUint32(table + sector * 4, (sector + 1) % 4, true);
    expect((await refusalOf(emailImporter, 'a.msg', new Uint8Array(view.buffer))).code).toBe('unreadable-file');
  });

  it('ends in a document or a UserError, whatever it is changed to', { timeout: 60_000 }, async () => {
    expect(await troubleWithDamage(emailImporter, 'a.msg', outlook, 150)).toEqual([]);
  });
});

describe('a bad mail', () => {
  it('is told when it is encrypted or nests beyond sense', { timeout: 60_000 }, async () => {
    expect((await refusalOf(emailImporter, 'a.eml', bytes(`${heads}Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nx`))).code).toBe('encrypted-file');
    const nested = Array.from({ length: 300 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`).join('');
    expect((await refusalOf(emailImporter, 'a.eml', bytes(heads + nested))).code).toBe('unreadable-file');
  });

  it('loses no word of hostile texts and runs none', async () => {
    const document = await read(`${heads}\n${hostileText.join('\n\n')}`);
    expect(lostWords(document, ['onerror', 'gnp.exe', 'HYPERLINK', '督察员'])).toEqual([]);
    expect(unsoundness(document)).toEqual([]);
  });

  it('reads one with no body, no end or ten thousand parts', { timeout: 60_000 }, async () => {
    expect((await read(heads)).text).toContain('Report été');
    expect((await read(mixed.slice(0, 1_200))).text).toContain('Report été');
    const parts = Array.from({ length: 10_000 }, (_, i) => `--b\nContent-Type: text/csv; name=a.csv\n\nx${i}\n`).join('');
    const { files } = await read(`${heads}Content-Type: multipart/mixed; boundary=b\n\n${parts}--b--`);
    expect(new Set(files?.map(({ name }) => name)).size).toBe(10_000);
  });

  it('ends in a document or a UserError, whatever it is changed to', { timeout: 60_000 }, async () => {
    expect(await troubleWithDamage(emailImporter, 'a.eml', bytes(mixed), 90)).toEqual([]);
  });
});
