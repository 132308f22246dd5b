/** A quote and what may follow it up to the same quote on the same line. */
const BODIES: Readonly<Record<string, RegExp>> = {
  '"': /(?:[^"\\\n]|\\.)*/y,
  "'": /(?:[^'\\\n]|\\.)*/y,
}

/**
 * Returns a script in which texts in single quotes, as Python prints them, are texts in JSON. Texts in double quotes are
 * kept. Either is on one line. The time is proportional to the length: a quote that has no end on its line is not
 * searched for again on that line.
 */
export function withJsonQuotes(text: string): string {
  const parts: string[] = []
  const quote = /["']/g
  const deadUntil: Record<string, number> = {}
  let done = 0
  for (let found = quote.exec(text); found !== null; found = quote.exec(text)) {
    const [mark] = found
    const start = found.index + 1
    if (start <= (deadUntil[mark] ?? 0)) continue
    const end = bodyEnd(text, mark, start)
    if (text[end] !== mark) {
      deadUntil[mark] = end
      continue
    }
    quote.lastIndex = end + 1
    if (mark === '"') continue
    parts.push(text.slice(done, start - 1), jsonText(text.slice(start, end)))
    done = end + 1
  }
  parts.push(text.slice(done))
  return parts.join('')
}

function bodyEnd(text: string, mark: string, start: number): number {
  const body = new RegExp(BODIES[mark] ?? '')
  body.lastIndex = start
  body.test(text)
  return body.lastIndex
}

/** Returns the body of a text of Python as a text in JSON. */
function jsonText(body: string): string {
  return JSON.stringify(body.replaceAll(/\\(x..|u....|.)/gs, unescaped))
}

const controls: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

function unescaped(_: string, escape: string): string {
  return escape.length === 1
    ? (controls[escape] ?? escape)
    : String.fromCharCode(Number(`0x${escape.slice(1)}`))
}
