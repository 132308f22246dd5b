import { type Setting } from '../../tensor/settings/Setting'
import { type OpenTensor } from '../state/AppState'

/** Props of a setting's control. */
export interface ControlProps {
  /** Of the control's element: the row's label is for it. */
  readonly id: string
  /** Id of the row's help. */
  readonly helpId: string
  readonly setting: Setting
  readonly open: OpenTensor
  /** The view's. */
  readonly value: unknown
  /** Takes any value; one that the setting's schema refuses changes nothing. */
  readonly onChange: (value: unknown) => void
  readonly onReset: () => void
}
