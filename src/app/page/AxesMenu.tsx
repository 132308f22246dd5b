import { type ReactNode } from 'react'
import { inOwnWords } from '../../tensor/Axes'
import { settings } from '../../tensor/settings/settings'
import { type Axis } from '../../tensor/Matrix'
import { type ViewSettings } from '../../tensor/View'
import { Menu } from '../controls/Menu'
import { DetailPicker, SettingChoice } from '../controls/SettingChoice'
import { offeredAxes } from '../settings/pageSettings'
import { type OpenTensor } from '../state/AppState'
import { SequenceButton } from './OrderStatus'

interface AxesMenuProps {
  readonly open: OpenTensor
  /** True if the plot has more cells than pixels. */
  readonly hasBins: boolean
  readonly onChange: (settings: ViewSettings) => void
  /** Shows or hides the axes of a foreign file's tensor. */
  readonly onAxes: () => void
  readonly hasAxes: boolean
}

/** The direction of rows that are queries. */
const queryRows = {
  ...settings.layers,
  toolbar: { ...settings.layers.toolbar, name: 'Queries' },
}

/** Shows the choices of the direction, the order and the length of the axes. Its button says how the tokens run. */
export function AxesMenu(props: AxesMenuProps): ReactNode {
  const { open, hasBins, onChange, onAxes, hasAxes } = props
  const { tensor, view, found } = open
  const axes = offeredAxes(tensor)
  const areLayers = view.rows === 'layer'
  return (
    <Menu label={`Axes: ${stateOf(open)}`}>
      <div className="axes-choices">
        {axes.length > 1 ? (
          <SettingChoice
            tensor={tensor}
            setting={{ ...settings.axis, options: axes }}
            value={shownAxis(open)}
            onChange={(axis) => onChange({ axis })}
          />
        ) : null}
        {tensor.queries.length < 2 ? null : (
          <SettingChoice
            tensor={tensor}
            setting={settings.rows}
            value={view.rows}
            onChange={(rows) => onChange({ rows })}
          />
        )}
        <SettingChoice
          tensor={tensor}
          setting={areLayers ? settings.layers : queryRows}
          value={view.layers}
          onChange={(layers) => onChange({ layers })}
        />
        {tensor.queries.length < 2 || !areLayers || view.axis === 'aligned' ? null : (
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
        {found === undefined ? null : (
          <button
            type="button"
            className="button"
            aria-expanded={hasAxes}
            data-closes-menu
            onClick={onAxes}
          >
            Axes of the file…
          </button>
        )}
      </div>
    </Menu>
  )
}

/** Returns the axis that is shown: columns that have no distance from the query are by position. */
function shownAxis({ tensor, view }: Pick<OpenTensor, 'tensor' | 'view'>): Axis {
  return offeredAxes(tensor).some(([axis]) => axis === view.axis) ? view.axis : 'position'
}

/** Returns how the columns run, in a word. */
function stateOf({ tensor, view }: OpenTensor): string {
  // Queries that take turns are in the order of the sequence.
  const mayBeReordered = view.flick === undefined
  if (mayBeReordered && (view.order !== 'position' || view.layer_order !== 'position')) {
    return 'reordered'
  }
  if (offeredAxes(tensor).length < 2) return view.layers === 'up' ? '0 at bottom' : '0 at top'
  const chosen = settings.axis.options.find(([axis]) => axis === shownAxis({ tensor, view }))
  return inOwnWords(chosen?.[1] ?? '', tensor).toLowerCase()
}
