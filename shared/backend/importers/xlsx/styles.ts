// Which number format each cell style has. It does not apply them (number-format.ts does).

import { localName, readXml } from '../xml-part.ts';

/** The format code of each style, by its index. */
export type CellFormats = readonly string[];

/** Formats that are known by number only (ISO/IEC 29500-1, 18.8.30). */
const builtIn = new Map<number, string>([
  [0, 'General'], [1, '0'], [2, '0.00'], [3, '#,##0'], [4, '#,##0.00'], [9, '0%'], [10, '0.00%'], [11, '0.00E+00'], [12, '# ?/?'], [13, '# ??/??'],
  [14, 'yyyy-mm-dd'], [15, 'd-mmm-yy'], [16, 'd-mmm'], [17, 'mmm-yy'], [18, 'h:mm AM/PM'], [19, 'h:mm:ss AM/PM'], [20, 'h:mm'], [21, 'h:mm:ss'], [22, 'yyyy-mm-dd h:mm'],
  [37, '#,##0;(#,##0)'], [38, '#,##0;(#,##0)'], [39, '#,##0.00;(#,##0.00)'], [40, '#,##0.00;(#,##0.00)'], [45, 'mm:ss'], [46, '[h]:mm:ss'], [47, 'mm:ss.0'], [48, '##0.0E+0'], [49, '@'],
]);

export function readStyles(xml: string | null): CellFormats {
  const own = new Map<number, string>();
  const formats: string[] = [];
  let inCells = false;
  readXml(xml ?? '<styleSheet/>', {
    open: (qualified, attributes) => {
      const name = localName(qualified);
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes['numFmtId'] ?? 0);
        // Numbers 27 to 36 and 50 to 58 are dates of East Asian editions.
        formats.push(own.get(id) ?? builtIn.get(id) ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'yyyy-mm-dd' : 'General'));
      }
    },
    close: (qualified) => {
      if (localName(qualified) === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
