import { type Format } from '../foreign/Format'
import { type FoundFile } from '../foreign/FoundFile'
import { tensorsOfFound } from '../foreign/tensorsOfFound'
import { bytesOf } from '../source/bytesOf'
import { unreadable } from '../source/unreadable'
import { embeddedJson } from './embeddedJson'
import { foundIn } from './foundIn'
import { joinedFound } from './joinedFound'

/** The beginnings of web pages and of parts of them. */
const PAGE = /^<(?:!doctype html|html|head|body|div|script|iframe|!--)/i

/** The format of web pages that other tools wrote, with the data of their figures in scripts. */
export const pageFormat: Format = {
  name: 'a web page',
  recognizes: (head) => PAGE.test(new TextDecoder().decode(head).trimStart()),
  async read(source, options) {
    const found = pageFound(await bytesOf(source, options))
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
export function pageFound(bytes: Uint8Array): FoundFile | undefined {
  return scriptsFound(bytes) ?? scriptsFound(asJson(bytes))
}

function scriptsFound(bytes: Uint8Array): FoundFile | undefined {
  const files: FoundFile[] = []
  for (const document of embeddedJson(bytes)) {
    const file = foundIn(document)
    if (file !== undefined && files.push(file) === MOST_PARTS) break
  }
  return joinedFound(files)
}

/**
 * A text in double quotes, which is kept, or in single quotes, as Python prints it into scripts. Either is on one line.
 */
const QUOTED = /"(?:[^"\\\n]|\\.)*"|'((?:[^'\\\n]|\\.)*)'/g

/** Returns the bytes with JSON quotes in place of the quotes of attributes and of Python. */
function asJson(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(bytes).replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return new TextEncoder().encode(
    text.replaceAll(QUOTED, (quoted: string, body?: string) =>
      body === undefined ? quoted : JSON.stringify(body.replaceAll(/\\(x..|u....|.)/gs, unescaped)),
    ),
  )
}

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

function unescaped(_: string, escape: string): string {
  return escape.length === 1
    ? (controls[escape] ?? escape)
    : String.fromCharCode(Number(`0x${escape.slice(1)}`))
}
