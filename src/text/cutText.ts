/** Returns the text, or if it has more than `length` UTF-16 units, its beginning with an ellipsis. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : `${beginningOf(text, length)}…`
}

/** Returns the first `length` UTF-16 units of a text, or one fewer if the cut would split a surrogate pair. */
export function beginningOf(text: string, length: number): string {
  if (text.length <= length) return text
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}
