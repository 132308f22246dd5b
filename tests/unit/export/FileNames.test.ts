import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileNames } from '../../../src/export/FileNames'

describe('FileNames', () => {
  it('leaves a name alone while it does not repeat', () => {
    const names = new FileNames()
    expect(names.nameFor('run_meta-token-1', { id: 1, paper: 'column' })).toBe('run_meta-token-1')
    expect(names.nameFor('run_meta-token-1', { id: 1, paper: 'column' })).toBe('run_meta-token-1')
    // Data are the same on any paper.
    expect(names.nameFor('run_meta-token-1', { id: 1 })).toBe('run_meta-token-1')
  })

  it('adds the paper where the name would repeat', () => {
    const names = new FileNames()
    names.nameFor('run', { id: 1, paper: 'column' })
    expect(names.nameFor('run', { id: 1, paper: 'columns' })).toBe('run_columns')
    expect(names.nameFor('run', { id: 1, paper: '' })).toBe('run_screen')
    expect(names.nameFor('run', { id: 1, paper: 'column' })).toBe('run')
  })

  it('gives two tensors two names', () => {
    const names = new FileNames()
    expect(names.nameFor('run', { id: 1, paper: '' })).toBe('run')
    expect(names.nameFor('run', { id: 2, paper: '' })).toBe('run-2')
    expect(names.nameFor('run', { id: 3 })).toBe('run-3')
    expect(names.nameFor('run', { id: 2 })).toBe('run-2')
  })

  it('never gives one name to two figures', () => {
    const anyFigure = fc.record({
      name: fc.constantFrom('a', 'a-2', 'a_column', 'a_screen'),
      id: fc.integer({ min: 1, max: 4 }),
      paper: fc.constantFrom('', 'column', 'slide'),
    })
    fc.assert(
      fc.property(fc.array(anyFigure), (figures) => {
        const names = new FileNames()
        const owners = new Map<string, string>()
        for (const { name, id, paper } of figures) {
          const given = names.nameFor(name, { id, paper })
          const owner = owners.get(given) ?? `${id} ${paper}`
          expect(owner).toBe(`${id} ${paper}`)
          owners.set(given, owner)
          expect(names.nameFor(name, { id, paper })).toBe(given)
        }
      }),
    )
  })
})
