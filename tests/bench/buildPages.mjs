// Builds what is measured: SimLens as `npm run build` does, the others with the same bundler.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { inTurn } from './inTurn.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds each page into `folder/NAME/`. Returns a copy of them with `gzipBytes`, the size of the first load, and `version`. */
export async function buildPages(pages, folder) {
  return inTurn(pages, async (page) => {
    const out = join(folder, page.name)
    if (page.name === 'simlens') buildSimLens(out)
    else await buildPeer(page.name, out)
    return { ...page, version: versionOf(page), gzipBytes: gzipBytes(out) }
  })
}

/** In a process of its own, as a user does it. */
function buildSimLens(out) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', root, '--configLoader', 'runner', '--outDir', out, '--emptyOutDir']
  const { status } = spawnSync(process.execPath, [...args, '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) throw new Error('SimLens could not be built')
}

async function buildPeer(name, out) {
  rmSync(out, { recursive: true, force: true })
  await build({
    root: here,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      target: 'chrome120',
      modulePreload: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: Infinity,
      rollupOptions: {
        input: join(here, 'peers', `${name}.mjs`),
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
      },
    },
  })
  writeFileSync(join(out, 'index.html'), peerHtml(name, readdirSync(out)))
}

function peerHtml(name, files) {
  const link = files.includes('page.css') ? '<link rel="stylesheet" href="page.css">' : ''
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><link rel="icon" href="data:,"><title>${name}</title>${link}
<style>body { margin: 20px; background: #fff } #root { width: 1200px; height: 600px }</style></head>
<body><div id="root"></div><input type="file"><script type="module" src="page.js"></script></body>
</html>
`
}

/** The installed version of a page's library; undefined for a page without one. */
function versionOf({ packageName }) {
  if (packageName === undefined) return undefined
  const manifest = join(here, 'node_modules', packageName, 'package.json')
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}

/** Of all that the browser asks for to show the page. */
function gzipBytes(out) {
  return readdirSync(out)
    .filter((name) => /\.(?:html|js|css)$/.test(name))
    .map((name) => gzipSync(readFileSync(join(out, name)), { level: 9 }).length)
    .reduce((sum, length) => sum + length, 0)
}
