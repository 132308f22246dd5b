import { type ReactNode } from 'react'
import { type CellStore } from '../reading/CellStore'
import { Readout } from '../reading/Readout'
import { type PageFigure } from '../figure/useFigure'

interface PageFooterProps {
  readonly figure: PageFigure | undefined
  readonly store: CellStore
  readonly isEmbedded: boolean
}

/** The readout, always in the same place, and what becomes of the reader's files. */
export function PageFooter({ figure, store, isEmbedded }: PageFooterProps): ReactNode {
  return (
    <footer className="footer">
      <Readout model={figure?.model} store={store} pinned={figure?.pinned} />
      {isEmbedded ? null : <p>Nothing is uploaded. This page works offline.</p>}
    </footer>
  )
}
