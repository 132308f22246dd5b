import { type JsonDocument, type JsonNode } from '../json/JsonNode'
import { JsonScanner } from '../json/JsonScanner'
import { NumberStore } from '../json/NumberStore'

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
