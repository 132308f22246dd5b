/// <reference types="vite/client" />

/** The version of package.json, written in by the build. */
declare const __SIMLENS_VERSION__: string
