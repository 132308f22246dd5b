import { type ComponentType } from 'react'
import { type ViewSettings } from '../../tensor/View'
import { type OpenTensor } from '../state/appState'

export type SettingKey = keyof ViewSettings

/** What a control gets; `value` is the view's, and whatever it hands back goes through `parseView`. */
export interface ControlProps {
  /** Of the control's element: the row's label is for it. */
  readonly id: string
  /** Id of the row's help. */
  readonly helpId: string
  readonly open: OpenTensor
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly onReset: () => void
}

type Options = readonly (readonly [value: string | number | boolean, label: string])[]

export type Control =
  | {
      readonly kind: 'choice'
      /** The same for every tensor, or those of this one in this view. */
      readonly options: Options | ((open: OpenTensor) => Options)
    }
  | { readonly kind: 'check' }
  /** An empty field stands for an absent setting; `placeholder` says what holds then. */
  | {
      readonly kind: 'number' | 'text'
      readonly placeholder?: string
    }
  | { readonly kind: 'own'; readonly Control: ComponentType<ControlProps> }

/**
 * One setting in the panel. To add one, put an object into the table of its section (`layoutRows`, `colorRows`,
 * `tokenRows`, `cellRows`, `paperRows`): label, help, reset, copying, pasting and keeping come by themselves. A key that
 * is not in `ViewSchema` is added there first; a control that no kind describes is a component of `ControlProps`.
 */
export interface SettingRow {
  readonly key: SettingKey
  readonly name: string
  /** One line, a whole sentence. */
  readonly help: string
  readonly control: Control
  /** Where it has no effect it is not shown; default always. */
  readonly isShown?: (open: OpenTensor) => boolean
}
