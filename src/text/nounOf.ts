/** A noun as it stands in a sentence. */
export interface Noun {
  readonly one: string
  readonly many: string
}

/**
 * Returns the noun of a name: words in small letters, except acronyms and single letters (`MLP neuron`, `QK circuit`),
 * and its plural. A name that ends in s, or not in a Latin letter, is its own plural.
 */
export function nounOf(name: string): Noun {
  const one = name.replace(/\S+/gu, (word) => (isAcronym(word) ? word : word.toLowerCase()))
  return { one, many: pluralOf(one) }
}

/** Returns a noun with its indefinite article: `a layer`, `an expert`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/iu.test(noun) ? 'an' : 'a'} ${noun}`
}

function isAcronym(word: string): boolean {
  return /\p{Lu}.*\p{Lu}|^\P{L}*\p{Lu}\P{L}*$/u.test(word)
}

function pluralOf(noun: string): string {
  if (!/[a-z]$/iu.test(noun) || /s$/iu.test(noun)) return noun
  if (/\p{Lu}$/u.test(noun)) return `${noun}s`
  if (/(?:x|z|ch|sh)$/u.test(noun)) return `${noun}es`
  return /[^aeiou]y$/u.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}
