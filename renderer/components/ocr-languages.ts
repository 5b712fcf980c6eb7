// Languages in which scanned pages are recognised: names of the codes of Tesseract's language data ("eng", "chi_sim"), and the
// analyst's choice.

import { useSetting } from '../backend/use-setting.ts';

const names = new Intl.DisplayNames('en', { type: 'language' });

/** Codes that are no language codes of their own. */
const variants: Readonly<Record<string, string>> = { chi_sim: 'Chinese (simplified)', chi_tra: 'Chinese (traditional)', chi_sim_vert: 'Chinese (simplified, upright)', chi_tra_vert: 'Chinese (traditional, upright)', frk: 'German (Fraktur)' };

export function languageName(code: string): string {
  const known = variants[code];
  if (known !== undefined) return known;
  const [language = code, ...variant] = code.split('_');
  try {
    const name = names.of(language) ?? code;
    return variant.length === 0 ? name : `${name} (${variant.join(' ')})`;
  } catch {
    return code;
  }
}

/** "English", "English and French". */
export function languageNames(codes: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(codes.map(languageName));
}

const isCodes = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every((code) => typeof code === 'string');
const english = ['eng'];

/** The languages of the settings; English until others are chosen. */
export function useOcrLanguages(): [string[], (codes: string[]) => void] {
  return useSetting<string[]>('ocr.languages', english, isCodes);
}
