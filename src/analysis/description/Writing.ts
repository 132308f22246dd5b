import { exactText } from '../../tensor/exactText'
import { rounded } from '../wording'

/** How a description writes what comes from the tensor. */
export interface Writing {
  /** A token's text, or another that is to be read letter by letter, set apart from the words about it. */
  readonly quote: (text: string) => string
  /** Titles and labels, among other words. */
  readonly prose: (text: string) => string
  /** A cell's value. */
  readonly number: (value: number) => string
}

interface WritingOptions {
  /** Makes a token's text visible, and valid in XML. */
  readonly visibleText: (text: string) => string
  /** How a token's text is read; default `visibleText`. */
  readonly tokenText?: (text: string) => string
  /** Whether cells are written exactly; default false: rounded for people. */
  readonly isExact?: boolean
  /** Whether the values are float32, which have fewer exact digits; default false. */
  readonly isFloat32?: boolean
}

/** Longer texts are cut, in UTF-16 units: nobody listens to a token of ten thousand characters. */
const LONGEST = 60
/** Of labels and titles. */
const LONGEST_PROSE = 200

/** For everybody and everything that reads plain text. */
export function plainWriting(options: WritingOptions): Writing {
  const { visibleText, tokenText = visibleText, isExact = false, isFloat32 = false } = options
  return {
    quote: (text) => `"${cut(tokenText(text))}"`,
    prose: (text) => {
      const words = text.split(/\s+/).filter((word) => word !== '')
      return cut(words.map((word) => visibleText(word)).join(' '), LONGEST_PROSE)
    },
    number: (value) => (isExact ? exactText(value, isFloat32) : rounded(value)),
  }
}

/** For Markdown: texts of tokens are code, and nothing in a label is taken for a sign of the language. */
export function markdownWriting(options: WritingOptions): Writing {
  const { tokenText = options.visibleText } = options
  const plain = plainWriting(options)
  return {
    ...plain,
    quote: (text) => codeSpan(cut(tokenText(text))),
    prose: (text) => plain.prose(text).replace(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`),
  }
}

/** Fenced by more backticks than stand together in the text. */
function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(runs.reduce((most, run) => Math.max(most, run.length), 0) + 1)
  return runs.length === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`
}

function cut(text: string, length = LONGEST): string {
  // Not between the halves of a surrogate pair.
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\ud800-\udbff]$/, '')}…`
}
