import { carriedOf, hasDataNote, type ExportOptions } from '../../export/ExportOptions'
import { paperOf } from '../../layout/paper'
import { isZoomed } from '../../tensor/Windows'
import { type OpenTensor } from '../state/AppState'

/** A choice of the exported files, as the menu and the command bar offer it. */
export interface FileChoice {
  readonly name: string
  /** Other words by which it is found, in lower case. */
  readonly terms: string
  /** True if the choice is whether to do something; its options are then `on` and `off`. */
  readonly isCheck: boolean
  readonly options: readonly FileOption[]
}

interface FileOption {
  readonly label: string
  readonly isChosen: boolean
  /** All options of the exports if this one is chosen. */
  readonly chosen: ExportOptions
}

/** Name of the choice how much of the tensor the files contain. */
export const CARRIED = 'Data in the figure'

/** Returns the choices that have an effect on the files of a tensor in its view. */
export function fileChoices(open: OpenTensor, options: ExportOptions): readonly FileChoice[] {
  const carried = carriedOf(open, options)
  const full: ExportOptions = {
    ...options,
    carried,
    hasDataNote: hasDataNote(open.view, options),
  }

  function one<Key extends keyof ExportOptions>(
    [name, key, terms]: readonly [name: string, key: Key, terms: string],
    labels: readonly (readonly [value: ExportOptions[Key], label: string])[],
  ): FileChoice {
    const made = labels.map(([value, label]) => ({
      label,
      isChosen: full[key] === value,
      chosen: { ...options, [key]: value },
    }))
    return { name, terms, isCheck: labels[0]?.[1] === 'on', options: made }
  }

  const isScaled = paperOf(open.view) === undefined
  return [
    one(
      ['Background', 'background', 'color transparent'],
      [
        ['white', 'White'],
        ['dark', 'Dark'],
        ['transparent', 'None'],
      ],
    ),
    ...(isScaled ? [one(['PNG scale', 'scale', 'pixel ratio resolution dpi'], SCALES)] : []),
    ...(isZoomed(open.windows)
      ? [
          one(
            ['Columns', 'part', 'part zoom'],
            [
              ['visible', 'Visible'],
              ['whole', 'All'],
            ],
          ),
        ]
      : []),
    one([CARRIED, 'carried', 'carry envelope privacy tensor'], [...EXTENTS, ['none', 'None']]),
    ...(carried === 'none'
      ? []
      : [one(['Note “data inside” in the picture', 'hasDataNote', ''], SWITCH)]),
    one(
      ['CSV form', 'table', 'table'],
      [
        ['tidy', 'Tidy'],
        ['matrix', 'Matrix'],
      ],
    ),
    one(['CSV values', 'rows', 'table'], EXTENTS),
    ...(open.cell ? [one(['Mark the pinned cell', 'hasMark', 'outline'], SWITCH)] : []),
  ]
}

const SWITCH = [
  [true, 'on'],
  [false, 'off'],
] as const

const SCALES = [
  ['1', '1×'],
  ['2', '2×'],
  ['3', '3×'],
  ['4', '4×'],
] as const

const EXTENTS = [
  ['all', 'All'],
  ['visible', 'Visible'],
] as const
