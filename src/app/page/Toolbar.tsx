import { type ReactNode } from 'react'
import { wordsOf } from '../../tensor/Axes'
import { settings } from '../../tensor/settings/settings'
import { type ViewSettings } from '../../tensor/View'
import { type Windows } from '../../tensor/Windows'
import { QueryPicker } from '../controls/QueryPicker'
import { DetailPicker, SettingChoice } from '../controls/SettingChoice'
import { type PageFigure } from '../figure/useFigure'
import { type FindingsState } from '../findings/useFindingsPanel'
import { type CellStore } from '../reading/CellStore'
import { type SettingsState } from '../settings/SettingsPanel'
import { type OpenTensor } from '../state/AppState'
import { Navigation } from './Navigation'
import { SequenceButton } from './OrderStatus'

interface ToolbarProps {
  readonly open: OpenTensor
  readonly figure: PageFigure | undefined
  /** True if the plot has more cells than pixels. */
  readonly hasBins: boolean
  readonly store: CellStore
  readonly onChange: (settings: ViewSettings) => void
  readonly onZoom: (windows: Windows) => void
  readonly panel: SettingsState
  readonly findings: FindingsState
  /** Shows or hides the axes of a foreign file's tensor. */
  readonly onAxes: () => void
  readonly hasAxes: boolean
}

/** Chooses which part of the tensor is shown, and how. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { open, figure, hasBins, store, onChange, onZoom, panel, findings, onAxes, hasAxes } = props
  const { tensor, view, windows } = open
  return (
    <section className="toolbar" aria-label="View">
      <QueryPicker
        tensor={tensor}
        queryIndex={view.query}
        onChange={(query) => onChange({ query })}
      />
      {wordsOf(tensor).hasDistance ? (
        <SettingChoice
          tensor={tensor}
          setting={settings.axis}
          value={view.axis}
          onChange={(axis) => onChange({ axis })}
        />
      ) : null}
      <SettingChoice
        tensor={tensor}
        setting={settings.layers}
        value={view.layers}
        onChange={(layers) => onChange({ layers })}
      />
      {tensor.queries.length < 2 ? null : (
        <SettingChoice
          tensor={tensor}
          setting={settings.width}
          value={view.width}
          onChange={(width) => onChange({ width })}
        />
      )}
      {hasBins ? (
        <DetailPicker value={view.detail} onChange={(detail) => onChange({ detail })} />
      ) : null}
      <SequenceButton view={view} onChange={onChange} />
      <div className="toolbar-end">
        {figure && <Navigation {...{ figure, windows, store, onZoom }} />}
        {open.found === undefined ? null : (
          <button type="button" className="button" aria-expanded={hasAxes} onClick={onAxes}>
            Axes…
          </button>
        )}
        <PanelButton name="Findings" panel={findings} />
        <PanelButton name="Settings" panel={panel} />
      </div>
    </section>
  )
}

interface PanelButtonProps {
  readonly name: 'Findings' | 'Settings'
  readonly panel: { readonly isOpen: boolean; readonly toggle: () => void }
}

/**
 * Opens and closes a panel next to the figure. A panel that closes finds this button by its class and moves the focus
 * to it.
 */
function PanelButton({ name, panel }: PanelButtonProps): ReactNode {
  return (
    <button
      type="button"
      className={`button ${name.toLowerCase()}-button`}
      aria-expanded={panel.isOpen}
      onClick={panel.toggle}
    >
      {name}
    </button>
  )
}
