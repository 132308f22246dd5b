import { type ReactNode } from 'react'
import { withIsolatedQuotes } from '../../text/isolated'
import { Menu } from '../controls/Menu'

/**
 * Shows a chip that says what a file was understood as. Its accessible name is the whole text, which a click shows.
 * Nothing that is in doubt is in it.
 */
export function UnderstoodChip({
  sentences,
}: {
  readonly sentences: readonly string[]
}): ReactNode {
  const [first] = sentences
  if (first === undefined) return null
  return (
    <Menu
      className="understood"
      testId="notice"
      label={
        <>
          <span aria-hidden="true">{first}</span>
          <span className="visually-hidden">{sentences.join(' ')}</span>
        </>
      }
    >
      <div className="understood-text">
        {sentences.map((sentence) => (
          <p key={sentence}>{withIsolatedQuotes(sentence)}</p>
        ))}
      </div>
    </Menu>
  )
}
