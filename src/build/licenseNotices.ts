import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Plugin } from 'vite'

/**
 * Returns a Vite plugin that inserts the licence of every bundled package into `<template id="licenses">` at the end of
 * the page, as escaped text that cannot end the element. `template.content.textContent` is the original text. It must
 * follow the plugin that inlines. It runs in builds only.
 */
export function licenseNotices(ownText: string): Plugin {
  const folders = new Set<string>()
  return {
    name: 'simlens:licenses',
    apply: 'build',
    enforce: 'post',
    // This hook runs before the chunks of the bundle are inlined and removed.
    renderChunk(_code, chunk) {
      for (const id of chunk.moduleIds) {
        const folder = packageFolder(id)
        if (folder !== undefined) folders.add(folder)
      }
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== 'asset' || !asset.fileName.endsWith('.html')) continue
          asset.source = insertNotices(String(asset.source), noticeText(ownText, [...folders]))
        }
      },
    },
  }
}

/** Returns the project's own notice, then one block for each package, sorted by name. */
export function noticeText(ownText: string, folders: readonly string[]): string {
  const packages = folders.map(readPackage).toSorted((a, b) => compareNames(a, b))
  return [ownText, ...packages.map(block)].join('\n\n')
}

function compareNames(a: BundledPackage, b: BundledPackage): number {
  return a.name < b.name ? -1 : 1
}

function block({ name, version, license, text }: BundledPackage): string {
  return `${name} ${version} (${license})\n\n${text}`
}

/** Returns the page with the element inserted before the end of its body. Throws if the page has no `</body>`. */
export function insertNotices(html: string, text: string): string {
  const end = html.lastIndexOf('</body>')
  if (end < 0) throw new Error('the page has no </body> to put the licence notices before')
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `${html.slice(0, end)}<template id="licenses">${escaped}</template>\n${html.slice(end)}`
}

/** A package whose code is part of the page. */
interface BundledPackage {
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
