import { useMemo, useState, type ReactNode } from 'react'
import { type MatchAxis } from '../../analysis/difference/columnPairs'
import { layerPairs, type LayerChoice } from '../../analysis/difference/layerPairs'
import { type Part } from '../../analysis/combine/Part'
import { displayName } from '../../figure/figureBasis'
import { Dialog } from '../controls/Dialog'
import { listedAround } from '../controls/QueryPicker'
import { type Loader } from '../open/useLoader'
import { tabName, type Chosen, type OpenTensor } from '../state/AppState'
import { wordsOf } from '../../tensor/Axes'
import { withIsolatedQuotes } from '../../text/isolated'
import { visibleProse } from '../../text/visibleText'
import { partAt } from './combination'
import { columnsNow, difference } from './difference'
import { differenceStatus, layersToAsk } from './differenceStatus'
import { firstOperands } from './operands'

export interface DifferenceDialogProps {
  readonly open: readonly OpenTensor[]
  readonly activeId: number | undefined
  readonly onOpen: Loader['open']
  /** Keeps the operands. */
  readonly onCompared: (pair: readonly [a: Chosen, b: Chosen]) => void
  readonly onClose: () => void
}

const AXES: readonly (readonly [axis: MatchAxis, label: string])[] = [
  ['position', 'Index in the sequence'],
  ['distance', 'Distance from the query'],
  ['aligned', 'Equal tokens, by their texts'],
]

/** Chooses two queries of the open tensors, and makes the tensor of their difference. */
export function DifferenceDialog(props: DifferenceDialogProps): ReactNode {
  const { open, activeId, onOpen, onCompared, onClose } = props
  const active = open.find(({ id }) => id === activeId)
  const [operands, setOperands] = useState(() => firstOperands(open, activeId))
  const [wanted, setAxis] = useState<MatchAxis>(active?.view.axis ?? 'position')
  const [choice, setChoice] = useState<LayerChoice>()
  const [a, b] = useParts(open, operands)
  const hasDistance = a !== undefined && wordsOf(a.tensor).hasDistance
  const axis = wanted === 'distance' && !hasDistance ? 'position' : wanted
  const columns = useMemo(() => a && b && columnsNow(a, b, axis), [a, b, axis])
  if (operands === undefined || a === undefined || b === undefined) return null
  const layers = layerPairs(a, b, choice)
  const { text, isRefused } = differenceStatus(a, b, { columns, layers })
  return (
    <Dialog title="Difference of two queries" className="combine difference" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={() => {
          if (layers === undefined) return
          onCompared(operands)
          onOpen([difference(a, b, { columns, layers })])
        }}
      >
        <p>Makes a tensor of the values of A minus those of B, which stay beside each value.</p>
        <OperandFields {...{ open, operands }} onChoose={setOperands} />
        <AxisField {...{ axis, hasDistance }} onChoose={setAxis} />
        {layerPairs(a, b) === undefined ? (
          <LayerField {...{ a, b, choice }} onChoose={setChoice} />
        ) : null}
        <p role="status">{withIsolatedQuotes(text)}</p>
        <button
          type="submit"
          className="button is-primary"
          disabled={isRefused || layers === undefined}
        >
          Subtract
        </button>
      </form>
    </Dialog>
  )
}

/** Returns the chosen queries as parts; undefined for a tensor that was closed. */
function useParts(
  open: readonly OpenTensor[],
  operands: readonly [Chosen, Chosen] | undefined,
): readonly (Part | undefined)[] {
  return useMemo(
    () =>
      (operands ?? []).map(({ id, queryIndex }) => {
        const tensor = open.find((each) => each.id === id)
        return tensor && partAt(tensor, queryIndex)
      }),
    [open, operands],
  )
}

interface OperandFieldsProps {
  readonly open: readonly OpenTensor[]
  readonly operands: readonly [a: Chosen, b: Chosen]
  readonly onChoose: (operands: readonly [a: Chosen, b: Chosen]) => void
}

/** Chooses A and B. */
function OperandFields({ open, operands, onChoose }: OperandFieldsProps): ReactNode {
  const [a, b] = operands
  return (
    <div className="operands">
      <OperandField name="A" {...{ open, chosen: a }} onChoose={(next) => onChoose([next, b])} />
      <button type="button" className="button" onClick={() => onChoose([b, a])}>
        Swap
      </button>
      <OperandField name="B" {...{ open, chosen: b }} onChoose={(next) => onChoose([a, next])} />
    </div>
  )
}

interface AxisFieldProps {
  readonly axis: MatchAxis
  /** Whether columns have a distance from the query. */
  readonly hasDistance: boolean
  readonly onChoose: (axis: MatchAxis) => void
}

/** Chooses how columns are matched. */
function AxisField({ axis, hasDistance, onChoose }: AxisFieldProps): ReactNode {
  return (
    <label className="field">
      Columns matched by
      <select
        value={axis}
        onChange={({ target }) => {
          onChoose(AXES.find(([each]) => each === target.value)?.[0] ?? axis)
        }}
      >
        {AXES.filter(([each]) => hasDistance || each !== 'distance').map(([each, label]) => (
          <option key={each} value={each}>
            {label}
          </option>
        ))}
      </select>
    </label>
  )
}

interface OperandFieldProps {
  readonly name: string
  readonly open: readonly OpenTensor[]
  readonly chosen: Chosen
  readonly onChoose: (chosen: Chosen) => void
}

/** Chooses a query of any open tensor. */
function OperandField({ name, open, chosen, onChoose }: OperandFieldProps): ReactNode {
  return (
    <label className="field">
      {name}
      <select
        value={`${chosen.id} ${chosen.queryIndex}`}
        onChange={({ target }) => {
          const [id = NaN, queryIndex = NaN] = target.value.split(' ').map(Number)
          onChoose({ id, queryIndex })
        }}
      >
        {open.flatMap((each) => {
          const { id, fileName, tensor, view } = each
          const { queries } = tensor
          const tab = tabName(each, displayName(fileName))
          const shown = id === chosen.id ? chosen.queryIndex : view.query
          const { first, end } = listedAround(shown, queries.length)
          return queries.slice(first, end).map(({ label }, k) => (
            <option key={`${id} ${first + k}`} value={`${id} ${first + k}`}>
              {visibleProse(open.length === 1 ? label : `${tab} · ${label}`)}
            </option>
          ))
        })}
      </select>
    </label>
  )
}

interface LayerFieldProps {
  readonly a: Part
  readonly b: Part
  readonly choice: LayerChoice | undefined
  readonly onChoose: (choice: LayerChoice) => void
}

/** Chooses which layers are compared if neither their labels nor their counts match. */
function LayerField({ a, b, choice, onChoose }: LayerFieldProps): ReactNode {
  const { question, options } = layersToAsk(a, b)
  return (
    <fieldset className="layer-choice">
      <legend>{question}</legend>
      {options.map(([value, label]) => (
        <label key={value} className="check">
          <input
            type="radio"
            name="layers"
            checked={choice === value}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
