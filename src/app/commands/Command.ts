/** Something that the reader can do with one choice in the command bar. */
export interface Command {
  /** Its words in the list. */
  readonly name: string
  /** Other words by which it is found, in lower case. */
  readonly terms?: readonly string[]
  /** Sentences about it, whose words count least. */
  readonly about?: string
  /** Keys that do the same on the figure, for readers: `Shift + N`. */
  readonly keys?: string | undefined
  /** True for the option that a setting has now. */
  readonly isChosen?: boolean
  /** Text that the reader continues with a value. Choosing the command then writes it into the field. */
  readonly completion?: string
  /** Returns a promise of a sentence about the result, which is shown, if the page does not show it. */
  readonly run: () => void | Promise<string>
}

/** Words that need not be found in a command, since they only connect others. */
const CONNECTING = new Set(['a', 'an', 'as', 'at', 'by', 'for', 'in', 'of', 'on', 'the', 'to'])

/**
 * Returns the commands that a text describes, the best first. Each of its words begins, is in, or abbreviates a word of
 * the command; the words of the name count most. Without a text, returns all commands in their order.
 */
export function findCommands(commands: readonly Command[], text: string): readonly Command[] {
  const words = wordsIn(text)
  if (words.length === 0) return commands
  const phrase = words.join(' ')
  return commands
    .map((command) => ({ command, score: scoreOf(command, words, phrase) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command)
}

/** Returns the words of a text in small letters, without marks. Numbers keep their sign and their fraction. */
export function wordsIn(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('colour', 'color')
      .replaceAll('−', '-')
      .match(/-?\d+(?:[.,]\d+)*|[\p{L}\p{N}_%]+/gu) ?? []
  )
}

function scoreOf(command: Command, words: readonly string[], phrase: string): number {
  const { name, terms = [], about = '', isChosen = false } = command
  const own = wordsIn(name)
  const other = wordsIn(terms.join(' '))
  const weak = wordsIn(about)
  let sum = 0
  for (const word of words) {
    const score = closeness(word, own) + 0.6 * closeness(word, other) + 0.25 * closeness(word, weak)
    if (score === 0 && !CONNECTING.has(word)) return 0
    sum += score
  }
  const written = own.join(' ')
  const whole = written === phrase || terms.includes(phrase) ? 6 : 0
  const begun = written.startsWith(phrase) || written.endsWith(` ${phrase}`) ? 2 : 0
  // Of equally close ones, the shorter name. What is chosen already is hardly meant.
  return sum + whole + begun - (isChosen ? 1.5 : 0) - written.length / 1000 + words.length
}

/** Returns how close a word comes to one of others, 0 (not at all) to 5 (the same). */
function closeness(word: string, others: readonly string[]): number {
  let best = 0
  for (const other of others) {
    if (other === word) return 5
    if (other.startsWith(word)) best = Math.max(best, 4)
    else if (word.length > 2 && other.includes(word)) best = Math.max(best, 2)
    else if (word.length > 3 && isAbbreviation(word, other)) best = Math.max(best, 1)
  }
  return best
}

/** Returns true if a word has letters of another in their order, from its first on, and most of them. */
function isAbbreviation(word: string, other: string): boolean {
  if (word[0] !== other[0] || 2 * word.length < other.length) return false
  let at = 0
  for (const letter of other) if (letter === word[at]) at++
  return at === word.length
}
