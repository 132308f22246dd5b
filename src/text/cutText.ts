/** Returns the text, or if it has more than `length` UTF-16 units, its beginning with an ellipsis. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : `${beginningOf(text, length)}…`
}

/** Returns the first `length` UTF-16 units of a text, or one fewer if the cut would split a surrogate pair. */
export function beginningOf(text: string, length: number): string {
  if (text.length <= length) return text
  return text.slice(0, length).replace(/[\ud800-\udbff]$/, '')
}

/** Yields a text in pieces of at most `length` UTF-16 units (at least 2), none of which splits a surrogate pair. */
export function* piecesOf(text: string, length: number): Generator<string> {
  for (let start = 0; start < text.length;) {
    const piece = beginningOf(text.slice(start, start + length + 1), length)
    yield piece
    start += piece.length
  }
}
