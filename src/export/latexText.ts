/** LaTeX for characters that it reads as commands, or that the fonts of every document have by another name. */
const COMMANDS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\ensuremath{<}',
  '>': '\\ensuremath{>}',
  '|': '\\ensuremath{|}',
  '"': '{\\ttfamily\\char34}',
  '`': '{\\ttfamily\\char96}',
  "'": '{\\ttfamily\\char39}',
  '−': '\\ensuremath{-}',
  '±': '\\ensuremath{\\pm}',
  '×': '\\ensuremath{\\times}',
  '÷': '\\ensuremath{\\div}',
  '·': '\\ensuremath{\\cdot}',
  '√': '\\ensuremath{\\surd}',
  '∞': '\\ensuremath{\\infty}',
  '≤': '\\ensuremath{\\leq}',
  '≥': '\\ensuremath{\\geq}',
  '≈': '\\ensuremath{\\approx}',
  '≠': '\\ensuremath{\\neq}',
  '∅': '\\ensuremath{\\emptyset}',
  '²': '\\ensuremath{^2}',
  '³': '\\ensuremath{^3}',
  '°': '\\ensuremath{^\\circ}',
  µ: '\\ensuremath{\\mu}',
  '←': '\\ensuremath{\\leftarrow}',
  '→': '\\ensuremath{\\rightarrow}',
  '↑': '\\ensuremath{\\uparrow}',
  '↓': '\\ensuremath{\\downarrow}',
  '↵': '\\ensuremath{\\hookleftarrow}',
  '⋯': '\\ensuremath{\\cdots}',
  '…': '\\ldots{}',
  '•': '\\textbullet{}',
  '–': '\\textendash{}',
  '—': '\\textemdash{}',
  '‘': '\\textquoteleft{}',
  '’': '\\textquoteright{}',
  '“': '\\textquotedblleft{}',
  '”': '\\textquotedblright{}',
  '␣': '\\textvisiblespace{}',
  '▁': '\\_',
  '§': '\\S{}',
  '©': '\\copyright{}',
  ß: '\\ss{}',
  Æ: '\\AE{}',
  æ: '\\ae{}',
  Œ: '\\OE{}',
  œ: '\\oe{}',
  Ø: '\\O{}',
  ø: '\\o{}',
  Ł: '\\L{}',
  ł: '\\l{}',
  ı: '\\i{}',
  α: '\\ensuremath{\\alpha}',
  β: '\\ensuremath{\\beta}',
  γ: '\\ensuremath{\\gamma}',
  δ: '\\ensuremath{\\delta}',
  ε: '\\ensuremath{\\varepsilon}',
  θ: '\\ensuremath{\\theta}',
  λ: '\\ensuremath{\\lambda}',
  μ: '\\ensuremath{\\mu}',
  π: '\\ensuremath{\\pi}',
  ρ: '\\ensuremath{\\rho}',
  σ: '\\ensuremath{\\sigma}',
  τ: '\\ensuremath{\\tau}',
  φ: '\\ensuremath{\\varphi}',
  χ: '\\ensuremath{\\chi}',
  Δ: '\\ensuremath{\\Delta}',
  Σ: '\\ensuremath{\\Sigma}',
  Ω: '\\ensuremath{\\Omega}',
}

/** Commands of the accents that stand on one letter, by combining character. They exist in every font encoding. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '\\`',
  '\u0301': "\\'",
  '\u0302': '\\^',
  '\u0303': '\\~',
  '\u0304': '\\=',
  '\u0306': '\\u',
  '\u0307': '\\.',
  '\u0308': '\\"',
  '\u030a': '\\r',
  '\u030b': '\\H',
  '\u030c': '\\v',
  '\u0323': '\\d',
  '\u0327': '\\c',
  '\u0331': '\\b',
}

/** A text for LaTeX. */
export interface LatexText {
  readonly text: string
  /** The characters that stand as code points, since pdflatex lacks them; each once. */
  readonly lacking: readonly string[]
}

/**
 * Returns a text that pdflatex sets as it reads, whatever it contains: no character of it acts as a command. A
 * character that pdflatex lacks becomes its code point, `U+4E2D`. Pairs of straight quotation marks are curled.
 */
export function latexText(given: string): LatexText {
  const lacking = new Set<string>()
  const quoted = given.replace(/"([^"]*)"/gu, '“$1”')
  const pieces = Array.from(quoted.normalize('NFC'), (character) => {
    const known = latexOf(character)
    if (known !== undefined) return known
    lacking.add(character)
    return codePoint(character)
  })
  // Adjacent hyphens or commas would become a dash or a quotation mark.
  const text = pieces.join('').replace(/([-,])(?=\1)/gu, '$1{}')
  return { text, lacking: [...lacking] }
}

function latexOf(character: string): string | undefined {
  const command = Object.hasOwn(COMMANDS, character) ? COMMANDS[character] : undefined
  if (command !== undefined) return command
  if (/^[ -~]$/u.test(character)) return character
  const [letter = '', accent = '', ...more] = character.normalize('NFD')
  const mark = ACCENTS[accent]
  if (mark === undefined || more.length > 0 || !/^[a-zA-Z]$/u.test(letter)) return undefined
  return `${mark}{${letter === 'i' || letter === 'j' ? `\\${letter}` : letter}}`
}

function codePoint(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `U+${digits}`
}
