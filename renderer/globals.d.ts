// Values the build writes into the screen.

/** Version of Annals, from package.json. */
declare const __ANNALS_VERSION__: string;
