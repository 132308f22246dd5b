import { spreadsheetText } from '../formats/csv/spreadsheetText'
import { type Matrix } from '../tensor/Matrix'
import { type Profile, type Profiles } from '../tensor/Profile'
import { layerLabel, sequenceIndex, tokenText } from '../tensor/Tensor'

const HEAD = 'of,index,label,count,mean,p10,p90,min,max'

/** The profiles beside a figure, one line for each layer and each token in sequence, as RFC 4180 has it; exact numbers. */
export function profilesCsv({ tensor, queryIndex }: Matrix, profiles: Profiles): string {
  const { layers, tokens } = profiles
  const lines = [
    ...linesOf('layer', layers, (layer) => [layer, layerLabel(tensor, layer)]),
    ...linesOf('token', tokens, (token) => {
      return [sequenceIndex(tensor, token), tokenText(tensor, queryIndex, token) ?? '']
    }),
  ]
  return `${[HEAD, ...lines].join('\r\n')}\r\n`
}

function linesOf(
  noun: string,
  { count, mean, low, high, min, max }: Profile,
  nameOf: (item: number) => readonly [index: number, label: string],
): readonly string[] {
  return Array.from(count, (_, item) => {
    const numbers = [mean, low, high, min, max].map((values) => numberText(values[item] ?? NaN))
    const [index, label] = nameOf(item)
    return [noun, index, quoted(spreadsheetText(label)), count[item], ...numbers].join(',')
  })
}

/** Nothing where there are no values. */
function numberText(value: number): string {
  return Number.isNaN(value) ? '' : String(value)
}

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
