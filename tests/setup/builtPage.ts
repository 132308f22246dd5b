import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { findChromium } from './findChromium'
import { installFonts } from './installFonts'
import { runProgram } from './runProgram'

declare module 'vitest' {
  interface ProvidedContext {
    /** The built page on localhost. */
    servedUrl: string
    /** The same file, as opened from disk. */
    fileUrl: string
    chromiumPath: string
  }
}

/**
 * Vitest calls this once before the browser tests: finds a browser, builds the page into a folder of its own, serves it
 * as `npm start` does, and provides where all that is. Returns what to call at the end.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = project.config.root
  project.provide('chromiumPath', findChromium())
  installFonts()
  const folder = makeFolder(root)
  buildPage(root, folder)
  const server = await preview({
    root,
    configLoader: 'runner',
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 4273 },
  })
  const servedUrl = server.resolvedUrls?.local[0]
  if (servedUrl === undefined) throw new Error('the page is built but not served')
  project.provide('servedUrl', servedUrl)
  project.provide('fileUrl', pathToFileURL(join(folder, 'index.html')).href)
  return async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}

/** Inside node_modules, since browsers that come as a snap see neither /tmp nor hidden folders of the home. */
function makeFolder(root: string): string {
  const parent = resolve(root, 'node_modules', '.cache')
  mkdirSync(parent, { recursive: true })
  return mkdtempSync(join(parent, 'simlens-'))
}

/** In a process of its own: Vitest sets NODE_ENV to `test`, with which React would be its development build. */
function buildPage(root: string, folder: string): void {
  const vite = resolve(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', root, '--configLoader', 'runner', '--outDir', folder]
  const env = { ...process.env, NODE_ENV: 'production' }
  const failure = runProgram(process.execPath, [...args, '--logLevel', 'warn'], env)
  if (failure === undefined) return
  rmSync(folder, { recursive: true })
  throw new Error(failure)
}
