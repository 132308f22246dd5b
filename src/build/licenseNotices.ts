import type { Plugin } from 'vite'
import { packageFolder, readPackage, type BundledPackage } from './bundledPackages'

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
