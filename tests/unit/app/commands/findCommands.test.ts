import { describe, expect, it } from 'vitest'
import { findCommands, type Command } from '../../../../src/app/commands/Command'

function command(name: string, words: Partial<Command> = {}): Command {
  return { name, run: () => undefined, ...words }
}

const all = [
  command('Order of tokens: Similarity (cluster)', { terms: ['sort'] }),
  command('Order of layers: Similarity (cluster)', { terms: ['sort'] }),
  command('Colormap: viridis', { terms: ['palette'], isChosen: true }),
  command('Colormap: magma', { terms: ['palette'] }),
  command('Scale: Symlog', { terms: ['log'] }),
  command('Scale: Rank', { terms: ['log'] }),
  command('Save PNG', { about: 'Picture in pixels' }),
  command('Values: 2 digits', { about: 'Cells with enough room show their values.' }),
]

function found(text: string): readonly string[] {
  return findCommands(all, text).map(({ name }) => name)
}

describe('findCommands', () => {
  it('lists all commands in their order without a text', () => {
    expect(findCommands(all, '')).toEqual(all)
    expect(findCommands(all, '  ')).toEqual(all)
    expect(findCommands([], 'save')).toEqual([])
  })

  it.each([
    ['cluster tokens', 'Order of tokens: Similarity (cluster)'],
    ['sort the layers', 'Order of layers: Similarity (cluster)'],
    ['palette', 'Colormap: magma'],
    ['viridis', 'Colormap: viridis'],
    ['log', 'Scale: Symlog'],
    ['SAVE png', 'Save PNG'],
    ['values in cells', 'Values: 2 digits'],
    ['colour', 'Colormap: magma'],
    ['clrmap', 'Colormap: magma'],
  ])('finds %j as %s', (text, name) => {
    expect(found(text)[0]).toBe(name)
  })

  it.each(['colormap png', 'xyz', 'of nothing', '−', '(', '\\', '__proto__'])(
    'finds nothing for %j, or everything if it has no word',
    (text) => {
      expect([0, all.length]).toContain(found(text).length)
    },
  )
})
