import { type JsonDocument, type JsonNode } from '../json/JsonNode'
import { JsonScanner } from '../json/JsonScanner'
import { NumberStore } from '../json/NumberStore'

/** A call that draws a plotly figure, up to its data; and the beginning of an object in JSON. */
const START =
  /Plotly\.(?:newPlot|react|plot)\(\s*(?:"[^"]{0,200}"|'[^']{0,200}'|[\w$.]{1,200}(?:\([^()]{0,200}\))?)\s*,\s*|\{\s*"/g

/** What stands between a figure's data and its layout. */
const COMMA = /\s*,\s*/y

/** Bytes to look at first; most of what looks like JSON is none. */
const FIRST_BYTES = 1 << 10

/** How often a page may be as long as all that was looked at in vain. */
const MOST_VAIN = 8

/**
 * The JSON documents that stand in the scripts of a page, one after the other: figures of plotly, and all objects. Bare
 * NaN is read, nothing is evaluated, and a page of beginnings without ends is given up.
 */
export function* embeddedJson(bytes: Uint8Array): Generator<JsonDocument> {
  // A character for each byte, so that places in the text are places in the bytes.
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
  /** The byte behind the document, or behind what is no JSON any more. */
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
    // Whatever it was, it was no JSON; the page may hold some further on.
  }
  return { end: start + scanner.consumedBytes, vainBytes: at - start }
}
