import { type Dispatch, type ReactNode } from 'react'
import { type FigureBasis } from '../../figure/figureBasis'
import { inOwnWords } from '../../tensor/Axes'
import { sections } from '../../tensor/settings/settings'
import { type ViewSettings } from '../../tensor/View'
import { type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { DomainEditor } from './DomainEditor'
import { SettingRows, shownRows } from './SettingField'
import { SettingsTransfer } from './SettingsTransfer'

interface SettingsPanelProps {
  readonly open: OpenTensor
  /** Basis of the shown figure; undefined until one is shown. */
  readonly basis?: FigureBasis | undefined
  readonly dispatch: Dispatch<AppAction>
}

/** Shows every setting of the view. */
export function SettingsPanel({ open, basis, dispatch }: SettingsPanelProps): ReactNode {
  const onChange = (settings: ViewSettings): void => dispatch({ type: 'view-changed', settings })
  return (
    <>
      {sections.map(({ name, rows, isClosed }) => {
        const shown = shownRows(rows, open)
        if (shown.length === 0) return null
        return (
          <details key={name} open={!isClosed}>
            <summary>{inOwnWords(name, open.tensor)}</summary>
            {name === 'Colors' && basis ? (
              <DomainEditor basis={basis} view={open.view} onChange={onChange} />
            ) : null}
            <SettingRows {...{ rows: shown, open, dispatch }} />
          </details>
        )
      })}
      <SettingsTransfer
        view={open.view}
        onPaste={(parsed) => dispatch({ type: 'settings-pasted', parsed })}
      />
    </>
  )
}
