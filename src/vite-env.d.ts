/// <reference types="vite/client" />

/** The version of package.json, written in by the build. */
declare const __SIMLENS_VERSION__: string

/** A file of the build plugin `packedSamples`. */
declare module '*.json?packed' {
  export const packed: { readonly text: string; readonly numbers: string }
}

/** The faces of the build plugin `packedFaces`. */
declare module '*.ttf?faces' {
  /** What `packTypefaces` packed, in base64. */
  export const packed: string
}
