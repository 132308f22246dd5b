import { SerializeError } from './SerializeError'

/** What a document of XML 1.0 cannot hold in any spelling (section 2.2). Unpaired surrogates are Cs. */
const FORBIDDEN = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r\u007F-\u009F])\p{Cc}/u

/** A parser makes each carriage return a newline, unless it is written as a reference. */
const IN_TEXT = /[&<>\r]/g

/** In attributes a parser makes each tab and newline a space, unless it is written as a reference. */
const IN_ATTRIBUTE = /[&<>"\t\n\r]/g

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text as the content of an element. Throws SerializeError for characters that XML forbids. */
export function xmlText(text: string): string {
  return checked(text).replace(IN_TEXT, (character) => references[character] ?? '')
}

/** Text as an attribute's value, to stand between double quotes. Throws as `xmlText` does. */
export function xmlAttribute(text: string): string {
  return checked(text).replace(IN_ATTRIBUTE, (character) => references[character] ?? '')
}

function checked(text: string): string {
  const found = FORBIDDEN.exec(text)?.[0].codePointAt(0)
  if (found === undefined) return text
  const code = found.toString(16).toUpperCase().padStart(4, '0')
  throw new SerializeError(`invalid character in XML: U+${code} in ${JSON.stringify(text)}`)
}
