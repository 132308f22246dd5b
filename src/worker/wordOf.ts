const CONSONANTS = 'bdfgklmnprstvz'
const VOWELS = 'aeiou'
const SYLLABLE_COUNT = CONSONANTS.length * VOWELS.length

/** A word for a number from 0, as a tokenizer might give it: of up to three syllables, most with a space before. */
export function wordOf(number: number): string {
  // A multiplier prime to the number of words, so that neighbours do not begin alike and no word comes back early.
  let rest = (number * 48_271) % SYLLABLE_COUNT ** 3
  let word = number % 5 === 4 ? '' : ' '
  do {
    const syllable = rest % SYLLABLE_COUNT
    word += `${CONSONANTS[syllable % CONSONANTS.length]}${VOWELS[Math.floor(syllable / CONSONANTS.length)]}`
    rest = Math.floor(rest / SYLLABLE_COUNT)
  } while (rest > 0)
  return word
}
