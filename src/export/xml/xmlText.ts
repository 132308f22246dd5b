/** Characters that XML 1.0 forbids even as references (section 2.2). Unpaired surrogates are in the class Cs. */
const FORBIDDEN = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r\u007F-\u009F])\p{Cc}/u

/**
 * Characters to escape in text. A parser turns a carriage return into a newline unless it is written as a reference.
 */
const IN_TEXT = /[&<>\r]/g

/**
 * Characters to escape in attributes. A parser turns a tab or a newline into a space unless it is written as a
 * reference.
 */
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

/** Returns a text as the content of an element. Throws SerializeError for characters that XML forbids. */
export function xmlText(text: string): string {
  return checked(text).replace(IN_TEXT, (character) => references[character] ?? '')
}

/** Returns a text as the value of an attribute, for use between double quotes. Throws as `xmlText` does. */
export function xmlAttribute(text: string): string {
  return checked(text).replace(IN_ATTRIBUTE, (character) => references[character] ?? '')
}

function checked(text: string): string {
  const found = FORBIDDEN.exec(text)?.[0].codePointAt(0)
  if (found === undefined) return text
  const code = found.toString(16).toUpperCase().padStart(4, '0')
  throw new SerializeError(`invalid character in XML: U+${code} in ${JSON.stringify(text)}`)
}

/**
 * Thrown if a figure cannot be written as XML. This is a defect of a component, never of the data, since texts are made
 * valid before they reach it.
 */
export class SerializeError extends Error {
  readonly tag = 'serialize'

  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SerializeError'
  }
}
