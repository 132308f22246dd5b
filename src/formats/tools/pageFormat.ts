import { type Format } from '../foreign/Format'
import { type FoundFile } from '../foreign/FoundFile'
import { tensorsOfFound } from '../foreign/tensorsOfFound'
import { type JsonDocument, type JsonNode } from '../json/JsonNode'
import { JsonScanner } from '../json/JsonScanner'
import { NumberStore } from '../json/NumberStore'
import { Budget } from '../source/Budget'
import { bytesOf } from '../source/ByteSource'
import { unreadable } from '../source/unreadable'
import { foundIn, joinedFound } from './foundIn'
import { withJsonQuotes } from './withJsonQuotes'

/** The beginnings of web pages and of parts of them. */
const PAGE = /^<(?:!doctype html|html|head|body|div|script|iframe|!--)/i

/** The format of web pages that other tools wrote, with the data of their figures in scripts. */
export const pageFormat: Format = {
  name: 'a web page',
  recognizes: (head) => PAGE.test(new TextDecoder().decode(head).trimStart()),
  async read(source, options) {
    const found = pageFound(await bytesOf(source, options), options.budget)
    if (found === undefined) throw withoutNumbers(source.name)
    return tensorsOfFound(found, source.name.replace(/\.html?$/i, '') || source.name)
  },
}

function withoutNumbers(name: string): Error {
  return unreadable(
    `“${name}” is an HTML page without a heatmap whose numbers are in it.`,
    'Open the file that it was made from; in Python, save the array with np.save("name.npy", array) and open that.',
  )
}

/** The most parts with numbers that are read from a page. More would not be usable. */
const MOST_PARTS = 100

/**
 * Returns the content of the scripts of an HTML page. The page may also be inside an attribute of another page, such as
 * `srcdoc`.
 */
export function pageFound(bytes: Uint8Array, budget?: Budget): FoundFile | undefined {
  return scriptsFound(bytes, budget) ?? scriptsFound(asJson(bytes), budget)
}

function scriptsFound(bytes: Uint8Array, budget = new Budget()): FoundFile | undefined {
  const files: FoundFile[] = []
  for (const document of embeddedJson(bytes)) {
    const file = foundIn({ ...document, budget })
    if (file !== undefined && files.push(file) === MOST_PARTS) break
  }
  return joinedFound(files)
}

/** Returns the bytes with JSON quotes in place of the quotes of attributes and of Python. */
function asJson(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes).replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return new TextEncoder().encode(withJsonQuotes(text))
}

/** A call that draws a plotly figure, up to its data, or the beginning of an object in JSON. */
const START =
  /Plotly\.(?:newPlot|react|plot)\(\s*(?:"[^"]{0,200}"|'[^']{0,200}'|[\w$.]{1,200}(?:\([^()]{0,200}\))?)\s*,\s*|\{\s*"/g

/** The text between a figure's data and its layout. */
const COMMA = /\s*,\s*/y

/** Number of bytes to scan first, because most texts that look like JSON are not JSON. */
const FIRST_BYTES = 1 << 10

/** The largest allowed ratio of bytes scanned without a result to the bytes of the page. */
const MOST_VAIN = 8

/**
 * Yields the JSON documents in the scripts of a page, one after the other: figures of plotly, and all objects. NaN
 * without quotes is read, and nothing is evaluated. It stops if too many beginnings of documents turn out not to be
 * JSON.
 */
export function* embeddedJson(bytes: Uint8Array): Generator<JsonDocument> {
  // Latin-1 has one character for each byte, so that an index into the text is an index into the bytes.
  const text = new TextDecoder('latin1').decode(bytes)
  const start = new RegExp(START)
  const comma = new RegExp(COMMA)
  let vainBytes = 0
  for (let match = start.exec(text); match !== null; match = start.exec(text)) {
    const store = new NumberStore()
    const isFigure = match[0].startsWith('P')
    const first = scanned(bytes, isFigure ? start.lastIndex : match.index, store)
    start.lastIndex = Math.max(start.lastIndex, first.end)
    if (first.root === undefined) {
      vainBytes += first.vainBytes
      if (vainBytes > bytes.length * MOST_VAIN) return
      continue
    }
    let { root } = first
    if (isFigure) {
      comma.lastIndex = first.end
      const layout = comma.test(text) ? scanned(bytes, comma.lastIndex, store) : undefined
      start.lastIndex = Math.max(start.lastIndex, layout?.end ?? 0)
      root = {
        kind: 'object',
        entries: [
          ['data', root],
          ['layout', layout?.root ?? null],
        ],
      }
    }
    yield { root, numbers: store.numbers }
  }
}

interface Scanned {
  readonly root?: JsonNode
  /** Offset in bytes after the document, or after the part that is not JSON. */
  readonly end: number
  readonly vainBytes: number
}

function scanned(bytes: Uint8Array, start: number, store: NumberStore): Scanned {
  const scanner = new JsonScanner(undefined, store)
  let at = start
  try {
    while (at < bytes.length) {
      const chunk = bytes.subarray(at, at + Math.max(FIRST_BYTES, at - start))
      at += chunk.length
      const found = scanner.pushUpToEnd(chunk)
      if (found !== undefined) return { ...found, end: start + scanner.consumedBytes, vainBytes: 0 }
    }
  } catch {
    // This part is not JSON, but a later part of the page may be.
  }
  return { end: start + scanner.consumedBytes, vainBytes: at - start }
}
