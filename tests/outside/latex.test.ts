import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { latexText } from '../../src/export/latexText'
import { visibleProse, visibleText } from '../../src/text/visibleText'
import { wholePdf } from '../unit/export/pdf/wholePdf'
import { exportFile } from '../browser/harness/exportFile'
import { test } from '../browser/harness/pageTest'
import { showTensor } from '../browser/harness/showTensor'
import { figureOfCase } from '../unit/figure/drawCase'
import { goldenCases } from '../unit/figure/goldenCases'
import { anyTokenText } from '../unit/layout/anyText'
import { captionOf } from '../unit/export/captionOf'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'simlens-latex-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Texts that LaTeX would run, and characters that its fonts lack. */
const hostile = [
  '\\input{/etc/passwd} \\write18{id} \\def\\x{} \\end{document}',
  '# $ % & _ { } ~ ^ \\ | < > "a" `b` \'c\' -- --- ,, ?` !`',
  '\u0000\u0001\u001b\u007f\u0085 \ud83d \u202eabc \ufffe',
  '你好，世界 👩‍👩‍👧‍👦 🇩🇪 بسم الله नमस्ते',
  'Größe naïve señor Łódź Žižek Ångström œuvre ÐðÞþ «x» ΑΒΓ αβγ Ж',
  '␣level ↵ ⇥ ⋯ … • − × ± → ▁the Ġthe √ ∞ ² ½ ™ \u{1d518}',
  ']\\]] {[}] ^^41 ^^M //',
] as const

/** Runs pdflatex on a document with this body, and returns the text of its pages, on one line. Throws its log if it fails. */
function typeset(body: string, preamble = ''): string {
  typesetLog(body, preamble)
  const pages = spawnSync('pdftotext', ['-raw', 'paper.pdf', '-'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return pages.stdout.replace(/\s+/gu, ' ')
}

/** The log of pdflatex for a document with this body. Throws it if pdflatex fails. */
function typesetLog(body: string, preamble: string): string {
  const file = join(folder, 'paper.tex')
  writeFileSync(
    file,
    `\\documentclass[twocolumn]{article}\n\\usepackage{graphicx}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`,
  )
  const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'paper.tex']
  const { status, stdout } = spawnSync('pdflatex', options, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout.slice(-2000))
  return stdout
}

describe('texts for LaTeX', () => {
  it.each(hostile)('are typeset as they read: %s', (text) => {
    const shown = visibleProse(text)
    expect(() => typeset(latexText(shown).text)).not.toThrow()
    expect(() => typeset(`\\section{${latexText(shown).text}}`)).not.toThrow()
  })

  it('run nothing, in whatever text', () => {
    const texts = fc.sample(fc.oneof(anyTokenText, fc.string({ unit: 'binary' })), {
      numRuns: 300,
      seed: 18,
    })
    const body = texts.map((text) => `${latexText(visibleProse(text)).text}\n\n`).join('')
    expect(() => typeset(body)).not.toThrow()
  })

  it('keep what they say', () => {
    const text = 'plum_1 & 50 % of {all} #2: a\\b ~ ^'
    expect(typeset(latexText(text).text, '\\usepackage[T1]{fontenc}')).toContain(text)
  })
})

describe('a caption file', () => {
  it.each(['', '\\usepackage[T1]{fontenc}'])(
    'is typeset in a two-column paper with hostile texts %s',
    async (preamble) => {
      const { text, name } = await captionOf({
        title: hostile.join(' '),
        source: hostile.join(' '),
        queries: [{ label: '你好 \\input{x} #1' }],
        tokens: ['你好', '👩‍👩‍👧‍👦', '\\input', '#', '%', '$', '_', '\u0001'],
        values: [[[0.1, 0.2, 0.3, null, 0.5, 0.6, 0.7, 0.8]]],
      })
      writeFileSync(join(folder, `${name}.caption.tex`), text)
      const pages = typeset(
        `\\begin{figure}\\rule{3.25in}{2in}\\input{${name}.caption.tex}\\end{figure}\nSee Figure \\ref{fig:${name}}.`,
        preamble,
      )
      expect(pages).toContain('Figure 1:')
      expect(pages).toContain('8 past tokens')
      expect(pages).toContain('U+4F60')
    },
  )

  it('says in a comment how the picture is included, with the alternative text', async () => {
    const { text, name } = await captionOf(
      JSON.parse(readFileSync('tests/fixtures/canonical/meta-token-2.json', 'utf8')),
    )
    const line = /^% (\\includegraphics\[.*\]\{.*\.pdf\})$/mu.exec(text)?.[1] ?? ''
    expect(line).toContain('alt={Heatmap of cosine similarity for Meta Token \\#2')
    const golden = goldenCases.find((each) => each.name === 'paper-column')
    if (golden === undefined) throw new Error('no case paper-column')
    const texts = { title: 'Title', description: 'Words', software: 'SimLens' }
    const { bytes } = wholePdf(await figureOfCase(golden), { ...texts, physicalWidth: 82.55 })
    writeFileSync(join(folder, `${name}.pdf`), bytes)
    writeFileSync(join(folder, `${name}.caption.tex`), text)
    const pages = typeset(`\\begin{figure}${line}\\input{${name}.caption}\\end{figure}`)
    expect(pages).toContain('banana')
    expect(pages).toContain('180 cells')
  })
})

/** A page whose columns are 3.25 in wide. */
const TWO_COLUMNS = '\\usepackage[textwidth=6.75in,columnsep=0.25in]{geometry}'

const scripts = [
  'plum',
  '你好',
  '👩‍👩‍👧‍👦',
  'سلام',
  'שלום',
  'नमस्ते',
  '\\input{x}',
  '#1',
  '50%',
  '$_^',
  'a\u0001b',
]

describe.each([
  [
    'of Latin letters',
    ['F', 'ruits', ':', 'orange', 'peach', 'banana', 'plum', 'Tools', ':', 'level', 'pl'],
  ],
  ['of other scripts, and commands', scripts],
])('a figure with tokens %s', (_name, tokens) => {
  test('stands with its caption in a column of a paper', async ({ openPage }) => {
    const page = await openPage()
    const values = [0, 1, 2].map((row) => tokens.map((_token, k) => ((row + 3 * k) % 7) / 10))
    await showTensor(
      page,
      { title: 'Paper', tokens, values, view: { paper: 'column' } },
      'Any paper.json',
    )
    const [pdf, caption] = [await exportFile(page, 'PDF'), await exportFile(page, 'Caption')]
    for (const { name, bytes } of [pdf, caption]) writeFileSync(join(folder, name), bytes)

    const fonts = run('pdffonts', pdf.name).trim().split('\n').slice(2)
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) expect(font).toMatch(/ CID TrueType +Identity-H +yes yes yes /)
    const read = run('pdftotext', '-raw', pdf.name, '-')
      .normalize('NFC')
      .replace(/[\s\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, '')
    // Programs give turned texts letter by letter, as they stand: those from right to left begin with the last one.
    const lost = tokens.map(visibleText).filter((token) => {
      return ![token, Array.from(token).toReversed().join('')].some((each) => read.includes(each))
    })
    expect(lost).toEqual([])
    expect(run('pdfinfo', pdf.name)).toMatch(/Page size: +234 x /)

    const line = /^% (\\includegraphics\[.*\]\{.*\.pdf\})$/mu.exec(String(caption.bytes))?.[1] ?? ''
    expect(line).toContain(pdf.name)
    const body = `\\begin{figure}\n${line}\n\\input{${caption.name}}\n\\end{figure}`
    const log = typesetLog(body, TWO_COLUMNS)
    expect(log).not.toMatch(/^!|Overfull|Missing character/mu)
    expect(log).toContain(`<./${pdf.name}>`)
  })
})

function run(program: string, ...options: readonly string[]): string {
  return spawnSync(program, options, { cwd: folder, encoding: 'utf8' }).stdout
}
