import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'

/**
 * Returns a Vite plugin that inserts the Content-Security-Policy as the first element of the page's head, with the hash
 * of each inline script and style. It must follow the plugins that inline. It runs in builds only: Vite's development
 * client needs more than the policy allows.
 */
export function contentPolicy(): Plugin {
  return {
    name: 'simlens:content-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== 'asset' || !asset.fileName.endsWith('.html')) continue
          asset.source = sealPage(String(asset.source))
        }
      },
    },
  }
}

/**
 * Returns the page with its policy. Throws if a script or style is not inline, or if its text would end it early, since
 * then the hash would be right and the page broken.
 */
export function sealPage(html: string): string {
  const scripts = elementTexts(html, 'script')
  const styles = elementTexts(html, 'style')
  if (/<link[^>]+rel="?(?:stylesheet|modulepreload)/i.test(withoutElements(html, 'script'))) {
    throw new Error('the page links to a file; everything must be inline')
  }
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(scripts, styles)}" />`
  const head = /<head[^>]*>/.exec(html)
  if (head === null) throw new Error('the page has no <head> to put its policy into')
  const at = head.index + head[0].length
  return `${html.slice(0, at)}\n    ${meta}${html.slice(at)}`
}

function policy(scripts: readonly string[], styles: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src ${hashes(styles)}`,
    'img-src data: blob:',
    'worker-src blob:',
    'connect-src https: http://localhost:* http://127.0.0.1:* blob: data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

function hashes(texts: readonly string[]): string {
  if (texts.length === 0) return "'none'"
  return texts.map((text) => `'sha256-${sha256(text)}'`).join(' ')
}

/** Returns the SHA-256 of a text in base64. As browsers do, it hashes the text in UTF-8 with normalized line ends. */
function sha256(text: string): string {
  return createHash('sha256').update(text.replaceAll(/\r\n?/g, '\n'), 'utf8').digest('base64')
}

/** Returns the texts between `<tag …>` and `</tag>`, ended as by an HTML parser. */
function elementTexts(html: string, tag: 'script' | 'style'): string[] {
  const texts: string[] = []
  for (const [, attributes = '', text = ''] of html.matchAll(elementPattern(tag))) {
    if (/\ssrc=/i.test(attributes)) throw new Error(`a <script> is not inline:${attributes}`)
    if (text.includes('<!--')) throw new Error(`an inline <${tag}> holds "<!--"`)
    texts.push(text)
  }
  // If a text ended too early, its real end tag remains.
  if (new RegExp(`</${tag}`, 'i').test(withoutElements(html, tag))) {
    throw new Error(`an inline <${tag}> holds "</${tag}"`)
  }
  return texts
}

function withoutElements(html: string, tag: 'script' | 'style'): string {
  return html.replaceAll(elementPattern(tag), '')
}

function elementPattern(tag: 'script' | 'style'): RegExp {
  return new RegExp(`<${tag}((?:\\s[^>]*)?)>([\\s\\S]*?)</${tag}\\s*>`, 'gi')
}
