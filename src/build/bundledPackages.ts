import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'

/** A package whose code is part of the page. */
export interface BundledPackage {
  readonly name: string
  readonly version: string
  /** SPDX expression, as in the manifest of the package. */
  readonly license: string
  /** Full text of the licence file. */
  readonly text: string
}

const Manifest = v.object({ name: v.string(), version: v.string(), license: v.string() })

/**
 * Returns the folder of the package that contains a module, or undefined for the project's own modules and for modules
 * that the bundler generates (their ids start with U+0000).
 */
export function packageFolder(moduleId: string): string | undefined {
  const path = moduleId.replace(/^\0/, '').replace(/\?.*$/, '').replaceAll('\\', '/')
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]
}

/**
 * Returns the manifest and the licence of the package in a folder. Throws if the package has no licence file, since
 * code that may not be redistributed must not become part of the page.
 */
export function readPackage(folder: string): BundledPackage {
  const manifestPath = join(folder, 'package.json')
  if (!existsSync(manifestPath)) throw new Error(`no package.json in ${folder}`)
  const manifest = v.parse(Manifest, JSON.parse(readFileSync(manifestPath, 'utf8')))
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(name))
  if (file === undefined) throw new Error(`${manifest.name} is bundled but has no licence file`)
  return { ...manifest, text: readFileSync(join(folder, file), 'utf8').trim() }
}
