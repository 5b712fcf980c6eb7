// Cables of our own invention, in the forms real ones take. No sentence of them comes from a published cable.

/** A confidential cable in two sections: page banner in a sentence, repeated section head, exception, comment inside a paragraph, table, quotation. */
export const confidentialCable = `VZCZCXYZ0004
OO RUEHWEB RUEHAST
RUEHBI

DE RUEHNT #0412/01 0671520
ZNY CCCCC ZZH
O 071520Z MAR 08
FM AMEMBASSY TASHKENT
TO RUEHC/SECSTATE WASHDC IMMEDIATE 9401
INFO RUCNCIS/CIS COLLECTIVE PRIORITY 3311
XMT AMEMBASSY MINSK
RUEHAST/USOFFICE ALMATY 0077
C O N F I D E N T I A L SECTION 01 OF 02 TASHKENT 000412

SIPDIS

NOFORN

DEPT FOR SCA/CEN AND DRL/ILCSR
LABOR FOR ILAB - J. DOE

E.O. 12958: DECL: 03/06/2018
TAGS: ELAB PHUM KTIP OVIP (ROE, RICHARD) UZ
SUBJECT: (C) COTTON HARVEST: MINISTRY PROMISES A LIST OF SCHOOLS, US-
FUNDED MONITORS WAIT

REF: A. TASHKENT 388
     B. 07 TASHKENT 2001 AND 1998
     C. DOE-ROE E-MAIL 03/05/08

Classified By: Economic Officer Jane Doe for reasons 1.4 (b) and (d).

-------
SUMMARY
-------

1. (C) The ministry told us it would hand over a list of the schools
whose pupils left class for the fields. Monitors wait in the capital.
End summary.

-----------------------
What the ministry said
-----------------------

2. (SBU) The deputy minister received us on March 6. He listed three
measures, all of them described in ref B:

-- a letter to every district that names the person in charge of the
schools;

-- a telephone line for parents.

He said that the list would follow within two weeks, and that
TASHKENT 00000412  002 OF 002

the districts had already answered. Comment: We have seen no answer.
End comment.

3. (C) The figures he gave are these:

   District      Schools     Pupils
   North              12        340
   South               9        212

C O N F I D E N T I A L SECTION 02 OF 02 TASHKENT 000412

SIPDIS

NOFORN

E.O. 12958: DECL: 03/06/2018
TAGS: ELAB PHUM KTIP OVIP (ROE, RICHARD) UZ

4. (U) Begin text of the letter:

The heads of the schools shall keep every pupil in class.

End text.

5. (C) Comment: A list is a beginning. We will ask again, see reftels A
and C. End comment.
NORLAND

CONFIDENTIAL
NNNN
`;

/** A short unclassified cable with the page's lines written as "Label: value". */
export const shortCable = `Reference ID: 09ACCRA77
Created: 2009-01-28 09:05
Released: 2011-08-30 01:44
Classification: UNCLASSIFIED//FOR OFFICIAL USE ONLY
Origin: Embassy Accra
VZCZCXRO1111
RR RUEHMA
DE RUEHAR #0077 0280905
ZNR UUUUU ZZH
R 280905Z JAN 09
FM AMEMBASSY ACCRA
TO RUEHC/SECSTATE WASHDC 7501
UNCLAS ACCRA 000077

SENSITIVE
SIPDIS

E.O. 12958: N/A
TAGS: ELAB ETRD GH
SUBJECT: COCOA: A SURVEY BEGINS

1. (SBU) Field teams left for the western districts on Monday.

2. (SBU) They will return in June.
BRISTOW
`;

/** The short cable as a page of the web site, with character codes, links and pilcrows. */
export const htmlCable = `<!DOCTYPE html><html><head><title>Cable</title></head><body>
<h3>Viewing cable 09ACCRA77, COCOA: A SURVEY BEGINS</h3>
<table class='cable'>
<tr><th>Reference ID</th><th>Created</th><th>Released</th><th>Classification</th><th>Origin</th></tr>
<tr><td><a href='/cable/2009/01/09ACCRA77.html'>09ACCRA77</a></td><td><a href='/date/2009-01_0.html'>2009-01-28 09:05</a></td><td><a href='/reldate/2011-08-30_0.html'>2011-08-30 01:44</a></td><td><a href='/classification/1_0.html'>UNCLASSIFIED</a></td><td><a href='/origin/38_0.html'>Embassy Accra</a></td></tr>
</table>
<code><pre>VZCZCXRO1111&#x000A;RR RUEHMA&#x000A;DE RUEHAR #0077 0280905&#x000A;ZNR UUUUU ZZH&#x000A;R 280905Z JAN 09&#x000A;FM AMEMBASSY ACCRA&#x000A;TO RUEHC/SECSTATE WASHDC 7501</pre></code>
<code><pre>UNCLAS ACCRA 000077 &#x000A;&#x000A;SIPDIS &#x000A;&#x000A;E.O. 12958: N/A &#x000A;TAGS: ELAB ETRD GH &#x000A;SUBJECT: COCOA: A SURVEY BEGINS &#x000A;&#x000A;<a id='par1' href='#par1'>&para;</a>1. The minister&#8217;s office opened the season \\&#x000A;on Monday. &#x000A;&#x000A;&para;2. It closes in June. &#x000A;BRISTOW</pre></code>
</body></html>`;

/** The short cable as a row of the table of cables. */
export const csvCable = `"41","1/28/2009 9:05","09ACCRA77","Embassy Accra","UNCLASSIFIED","08ACCRA1500|08STATE99","VZCZCXRO1111
DE RUEHAR #0077 0280905
R 280905Z JAN 09
FM AMEMBASSY ACCRA
TO RUEHC/SECSTATE WASHDC 7501","UNCLAS ACCRA 000077

TAGS: ELAB ETRD GH
SUBJECT: COCOA: \\"A SURVEY\\" BEGINS
REF: 08 ACCRA 1500

1. Field teams, three of them, left on Monday.
BRISTOW"
"42","1/29/2009 9:05","09ACCRA78","Embassy Accra","UNCLASSIFIED","","","UNCLAS ACCRA 000078"
`;

/** What is published when the routing header was kept back. */
export const partialCable = `Reference ID
Created
Classification
Origin
09LIMA12
2009-01-05 21:15
CONFIDENTIAL
Embassy Lima
This record is a partial extract of the original cable. The full text of the original cable is not available.
C O N F I D E N T I A L LIMA 000012

E.O. 12958: DECL: 01/05/2019
TAGS: PREL ELAB PE
SUBJECT: MINING TOWNS ASK FOR SCHOOLS

REF: LIMA 3853

1. (C) Summary. Three towns wrote to the ministry. End summary.

2. (S) They have had no reply.
`;

/** Everything in the wrong order, half of it damaged: labels without their first letter, TAGS before E.O., header glued, no banner. */
export const damagedCable = `AGS: ELAB PHUMKTIP GH
E.O.1295: NA
UBJECT: FISHING VILLAGES COUNT THEIR PUPILSREF: A. ACCRA 1201 B. LOME 77
ACCRA 00000099 001.2 OF 001
1.(SBU)Teachers counted.
3. (SBU) They counted again.
`;
