import react from '@vitejs/plugin-react'
import { readFileSync } from 'node:fs'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { defineConfig } from 'vitest/config'
import manifest from './package.json' with { type: 'json' }
import { contentPolicy } from './src/build/contentPolicy'
import { licenseNotices } from './src/build/licenseNotices'
import { packedFaces } from './src/build/packedFaces'
import { packedRamps } from './src/build/packedRamps'
import { packedSamples } from './src/build/packedSamples'
import { pureCalls } from './src/build/pureCalls'

const license = readFileSync(new URL('LICENSE', import.meta.url), 'utf8').trim()
const notices = licenseNotices(`SimLens ${manifest.version} (${manifest.license})\n\n${license}`)

/** For tests that drive a browser. The limits are for a page that hangs: a busy machine takes many times longer. */
const browserTests = {
  environment: 'node' as const,
  setupFiles: ['tests/setup/quietConsole.ts', 'tests/setup/seededProperties.ts'],
  // One browser for all files of a worker, and as many workers as share the two cores of a build machine well.
  isolate: false,
  maxWorkers: 2,
  testTimeout: 180_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 50_000 } },
}

/** For tests that run in Node alone. No test file changes what another one imports, so they share a worker's modules. */
const nodeTests = {
  pool: 'threads' as const,
  isolate: false,
  maxWorkers: '100%',
  // Properties are tried a hundred times, which takes long on a machine that is busy.
  testTimeout: 60_000,
}

/** Every test file of a folder, whichever of the two endings it has. */
function testsIn(folder: string): string[] {
  return [`tests/${folder}/**/*.test.{ts,tsx}`]
}

export default defineConfig({
  // The order matters: inline first, then add text, then hash what is there.
  plugins: [
    packedFaces(),
    packedRamps(),
    packedSamples(),
    pureCalls(),
    react(),
    viteSingleFile(),
    notices,
    contentPolicy(),
  ],
  define: { __SIMLENS_VERSION__: JSON.stringify(manifest.version) },
  build: {
    target: ['chrome120', 'firefox128', 'safari17'],
    modulePreload: false,
    // A constant that is a number takes less room than its name.
    rolldownOptions: { optimization: { inlineConst: { mode: 'all' } } },
    reportCompressedSize: true,
  },
  preview: { host: 'localhost' },
  test: {
    // Projects of different groups do not run at the same time, so a worker keeps its browser to the end of its project.
    projects: [
      {
        extends: true,
        test: {
          ...nodeTests,
          name: 'unit',
          environment: 'node',
          include: testsIn('unit'),
          setupFiles: ['tests/setup/quietConsole.ts', 'tests/setup/seededProperties.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...nodeTests,
          name: 'calibrate',
          environment: 'node',
          include: testsIn('calibrate'),
          testTimeout: 1_800_000,
        },
      },
      {
        extends: true,
        test: {
          ...nodeTests,
          name: 'component',
          environment: 'jsdom',
          include: testsIn('component'),
          setupFiles: [
            'tests/setup/quietConsole.ts',
            'tests/setup/seededProperties.ts',
            'tests/setup/componentSetup.ts',
          ],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...browserTests,
          name: 'browser',
          include: testsIn('browser'),
          globalSetup: ['tests/setup/builtPage.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...browserTests,
          name: 'engines',
          sequence: { groupOrder: 3 },
          include: testsIn('engines'),
          globalSetup: ['tests/setup/engines.ts', 'tests/setup/builtPage.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...browserTests,
          name: 'outside',
          include: testsIn('outside'),
          globalSetup: ['tests/setup/outsidePrograms.ts', 'tests/setup/builtPage.ts'],
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
})
