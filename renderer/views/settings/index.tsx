// The settings of this machine: look, reading, name; the keys; and what Annals is made of. Nothing here changes a project.

import { useEffect, useState } from 'react';
import { type Density, densities, readingMeasures, readingSizes, type Theme, themes, useDensity, useReadingMeasure, useReadingSize, useTheme } from '../../backend/use-look.ts';
import { isText, useSetting } from '../../backend/use-setting.ts';
import { TextField } from '../../components/fields.tsx';
import { ChoiceGroup } from './choice-group.tsx';
import { KeySettings } from './keys/key-settings.tsx';
import { licences } from './licences.ts';
import { NumberSlider } from './number-slider.tsx';
import { OcrSettings } from './ocr-settings.tsx';
import type { SettingsPart } from '../../routes.ts';
import './settings.css';

const themeNames: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' };
const densityNames: Readonly<Record<Density, string>> = { compact: 'Compact', normal: 'Normal', comfortable: 'Comfortable' };

export function SettingsView({ part = null }: { part?: SettingsPart | null }) {
  const [theme, setTheme] = useTheme();
  const [density, setDensity] = useDensity();
  const [size, setSize] = useReadingSize();
  const [measure, setMeasure] = useReadingMeasure();
  // "Change keys…" and "About" lead to their part of the page.
  useEffect(() => {
    if (part !== null) document.getElementById(part)?.scrollIntoView();
  }, [part]);
  return (
    <div className="settings">
      <div className="settings-page">
        <h1>Settings</h1>

        <section aria-labelledby="settings-look">
          <h2 id="settings-look">Look</h2>
          <ChoiceGroup label="Theme" choices={themes} names={themeNames} value={theme} onChange={setTheme} />
          <ChoiceGroup label="Density of lists" choices={densities} names={densityNames} value={density} onChange={setDensity} />
        </section>

        <section aria-labelledby="settings-reading">
          <h2 id="settings-reading">Reading text</h2>
          <NumberSlider label="Size" value={size} least={readingSizes.least} most={readingSizes.most} unit="px" onChange={setSize} />
          <NumberSlider label="Measure" value={measure} least={readingMeasures.least} most={readingMeasures.most} unit="characters a line" onChange={setMeasure} />
          <div className="settings-sample">
            <p className="reading">
              An analyst reads to the end of a line and back to the next one many thousand times a day. Lines of 66 to 72 characters let the eye find its way without effort; shorter ones break the thought, longer ones lose the place.
            </p>
          </div>
        </section>

        <section aria-labelledby="settings-name">
          <h2 id="settings-name">Your name</h2>
          <p className="settings-note">It stands beside your passages, findings and steps in projects. It stays in this machine’s settings and in the projects you change.</p>
          <AuthorField />
        </section>

        <section aria-labelledby="settings-ocr">
          <h2 id="settings-ocr">Scanned pages</h2>
          <OcrSettings />
        </section>

        <section aria-labelledby="settings-keys" id="keys">
          <h2 id="settings-keys">Keyboard</h2>
          <KeySettings />
        </section>

        <section aria-labelledby="settings-about" id="about">
          <h2 id="settings-about">About Annals</h2>
          <p>
            Version <span className="figures">{__ANNALS_VERSION__}</span>. A workbench for country analysts. It makes no connection to any network: documents, projects and settings stay on this machine.
          </p>
          <p className="settings-note">Annals is MIT-licensed. The screen is built with these works; their licences ask to be named.</p>
          <table className="settings-licences">
            <thead>
              <tr>
                <th scope="col">Work</th>
                <th scope="col">Licence</th>
              </tr>
            </thead>
            <tbody>
              {licences.map(({ work, licence }) => (
                <tr key={work}>
                  <td>{work}</td>
                  <td>{licence}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </div>
  );
}

/** Kept when the field is left, so that half a name is never signed. */
function AuthorField() {
  const [author, setAuthor] = useSetting('author', '', isText);
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    if (typed !== null && typed.trim() !== author) setAuthor(typed.trim());
    setTyped(null);
  };
  return <TextField label="Name" className="settings-author" value={typed ?? author} onChange={setTyped} onBlur={keep} onSubmit={keep} placeholder="Not named" />;
}
