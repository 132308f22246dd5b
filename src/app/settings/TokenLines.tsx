import { type ReactNode } from 'react'
import { beginningOf } from '../../text/cutText'
import { visibleProse } from '../../text/visibleText'
import { wordsOf } from '../../tensor/Axes'
import { layerLabel, sequenceIndex, tokenText } from '../../tensor/Tensor'
import { withLine } from '../reading/Reading'
import { type OpenTensor } from '../state/AppState'
import { type ControlProps } from './FieldControl'

/** Lists the tokens that are lines in the profiles. */
export function TokenLines(props: ControlProps): ReactNode {
  const { view, cell } = props.open
  const lines = { lines: view.token_lines, pinned: cell?.[1] }
  return <LineList {...props} {...lines} nameOf={tokenName} />
}

/** Lists the layers that are lines in the profiles. */
export function LayerLines(props: ControlProps): ReactNode {
  const { view, cell } = props.open
  const lines = { lines: view.layer_lines, pinned: cell?.[0] }
  return <LineList {...props} {...lines} nameOf={layerName} />
}

interface LineListProps extends ControlProps {
  readonly lines: readonly number[] | undefined
  readonly pinned: number | undefined
  readonly nameOf: (open: OpenTensor, index: number) => string
}

/** Lists the lines with a button that removes each, and a button that adds the line of the pinned cell. */
function LineList(props: LineListProps): ReactNode {
  const { id, helpId, setting, open, lines = [], pinned, nameOf, onChange } = props
  const isNew = pinned !== undefined && !lines.includes(pinned)
  return (
    <div
      className="line-list"
      id={id}
      role="group"
      aria-label={setting.name}
      aria-describedby={helpId}
    >
      {[...lines, ...(isNew ? [pinned] : [])].map((index) => {
        const [sign, verb] = lines.includes(index) ? ['×', 'Remove'] : ['+', 'Add']
        const name = nameOf(open, index)
        return (
          <button
            key={index}
            type="button"
            className="button"
            aria-label={`${verb} ${name}`}
            onClick={() => onChange(withLine(lines, index))}
          >
            <bdi>{name}</bdi> {sign}
          </button>
        )
      })}
    </div>
  )
}

function tokenName({ tensor, view }: OpenTensor, token: number): string {
  const text = tokenText(tensor, view.query, token) ?? ''
  return visibleProse(`${sequenceIndex(tensor, token)} ${beginningOf(text, LONGEST)}`)
}

function layerName({ tensor }: OpenTensor, layer: number): string {
  return `${wordsOf(tensor).row.one} ${visibleProse(layerLabel(tensor, layer))}`
}

/** Most UTF-16 code units of a token's text. */
const LONGEST = 20
