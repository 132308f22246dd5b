import { useEffect, useMemo, useRef, useState, type Dispatch, type ReactNode } from 'react'
import { type FigureBasis } from '../../figure/figureBasis'
import { inOwnWords } from '../../tensor/Axes'
import { sections } from '../../tensor/settings/settings'
import { type ViewSettings } from '../../tensor/View'
import { type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { DomainEditor } from './DomainEditor'
import { keepSettings } from './keptSettings'
import { pageSettings } from './pageSettings'
import { SettingField } from './SettingField'
import { SettingsTransfer } from './SettingsTransfer'

interface SettingsPanelProps {
  readonly open: OpenTensor
  /** Basis of the shown figure; undefined until one is shown. */
  readonly basis?: FigureBasis | undefined
  readonly dispatch: Dispatch<AppAction>
  readonly onClose: () => void
}

/** Shows every setting of the view. It takes the focus when it opens; Escape closes it. */
export function SettingsPanel(props: SettingsPanelProps): ReactNode {
  const { open, basis, dispatch, onClose } = props
  const onChange = (settings: ViewSettings): void => dispatch({ type: 'view-changed', settings })
  const heading = useRef<HTMLHeadingElement>(null)
  // The panel is far from its button in the document. With the focus here, the next Tab reaches the panel's first
  // control.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <section className="panel settings" aria-labelledby="settings-title">
      <div
        role="presentation"
        onKeyDown={({ key }) => {
          if (key === 'Escape') onClose()
        }}
      >
        <div className="panel-head">
          <h2 id="settings-title" ref={heading} tabIndex={-1}>
            Settings
          </h2>
          <button
            type="button"
            className="button is-quiet"
            aria-label="Close settings"
            onClick={onClose}
          >
            ×
          </button>
        </div>
        {sections.map(({ name, rows, isClosed }) => {
          const shown = rows.filter((key) => pageSettings[key]?.isShown?.(open) ?? true)
          if (shown.length === 0) return null
          return (
            <details key={name} open={!isClosed}>
              <summary>{inOwnWords(name, open.tensor)}</summary>
              {name === 'Colors' && basis ? (
                <DomainEditor basis={basis} view={open.view} onChange={onChange} />
              ) : null}
              {shown.map((key) => (
                <SettingField
                  key={key}
                  settingKey={key}
                  open={open}
                  onChange={onChange}
                  onReset={() => dispatch({ type: 'setting-reset', key })}
                />
              ))}
            </details>
          )
        })}
        <SettingsTransfer
          view={open.view}
          onPaste={(parsed) => dispatch({ type: 'settings-pasted', parsed })}
        />
      </div>
    </section>
  )
}

/** The state of the settings panel, and the functions that change it. */
export interface SettingsState {
  readonly isOpen: boolean
  readonly toggle: () => void
  /** Closes the panel and moves the focus to its button. */
  readonly close: () => void
}

/** Returns the state of the settings panel, and stores the chosen settings whenever they change. */
export function useSettingsPanel(kept: ViewSettings): SettingsState {
  const [isOpen, setIsOpen] = useState(false)
  // Storage is outside React's state, so it is written in an effect.
  useEffect(() => keepSettings(kept), [kept])
  return useMemo(
    () => ({
      isOpen,
      toggle: () => setIsOpen((was) => !was),
      close: () => {
        setIsOpen(false)
        document.querySelector<HTMLElement>('.settings-button')?.focus()
      },
    }),
    [isOpen],
  )
}
