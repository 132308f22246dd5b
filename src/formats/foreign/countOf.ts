/** Labels with more than this many different sets of words are not counting labels. */
const MAX_FORMS = 3

/**
 * Returns the numbers of counting labels: `0 … 11`, `L11 … L0`, `0_pre, 0_mid, 1_pre`, also with a word at an end
 * (`output`). Returns undefined for texts such as those of tokens, even if each contains a number (`When 1, John 2`).
 */
export function countOf(labels: readonly string[]): readonly number[] | undefined {
  const numbers = labels.flatMap((label) => label.match(/\d+/)?.[0] ?? []).map(Number)
  const forms = new Set(labels.map((label) => label.replace(/\d+/g, '#')))
  const isText = forms.size > MAX_FORMS || (forms.size > 1 && forms.size === labels.length)
  if (isText || numbers.length * 2 < labels.length) return undefined
  if (numbers.length < 2) return labels.length < 2 ? numbers : undefined
  const isRising = numbers.every((number, i) => number >= (numbers[i - 1] ?? -1))
  return isRising || isFalling(numbers) ? numbers : undefined
}

/** Whether labels count down, with the last layer first. */
export function isCountingDown(labels: readonly string[]): boolean {
  const numbers = countOf(labels)
  return (
    numbers !== undefined &&
    numbers.length > 1 &&
    isFalling(numbers) &&
    numbers[0] !== numbers.at(-1)
  )
}

function isFalling(numbers: readonly number[]): boolean {
  return numbers.every((number, i) => number <= (numbers[i - 1] ?? Infinity))
}
