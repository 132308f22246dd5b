import { type ReactNode } from 'react'
import { type BinReadout } from '../../figure/binReadout'

/**
 * Shows the text of `readoutText` for a cell and its bin. The token is isolated, so that its writing direction affects
 * no other text.
 */
export function ReadoutLine({ readout }: { readonly readout: BinReadout }): ReactNode {
  const { cell, scope } = readout
  const { layer, token, value, displayed } = cell
  return (
    <>
      layer <b>{layer}</b>
      {token === undefined ? null : (
        <>
          {` · token ${token.index} `}
          {token.text === undefined ? null : (
            <>
              <b className="token">
                "<bdi>{token.text}</bdi>"
              </b>{' '}
            </>
          )}
          {`(${token.distance} back)`}
        </>
      )}
      {' · '}
      <b>{value}</b>
      {displayed === undefined ? null : ` · ${displayed}`}
      {scope === undefined ? null : ` · ${scope}`}
    </>
  )
}
