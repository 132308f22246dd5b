import { foundIn } from '../dialects/foundIn'
import { joinedFound } from '../dialects/joinedFound'
import { type FoundFile } from '../found/FoundArray'
import { type JsonPath } from '../json/JsonPath'
import { embeddedJson } from './embeddedJson'

/** Parts of a page with numbers; more are of no use to anybody. */
const MOST_PARTS = 100

/** What the scripts of a page in HTML hold, also of one that stands in an attribute of another, as `srcdoc` does. */
export function pageFound(bytes: Uint8Array, path: JsonPath = []): FoundFile | undefined {
  return scriptsFound(bytes, path) ?? scriptsFound(unescaped(bytes), path)
}

function scriptsFound(bytes: Uint8Array, path: JsonPath): FoundFile | undefined {
  const files: FoundFile[] = []
  for (const document of embeddedJson(bytes)) {
    const file = foundIn(document, [...path, files.length])
    if (file !== undefined && files.push(file) === MOST_PARTS) break
  }
  return joinedFound(files)
}

function unescaped(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes)
  return new TextEncoder().encode(
    text.includes('&quot;') ? text.replaceAll('&quot;', '"').replaceAll('&amp;', '&') : '',
  )
}
