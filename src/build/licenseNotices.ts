import type { Plugin } from 'vite'
import { packageFolder, readPackage, type BundledPackage } from './bundledPackages'

/**
 * Puts the licence of every bundled package into `<template id="licenses">` at the end of the page, as escaped text
 * that cannot end the element. Read it with `template.content.textContent`. Goes after the plugin that inlines. Build
 * only.
 */
export function licenseNotices(ownText: string): Plugin {
  const folders = new Set<string>()
  return {
    name: 'simlens:licenses',
    apply: 'build',
    enforce: 'post',
    // Before the bundle's chunks are inlined and gone.
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

/** The project's own notice, then one block for each package, by name. */
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

/** Adds the element before the end of the body. Throws for a page without one. */
export function insertNotices(html: string, text: string): string {
  const end = html.lastIndexOf('</body>')
  if (end < 0) throw new Error('the page has no </body> to put the licence notices before')
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `${html.slice(0, end)}<template id="licenses">${escaped}</template>\n${html.slice(end)}`
}
