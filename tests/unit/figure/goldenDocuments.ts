/** Smooth and signed, made of integers only, so that every machine has the same. */
export function waves(layerCount: number, tokenCount: number): number[][] {
  return Array.from({ length: layerCount }, (_, layer) =>
    Array.from({ length: tokenCount }, (__, token) => {
      const slow = Math.abs(((token * 7 + layer * 3) % 200) - 100) - 50
      const fast = ((token * token * 31 + layer * 17 + token * layer) % 23) - 11
      return (slow * 6 + fast * 9) / 10_000
    }),
  )
}

export function document(tokens: readonly string[], layerCount: number): string {
  return JSON.stringify({
    queries: ['Meta Token #2'],
    tokens,
    values: [waves(layerCount, tokens.length)],
  })
}

/** Two queries of different pasts and layer counts, with rows of different length in each. */
export function ragged(align: 'start' | 'end'): string {
  const first = waves(6, 9).map((row, layer) => row.slice(0, 9 - (layer % 3) * 2))
  const second = waves(4, 5).map((row, layer) => row.slice(0, 5 - (layer % 2)))
  return JSON.stringify({
    title: `Rows at the ${align}`,
    first_index: 3,
    queries: [
      { label: 'Meta Token #1', position: 12 },
      { label: 'Meta Token #2', position: 10 },
    ],
    tokens: [
      ['The', ' quick', ' brown', ' fox', ' jumps', ' over', ' the', ' lazy', ' dog'],
      [' over', ' the', ' lazy', ' dog', '.'],
    ],
    align,
    values: [first, second],
  })
}

/** Two prompts that differ in a few tokens, the second also in other pieces if `hasPieces`; rows end early, one value is missing. */
export function prompts(hasPieces = false): string {
  const first = [
    'F',
    'ruits',
    ':',
    ' apple',
    ',',
    ' plum',
    ',',
    ' fig',
    '.',
    'List',
    ':',
    '_PAUSE_',
  ]
  const other = [...first.slice(0, 5), ' pear', ',', ' fig', ' tree', ...first.slice(8)]
  const pieces = ['Fruits', ':', ' ap', 'ple,', ...first.slice(5)]
  const tokens = [first, hasPieces ? pieces : other]
  return JSON.stringify({
    title: 'Two prompts',
    hidden_size: 768,
    queries: ['Prompt A', 'Prompt B'],
    tokens,
    values: tokens.map(({ length }, query) =>
      waves(6, length).map((row, layer) =>
        row
          .slice(0, length - (layer % 3))
          .map((value, k) => (layer === 4 && k === 6 ? null : value + query / 50)),
      ),
    ),
  })
}

/** Two long texts, of which one lacks a stretch of the other. */
export function longPrompts(): string {
  const text = Array.from({ length: 1800 }, (_, token) => ` w${(token * 37) % 101}`)
  const tokens = [text, [...text.slice(0, 500), ...text.slice(700)]]
  return JSON.stringify({
    queries: ['Whole', 'Shortened'],
    tokens,
    values: tokens.map(({ length }) => waves(5, length)),
  })
}

/** Pasts of four lengths, whose tokens are their own; one value is missing. */
export function fourQueries(): string {
  const text = ['The', ' quick', ' brown', ' fox', ' jumps', ' over', ' the', ' lazy', ' dog']
  const lengths = [9, 6, 7, 3]
  return JSON.stringify({
    title: 'Four meta tokens',
    queries: lengths.map((_, query) => `Meta Token #${query + 1}`),
    tokens: lengths.map((length, query) => text.slice(query % 2, (query % 2) + length)),
    values: lengths.map((length, query) =>
      waves(query === 3 ? 4 : 6, 9).map((row, layer) =>
        row
          .slice(0, length)
          .map((value, k) => (query + layer + k === 8 ? null : value + query / 50)),
      ),
    ),
  })
}

export function someMissing(): string {
  const rows = waves(5, 8).map((row) => row.map(String))
  const [first, second, third] = rows
  if (first === undefined || second === undefined || third === undefined) throw new Error('5 rows')
  first[1] = 'null'
  second[4] = 'NaN'
  second[5] = 'Infinity'
  third[6] = '-Infinity'
  return `{"metric": "similarity", "source": "made for the tests", "values": [${rows
    .map((row) => `[${row.join(', ')}]`)
    .join(', ')}]}`
}

export function hostile(): string {
  const tokens = [
    '<script>alert(1)</script>',
    '"\'&amp;',
    ']]>',
    '\u0000\u0007\u001b',
    '\ud83d',
    '\ufffe',
    '\n',
    '',
    ' ',
    'x'.repeat(10_000),
    '\u202eabc',
    'NaN',
    '__proto__',
    '\u200d',
  ]
  return JSON.stringify({
    title: 'Title <b> & "quotes" \u0000 ]]> \ud83d',
    metric: '</text><script>',
    source: '\u0001 <!-- source -->',
    special: ['NaN'],
    layers: ['<a>', '\u0002', '', '3'],
    queries: [{ label: '\ud800 <query>\n2', position: 14 }],
    tokens: [tokens],
    values: [waves(4, tokens.length)],
  })
}

export function longTokens(count: number): string[] {
  return Array.from(
    { length: count },
    (_, k) => `${k % 3 === 0 ? ' ' : ''}${'tokenization'.repeat(1 + (k % 4))}`,
  )
}

export function longWords(): string {
  return JSON.stringify({
    title:
      'A title that is far too long for one line of a figure that is narrow, and for two of them as well, so it ends early',
    metric: 'cosine similarity of the centered residual stream after layer norm',
    source:
      'A long sentence about where the numbers come from, with its words broken over as many lines as it takes to tell it',
    layers: ['embedding and position', 'attention of block 0', 'multilayer perceptron of block 0'],
    queries: ['Meta Token with quite a long label that needs its room'],
    tokens: ['one', 'two', 'three', 'four'],
    values: [waves(3, 4)],
  })
}

/** Right to left, ideographs, emoji of several code points, combining marks. */
export const scripts = [
  'שלום',
  'مرحبا بالعالم',
  '你好世界',
  'こんにちは',
  '안녕하세요',
  '👩‍👩‍👧‍👦',
  '🇨🇭🏳️‍🌈',
  'e\u0301a\u0308o\u0302',
  'नमस्ते',
  'สวัสดี',
  'Zürich',
  'Ελλάδα',
  'Москва',
  '𝔘𝔫𝔦',
]

export function texts(count: number): string[] {
  const words = [' the', ' model', ',', ' reads', ' back', 'ward', '\n', ' and', ' out', '.']
  return Array.from(
    { length: count },
    (_, k) => words[(k * 7 + Math.floor(k / 10) * 3) % words.length] ?? '',
  )
}

/** Twelve layers of so many tokens that many share a pixel, all within ±0.001 but for one of 0.04. */
export function needle(): string {
  const rows = waves(12, 20_000).map((row) => row.map((value) => value / 50))
  const hot = rows[NEEDLE.layerIndex]
  if (hot !== undefined) hot[NEEDLE.tokenIndex] = 0.04
  return JSON.stringify({ title: '12 × 20,000', values: rows })
}

/** Where the hot cell of `needle` is. */
export const NEEDLE = { layerIndex: 7, tokenIndex: 7777 } as const

/** More layers than device pixels, each five tokens shorter than the one above it; some of them missing. */
export function manyLayers(): string {
  const rows = waves(1500, 60).map((row, layer) => row.slice(0, 60 - Math.floor(layer / 30)))
  const values = rows.map((row, layer) => {
    return row.map((value, token) => (layer < 40 && token < 20 ? null : value))
  })
  return JSON.stringify({ title: '1,500 layers', queries: ['Meta Token #9'], values: [values] })
}

export function rasterWithPadding(): string {
  const rows = waves(40, 400).map((row, layer) => row.slice(0, 400 - layer * 5))
  return JSON.stringify({ align: 'end', queries: ['Meta Token #9'], values: [rows] })
}

/** Two prompts whose rows are heads and whose columns are features with spaces in their names. */
export const headsByFeatures = JSON.stringify({
  title: 'Feature use by head',
  axes: { query: 'Prompt', row: 'KV head', column: 'Feature' },
  queries: ['Plain', 'Long'],
  tokens: ['subject noun', 'past tense', 'open quote', 'שם עצם', 'digit run', 'list item'],
  values: [waves(5, 6), waves(4, 6)],
})
