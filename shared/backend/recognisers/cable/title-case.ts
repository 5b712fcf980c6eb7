// Turns a subject printed in capitals into title case for display; the printed words stay the record. It knows acronyms by a list and by
// their letters (no vowel, brackets, a neighbour that is one), and leaves mixed case as the author wrote it.

import { tagEntry } from './tables.ts';

const SMALL_WORDS = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'but',
  'by',
  'for',
  'if',
  'in',
  'nor',
  'of',
  'on',
  'or',
  'the',
  'to',
  'v',
  'via',
  'vs',
  'en',
  'de',
  'del',
]);

/** Acronyms with vowels that cables use and the organization tags do not list. */
const ACRONYMS = new Set(
  (
    'ACP AGOA AMB AMCIT AMCITS ASAT AU BBC BIT BRIC BRICS CAFTA CAFTA-DR CEO CODEL CODELS COP COTE CSIS CT CWC DAS DCM DOJ DOL DPRK DROC DRC ECOWAS EEC EEZ EFTA EGF EPA ESDP ETA EU EUR EXBS FATA FATF FCO FDI FDP FM FTA FTAA FY GDP GOB ' +
    'GOC GOE GOF GOI GOJ GOK GOL GOM GON GOP GOS GOSS GOT GOU GOV GSP GTMO HIV HMG HRC IAEA IDP IDPS IED IEDS IFI IGAD ILO IMF INCSR IO IPR IRGC ISAF ISI ITAR IUU JCPOA KFOR KRG LNG LTTE MANPADS MCC MEP MEPS MEPP MFA MOD MOF MOI MONUC ' +
    'MOU MP MPS MTCR NATO NDAA NGO NGOS NPT NSC NSG OAS OECD OHCHR OIC OPEC OSCE PA PEPFAR PKK PLA PLO PM PMDB PMS PNG POC POL POW PRC PRT PRTS PSI PT QIZ RFG ROK RTA SAG SARG SBU SCO SIM SOE SOFA SPD START SWIFT TAA TFTP TIFA TIP TNK TOT ' +
    'TPP TRIPS UAE UAV UK UN UNAMA UNAMID UNDP UNESCO UNFCCC UNGA UNHCR UNHRC UNIFIL UNMIK UNMIN UNMIS UNRWA UNSC UNSCR UNSYG UNVIE US USAF USAID USAU USD USDA USEU USG USNATO USOAS USTR USUN WEF WFP WHA WHO WIPO WMD WTO YPG AIDS EOM ' +
    'EX-IM H1N1 SARS II III IV VI VII VIII IX XI XII'
  ).split(' '),
);
/** Acronyms that are also plain words: capitals only when joined to another acronym, as in TFTP/SWIFT. */
const ALSO_WORDS = new Set([
  'AID',
  'AIDS',
  'ARENA',
  'BIT',
  'CARE',
  'COP',
  'COTE',
  'POW',
  'SIM',
  'SOFA',
  'START',
  'SWIFT',
  'TIP',
  'TOT',
  'TRIPS',
  'WHO',
  'MIR',
  'PAN',
  'LOT',
  'ED',
  'COM',
  'LAB',
  'ARC',
  'GREENS',
  'PAL',
  'MAS',
  'CAR',
]);
/** Words without a vowel that are no acronyms. */
const NO_VOWEL_WORDS = new Set(['MR', 'MRS', 'MS', 'DR', 'JR', 'SR', 'ST', 'VS', 'V', 'NTH', 'MT', 'FT', 'GEN', 'LT', 'COL', 'SGT']);
/** Endings written small after an apostrophe. */
const APOSTROPHE = /^([A-Z0-9.]+)(['’])(S|T|RE|LL|VE|D|M|ING|ED)$/;

function isAcronym(word: string, joined: boolean): boolean {
  if (/\d/.test(word)) return true;
  if (/^(?:[A-Z]\.)+[A-Z]?\.?$/.test(word) && word.length > 2) return true;
  const letters = word.replace(/[^A-Z]/g, '');
  if (letters.length < 2 || NO_VOWEL_WORDS.has(letters)) return false;
  if (ALSO_WORDS.has(letters)) return joined;
  if (ACRONYMS.has(letters)) return true;
  if (/^[BCDFGHJKLMNPQRSTVWXZ]+$/.test(letters)) return true;
  const entry = tagEntry(letters);
  return entry !== null && entry.kind === 'organization' && letters.length >= 3;
}

function capitalised(word: string): string {
  const lower = word.toLowerCase();
  const first = lower.search(/[\p{L}\p{N}]/u);
  if (first === -1) return lower;
  const cased = lower.slice(0, first) + (lower[first] ?? '').toUpperCase() + lower.slice(first + 1);
  // O'Donohue, D'Ivoire, McNamara, but not Don't.
  return cased.replace(/^([ODL]['’]|Mc)(\p{Ll})(?=\p{L}{2})/u, (_, head: string, letter: string) => head + letter.toUpperCase());
}

function wordCase(word: string, first: boolean, joined: boolean): string {
  const possessive = APOSTROPHE.exec(word);
  if (possessive !== null) {
    const [, stem = '', sign = '', ending = ''] = possessive;
    return (isAcronym(stem, joined) ? stem : capitalised(stem)) + sign + ending.toLowerCase();
  }
  if (isAcronym(word, joined)) return word;
  const lower = word.toLowerCase();
  if (!first && SMALL_WORDS.has(lower)) return lower;
  return capitalised(word);
}

/** A token between blanks: words joined by hyphens and slashes, with quotes and brackets around. */
function tokenCase(token: string, first: boolean, last: boolean): string {
  const parts = token.split(/([-/]+|["“”()[\]:;,!?…]+)/);
  const joints = parts.map((part) => part.replace(/[^A-Z0-9.]/g, ''));
  let start = first;
  return parts
    .map((part, index) => {
      if (index % 2 === 1 || part === '') {
        if (/[("“[]/.test(part)) start = true;
        return part;
      }
      const near = [index - 2, index + 2].filter((other) => /^[-/]$/.test(parts[(index + other) / 2] ?? ''));
      const joined = near.some((other) => isAcronym(joints[other] ?? '', false)) && parts[index - 1] !== '-';
      const bracketed = (parts[index - 1] ?? '').endsWith('(') && (parts[index + 1] ?? '').startsWith(')') && /^[A-Z]{2,6}$/.test(part);
      const inCompound = near.length > 0;
      const cased = bracketed ? part : wordCase(part, start || (last && !inCompound) || inCompound, joined);
      start = false;
      return cased;
    })
    .join('');
}

/** Title case of a subject; text that already mixes cases comes back trimmed and otherwise as it is. */
export function titleCase(subject: string): string {
  const text = subject.trim();
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  const large = text.match(/\p{Lu}/gu)?.length ?? 0;
  if (small > 0 && small * 6 > large) return text;
  const tokens = text.split(/(\s+)/);
  const lastWord = tokens.findLastIndex((token) => /[\p{L}\p{N}]/u.test(token));
  let first = true;
  return tokens
    .map((token, index) => {
      if (token.trim() === '') return token;
      const cased = tokenCase(token, first, index === lastWord);
      first = /[:?!—]["”)]*$|^-+$/.test(token) || (first && !/[\p{L}\p{N}]/u.test(token));
      return cased;
    })
    .join('');
}
