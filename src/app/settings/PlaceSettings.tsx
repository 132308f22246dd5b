import { useState, type Dispatch, type ReactNode } from 'react'
import { type FigureBasis } from '../../figure/figureBasis'
import { settings, type ViewKey } from '../../tensor/settings/settings'
import { type ViewSettings } from '../../tensor/View'
import { Popover } from '../controls/Popover'
import { TextField } from '../controls/TextField'
import { type OpenTensor } from '../state/AppState'
import { type AppAction } from '../state/appReducer'
import { DomainEditor } from './DomainEditor'
import { SettingRows } from './SettingField'

/** A part of the figure whose settings the reader asks for. */
export type AskedPlace = {
  /** Its button, beside which the settings lie. */
  readonly opener: HTMLElement
} & (
  | { readonly key: 'color_bar' }
  | {
      readonly key: 'x_title' | 'y_title'
      /** The shown title. */
      readonly text: string
    }
)

type OnPlace = (place: AskedPlace | undefined) => void

/** Returns the part whose settings are asked for as long as a tensor is shown, and what changes it. */
export function useAsked(
  open: OpenTensor | undefined,
): readonly [place: AskedPlace | undefined, OnPlace] {
  const id = open?.id
  const [asked, setAsked] = useState<{
    readonly place: AskedPlace | undefined
    readonly id: typeof id
  }>()
  if (asked !== undefined && asked.id !== id) setAsked(undefined)
  return [asked?.place, (place) => setAsked({ place, id })]
}

const places = {
  color_bar: {
    label: 'Colors',
    rows: ['colormap', 'reversed', 'scale', 'threshold', 'transform', 'scope'],
  },
  x_title: {
    label: settings.x_title.name,
    rows: ['axis', 'align_to', 'width', 'order', 'labels', 'indices', 'special'],
  },
  y_title: { label: settings.y_title.name, rows: ['layers', 'layer_order'] },
} as const satisfies Readonly<
  Record<AskedPlace['key'], { readonly label: string; readonly rows: readonly ViewKey[] }>
>

interface PlaceSettingsProps {
  readonly asked: AskedPlace
  readonly open: OpenTensor
  /** Basis of the shown figure. */
  readonly basis: FigureBasis
  readonly dispatch: Dispatch<AppAction>
  readonly onClose: () => void
}

/** Shows the settings of a part of the figure beside it: of an axis with its title, or of the colors. */
export function PlaceSettings(props: PlaceSettingsProps): ReactNode {
  const { asked, open, basis, dispatch, onClose } = props
  const { label, rows } = places[asked.key]
  const onChange = (changed: ViewSettings): void => {
    dispatch({ type: 'view-changed', settings: changed })
  }
  return (
    <Popover label={label} opener={asked.opener} onClose={onClose}>
      {(leave) => (
        <>
          {asked.key === 'color_bar' ? (
            <DomainEditor basis={basis} view={open.view} onChange={onChange} />
          ) : (
            <TextField
              text={asked.text}
              label={label}
              onEnd={(typed, isByKey) => {
                const { key } = asked
                if (typed?.trim() === '') dispatch({ type: 'setting-reset', key })
                else if (typed !== undefined) onChange({ [key]: typed })
                if (isByKey) leave()
              }}
            />
          )}
          <SettingRows {...{ rows, open, dispatch }} />
        </>
      )}
    </Popover>
  )
}
