import { type ReactNode } from 'react'
import { type BinReadout } from '../../figure/binReadout'

/** `readoutText` of the cell and what it stands for; the token is set apart, so that its direction turns nothing else. */
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
