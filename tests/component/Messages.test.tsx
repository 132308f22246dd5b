import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { Messages } from '../../src/app/page/Messages'
import { type FileProblem } from '../../src/app/state/AppState'

const cut: FileProblem = {
  fileName: 'cut.json',
  problem: {
    tag: 'syntax',
    message: 'The file ends in the middle of an array.',
    advice: 'Save it again, or copy it anew.',
    place: { path: 'values[1][3]', line: 7, column: 12, byte: 431, excerpt: '[0.1, 0.2' },
  },
}
const empty: FileProblem = {
  fileName: 'empty.json',
  problem: { tag: 'empty', message: 'The file is empty.', advice: 'Open another one.' },
}

function show(
  problems: readonly FileProblem[],
  notices: readonly string[],
  moreCount = 0,
): () => void {
  const onDismiss = vi.fn<() => void>()
  render(<Messages {...{ problems, notices, moreCount, onDismiss }} />)
  return onDismiss
}

describe('Messages', () => {
  it('of nothing have an alert that waits, and nothing to dismiss', () => {
    show([], [])
    expect(screen.getByRole('alert')).toBeEmptyDOMElement()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
  })

  it('say which file, what is wrong, where, and what to do', () => {
    show([cut], [])
    const alert = screen.getByRole('alert')
    expect(alert).toHaveTextContent('cut.json was not opened.')
    expect(alert).toHaveTextContent('The file ends in the middle of an array.')
    expect(alert).toHaveTextContent('values[1][3] · line 7, column 12 · byte 431')
    expect(alert).toHaveTextContent('[0.1, 0.2')
    expect(alert).toHaveTextContent('Save it again, or copy it anew.')
  })

  it('say no place where there is none', () => {
    show([empty], [])
    expect(screen.getByRole('alert')).not.toHaveTextContent('·')
  })

  it('tell every problem, and notices apart from them', () => {
    show([cut, empty], ['The view was ignored.'])
    expect(screen.getByRole('alert')).toHaveTextContent('empty.json was not opened.')
    expect(screen.getByRole('alert')).not.toHaveTextContent('The view was ignored.')
    expect(screen.getByText('The view was ignored.')).toBeInTheDocument()
  })

  it('are a few, each cut where a name in it has no end', () => {
    const long = 'x'.repeat(1_000_000)
    show([{ ...cut, fileName: long }], [long], 1234)
    expect(screen.getByText('… and 1,234 more')).toBeInTheDocument()
    expect(document.body.textContent.length).toBeLessThan(3000)
  })

  it('can be dismissed', async () => {
    const onDismiss = show([], ['The view was ignored.'])
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(onDismiss).toHaveBeenCalledOnce()
  })
})
