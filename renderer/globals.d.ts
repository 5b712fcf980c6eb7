// Values the build writes into the screen.

/** Version of Annals, from package.json. */
declare const __ANNALS_VERSION__: string;

/** Folder of what pdf.js fetches by name, "/assets/…/"; put in by the build. */
declare const __PDF_PARTS__: string;
