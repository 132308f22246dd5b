import { type CellReadout } from './readoutOf'

/** Names of marks and signs that a screen reader leaves out, within the text of a token. */
const SPOKEN: Readonly<Record<string, string>> = {
  '␣': 'space',
  '↵': 'newline',
  '⇥': 'tab',
  '∅': 'empty',
  ':': 'colon',
  ';': 'semicolon',
  ',': 'comma',
  '.': 'full stop',
  '-': 'hyphen',
  '"': 'quote',
  "'": 'apostrophe',
  '(': 'opening parenthesis',
  ')': 'closing parenthesis',
  '!': 'exclamation mark',
  '?': 'question mark',
}

/** Returns the text of a token as it is read aloud: a sign alone, and every mark of white space, has its name. */
function spokenText(text: string): string {
  const alone = SPOKEN[text]
  if (alone !== undefined) return alone
  return text.replace(/[␣↵⇥]/gu, (mark) => ` ${SPOKEN[mark]} `).trim()
}

/** Returns the readout as it is read aloud, the value first, with five digits: `0.0283, layer 3, token 12 level, 3 back`. */
export function spokenReadout(readout: CellReadout, scope?: string): string {
  const { rowNoun, layer, query, token, displayed, companions = [] } = readout
  const parts = [
    readout.short,
    displayed,
    `${rowNoun} ${layer}`,
    query,
    token && `${token.noun} ${token.index} ${spokenText(token.text ?? '')}`.trim(),
    token?.distance === undefined ? undefined : `${token.distance} back`,
    ...companions.map(({ short }) => short),
    scope,
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}
