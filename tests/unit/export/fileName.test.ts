import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileBaseName } from '../../../src/export/fileName'

describe('fileBaseName', () => {
  it.each(['', ' ', '...', '.json', '.simlens.json', '. .'])(
    'is simlens where nothing is left of %j',
    (name) => {
      expect(fileBaseName(name)).toBe('simlens')
    },
  )

  it.each([
    ['list-recall.json', 'list-recall'],
    ['List.JSON', 'List'],
    ['figure.simlens.json', 'figure'],
    ['values.npy.gz', 'values'],
    ['twice.json.json', 'twice.json'],
    ['gpt2.layer.3', 'gpt2.layer.3'],
  ])('takes one known extension off: %s', (name, expected) => {
    expect(fileBaseName(name)).toBe(expected)
  })

  it.each([
    ['Meta Token #2 • Past Cosine-Sim (Padded)', 'Meta Token #2 • Past Cosine-Sim (Padded)'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'],
    ['two\n  lines\tand more', 'two lines and more'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['abc\u202Egpj.exe', 'abc-gpj.exe'],
    ['half \uD83D pair', 'half - pair'],
    ['नमस्ते, 世界, می‌خواهم', 'नमस्ते, 世界, می‌خواهم'],
    ['trailing dots... ', 'trailing dots'],
    ['cafe\u0301', 'caf\u00E9'],
  ])('makes %j safe', (title, expected) => {
    expect(fileBaseName(title)).toBe(expected)
  })

  it.each(['con', 'NUL', 'Com1', 'lpt9.notes', 'aux .x', 'COM²'])(
    'marks the reserved %s',
    (name) => {
      expect(fileBaseName(name)).toBe(`_${name}`)
    },
  )

  it.each(['console', 'com10', 'nullify', 'auxiliary.notes'])('leaves %s alone', (name) => {
    expect(fileBaseName(name)).toBe(name)
  })

  it('cuts long names, but no surrogate pair', () => {
    expect(fileBaseName('x'.repeat(500))).toBe('x'.repeat(80))
    expect(fileBaseName(`x${'😀'.repeat(100)}`)).toBe(`x${'😀'.repeat(39)}`)
  })

  it('is safe for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc
        .array(fc.constantFrom('.', ' ', '/', '\\', 'con', 'nul', 'é'))
        .map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (title) => {
        const name = fileBaseName(title)
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(80)
        expect(name).not.toMatch(/[\p{Cc}\p{Cs}/\\:*?"<>|]/u)
        expect(name).not.toMatch(/^[. ]|[. ]$/)
        expect(name).not.toMatch(/^(?:con|nul)(?:\.|$)/i)
        expect(new TextEncoder().encode(`${name}.simlens.json`).length).toBeLessThanOrEqual(255)
      }),
    )
  })
})
