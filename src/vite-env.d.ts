/// <reference types="vite/client" />

/** A built-in sample, as `src/build/compactSamples.ts` writes it. */
declare module '*.json?sample' {
  const sample: import('./app/samples/CompactSample').CompactSample | string
  export default sample
}

/** The version of package.json, written in by the build. */
declare const __SIMLENS_VERSION__: string
