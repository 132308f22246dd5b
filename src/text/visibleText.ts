import { beginningOf } from './cutText'

/**
 * Most UTF-16 units of a text that are made visible, with an ellipsis for the rest. Without this limit, a label of a
 * megabyte would keep the page busy each time it is drawn, read or described.
 */
const LONGEST = 10_000

/**
 * Returns a text with every character visible and valid in XML. White space becomes a mark (space ␣, newline ↵, return
 * ␍, tab ⇥), control characters become their control pictures, and the empty text becomes ∅. Unpaired surrogates,
 * noncharacters, and characters that only steer the direction of text become their escapes (`\ud83d`, `\u202e`). Of a
 * text of more than 10,000 UTF-16 units, returns the beginning with an ellipsis, as `givenText` and `visibleProse` do.
 */
export function visibleText(text: string): string {
  if (text === '') return '∅'
  return beginningWith(text, (beginning) => {
    const shown = beginning.replace(HIDDEN, mark)
    return INVISIBLE_ONLY.test(shown) ? Array.from(shown, escapeOf).join('') : shown
  })
}

/** Returns the visible text, except that spaces beside other characters stay. */
export function givenText(text: string): string {
  const shown = beginningWith(text, (beginning) => beginning.replace(HIDDEN, markOrSpace))
  return shown.trim() === '' ? visibleText(text) : shown
}

/** Returns the visible form of a title, a label or other prose, in which all spaces stay. */
export function visibleProse(text: string): string {
  return beginningWith(text, wholeProse)
}

/** Returns the visible form of prose of any length, such as a description. */
export function wholeProse(text: string): string {
  return text.replace(/[\t\n\r]+/gu, ' ').replace(HIDDEN, markOrSpace)
}

function beginningWith(text: string, shownOf: (beginning: string) => string): string {
  return text.length <= LONGEST ? shownOf(text) : `${shownOf(beginningOf(text, LONGEST))}…`
}

/** Characters that cannot be seen or are not valid in XML 1.0. Without the u flag a lone surrogate matches itself. */
const HIDDEN =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\u0000-\u0020\u007f-\u00a0\u00ad\u061c\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Joiners and variation selectors shape their neighbours; alone they cannot be seen. */
const INVISIBLE_ONLY = /^\p{Default_Ignorable_Code_Point}+$/u

const MARKS: Readonly<Record<string, string>> = { ' ': '␣', '\n': '↵', '\t': '⇥' }

function mark(character: string): string {
  const known = MARKS[character]
  if (known !== undefined) return known
  const code = character.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : escapeOf(character)
}

function markOrSpace(character: string): string {
  return character === ' ' ? ' ' : mark(character)
}

function escapeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const digits = code.toString(16).padStart(4, '0')
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits}`
}
