import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { latexText } from '../../src/export/latexText'
import { visibleProse } from '../../src/text/visibleText'
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
  const file = join(folder, 'paper.tex')
  writeFileSync(
    file,
    `\\documentclass[twocolumn]{article}\n\\usepackage{graphicx}\n${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`,
  )
  const options = ['-interaction=nonstopmode', '-halt-on-error', '-no-shell-escape', 'paper.tex']
  const { status, stdout } = spawnSync('pdflatex', options, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout.slice(-2000))
  const pages = spawnSync('pdftotext', ['-raw', 'paper.pdf', '-'], {
    cwd: folder,
    encoding: 'utf8',
  })
  return pages.stdout.replace(/\s+/gu, ' ')
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
    spawnSync('rsvg-convert', ['-f', 'pdf', '-o', join(folder, `${name}.pdf`)], {
      input: readFileSync('tests/golden/paper-column.svg'),
    })
    writeFileSync(join(folder, `${name}.caption.tex`), text)
    const pages = typeset(`\\begin{figure}${line}\\input{${name}.caption}\\end{figure}`)
    expect(pages).toContain('banana')
    expect(pages).toContain('180 cells')
  })
})
