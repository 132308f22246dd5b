/// <reference types="vite/client" />

/** A built-in sample, as `src/build/compactSamples.ts` writes it. */
declare module '*.json?sample' {
  const sample: string | { rest: object; lengths: number[][]; float32: string }
  export default sample
}

/** The version of package.json, written in by the build. */
declare const __SIMLENS_VERSION__: string
