import { type Setting } from '../../tensor/settings/Setting'
import { type OpenTensor } from '../state/AppState'

export interface ControlProps {
  /** Id of the control's element, for the row's label. */
  readonly id: string
  /** Id of the element with the row's help. */
  readonly helpId: string
  readonly setting: Setting
  readonly open: OpenTensor
  /** Value of the setting in the view. */
  readonly value: unknown
  /** Accepts any value. A value that the setting's schema refuses changes nothing. */
  readonly onChange: (value: unknown) => void
  readonly onReset: () => void
}
