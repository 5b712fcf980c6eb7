// Settings of the recognition of scanned pages: whether it begins by itself at import, and in which languages it reads.

import { useQuery } from '../../backend/use-query.ts';
import { isBoolean, useSetting } from '../../backend/use-setting.ts';
import { Checkbox } from '../../components/fields.tsx';
import { languageName, useOcrLanguages } from '../../components/ocr-languages.ts';

export function OcrSettings() {
  const [atImport, setAtImport] = useSetting('ocr.atImport', false, isBoolean);
  const [languages, setLanguages] = useOcrLanguages();
  const there = useQuery('ocr.languages', {}).data ?? [];
  // A language of the settings whose data is gone is shown, so that it can be taken out.
  const listed = [...new Set([...there, ...languages])].toSorted();
  return (
    <>
      <p className="settings-note">The text of scanned pages is recognised (OCR) on this machine, when you ask for it; a page takes some six seconds.</p>
      <Checkbox isOn={atImport} onChange={setAtImport}>
        Recognise scanned pages by itself when they are imported
      </Checkbox>
      <div role="group" aria-labelledby="settings-ocr-languages">
        <h3 id="settings-ocr-languages" className="label">
          Languages of your scans
        </h3>
        {listed.map((code) => (
          <Checkbox
            key={code}
            isOn={languages.includes(code)}
            isDisabled={languages.length === 1 && languages[0] === code}
            onChange={(isOn) => setLanguages(isOn ? [...languages, code] : languages.filter((each) => each !== code))}
          >
            {languageName(code)}
            {there.length > 0 && !there.includes(code) && ' (its data is missing)'}
          </Checkbox>
        ))}
      </div>
      <p className="settings-note">
        For another language put its data of Tesseract, such as <code>fra.traineddata</code>, into the folder <code>languages</code> in the folder of Annals on this machine. Choose only the languages your scans are in: each makes reading slower.
      </p>
    </>
  );
}
