import { act, render, screen } from '@testing-library/react'
import { type ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { derived } from '../../src/app/derive/derived'
import { useDerived } from '../../src/app/derive/useDerived'
import { WorkContext } from '../../src/app/derive/Work'
import { createJobClient } from '../../src/worker/JobClient'

interface Asked {
  readonly from: object
  readonly name: string
  /** Something that the value does not depend on. */
  readonly note: string
}

interface Waiting {
  readonly settle: (value: string) => void
  readonly fail: (error: Error) => void
}

const from = {}

/** A value that is at hand for names in small letters, and else is made when the test says so. */
function words(): {
  word: ReturnType<typeof derived<Asked, string>>
  waiting: Map<string, Waiting>
} {
  const waiting = new Map<string, Waiting>()
  const word = derived<Asked, string>({
    of: (asked) => asked.from,
    key: ({ name }) => name,
    keptCount: 0,
    known: ({ name }) => (name === name.toLowerCase() ? name : undefined),
    makeElsewhere: ({ name }, { signal }) =>
      new Promise((settle, fail) => {
        waiting.set(name, { settle, fail })
        signal?.addEventListener('abort', () => waiting.delete(name))
      }),
  })
  return { word, waiting }
}

function show(): {
  ask: (name: string, note?: string) => void
  waiting: ReadonlyMap<string, Waiting>
  report: ReturnType<typeof vi.fn<(error: unknown) => void>>
} {
  const { word, waiting } = words()
  const report = vi.fn<(error: unknown) => void>()
  const jobs = createJobClient(() => {
    throw new Error('not needed')
  })
  const work = { jobs, report }
  function Shown({ name, note }: Pick<Asked, 'name' | 'note'>): ReactNode {
    const made = useDerived(word, { from, name, note })
    return made === undefined ? 'nothing yet' : `${made.value} of ${made.input.note}`
  }
  const shown = (name: string, note: string): ReactNode => (
    <WorkContext value={work}>
      <Shown name={name} note={note} />
    </WorkContext>
  )
  const { rerender } = render(shown('a', 'first'))
  return { ask: (name, note = 'first') => rerender(shown(name, note)), waiting, report }
}

describe('useDerived', () => {
  it('has at once what is at hand', () => {
    const { ask } = show()
    expect(screen.getByText('a of first')).toBeInTheDocument()
    ask('b')
    expect(screen.getByText('b of first')).toBeInTheDocument()
  })

  it('keeps the last value until the next one is made', async () => {
    const { ask, waiting } = show()
    ask('B')
    expect(screen.getByText('a of first')).toBeInTheDocument()
    await act(async () => waiting.get('B')?.settle('made'))
    expect(screen.getByText('made of first')).toBeInTheDocument()
  })

  it('makes nothing again for an input with the same value', async () => {
    const { ask, waiting } = show()
    ask('B', 'first')
    const begun = waiting.get('B')
    ask('B', 'second')
    expect(waiting.get('B')).toBe(begun)
    await act(async () => begun?.settle('made'))
    ask('B', 'third')
    expect(screen.getByText('made of first')).toBeInTheDocument()
  })

  it('gives up a value that is not wanted any more', async () => {
    const { ask, waiting } = show()
    ask('B')
    const begun = waiting.get('B')
    await act(async () => ask('C'))
    expect([...waiting.keys()]).toStrictEqual(['C'])
    await act(async () => begun?.settle('too late'))
    expect(screen.getByText('a of first')).toBeInTheDocument()
  })

  it('reports what goes wrong', async () => {
    const { ask, waiting, report } = show()
    ask('B')
    const error = new Error('no memory')
    await act(async () => waiting.get('B')?.fail(error))
    expect(report).toHaveBeenCalledExactlyOnceWith(error)
  })
})
