import { type ReactNode } from 'react'
import { type CellStore } from '../reading/CellStore'
import { Readout } from '../reading/Readout'
import { type PageFigure } from '../figure/useFigure'

interface PageFooterProps {
  readonly figure: PageFigure | undefined
  readonly store: CellStore
  readonly isEmbedded: boolean
}

/** Shows the readout, which always has the same place, and the note that files are not uploaded. */
export function PageFooter({ figure, store, isEmbedded }: PageFooterProps): ReactNode {
  return (
    <footer className="footer">
      <Readout model={figure?.model} store={store} pinned={figure?.pinned} />
      {isEmbedded ? null : <p>Nothing is uploaded. This page works offline.</p>}
    </footer>
  )
}
