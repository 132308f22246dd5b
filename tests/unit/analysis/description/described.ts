import { readFileSync } from 'node:fs'
import { descriptionOf } from '../../../../src/analysis/description/descriptionOf'
import { markdownDescription, plainDescription } from '../../../../src/analysis/description/Passage'
import { markdownWriting, plainWriting } from '../../../../src/analysis/description/Writing'
import { visibleText } from '../../../../src/text/visibleText'
import { matrixOf } from '../../../../src/tensor/Matrix'
import { type Tensor } from '../../../../src/tensor/Tensor'
import { readText } from '../../formats/readText'
import { findIn, inputOf, type InputOptions } from '../findings/findTensor'

interface Told {
  readonly isExact?: boolean
  readonly isMarkdown?: boolean
  readonly options?: InputOptions
}

/** What is said of the first query. */
export function told(
  tensor: Tensor,
  { isExact = false, isMarkdown = false, options = {} }: Told = {},
): string {
  const { statistics, domain } = inputOf(tensor, options)
  const isFloat32 = tensor.values instanceof Float32Array
  const write = isMarkdown ? markdownWriting : plainWriting
  const sections = descriptionOf(
    {
      title: tensor.title ?? 'A title',
      matrix: matrixOf(tensor, 0, 'distance', 'query'),
      statistics,
      findings: findIn(tensor, options),
      isUpward: true,
      ...(domain && { domain }),
    },
    write({ visibleText, isExact, isFloat32 }),
  )
  return isMarkdown ? markdownDescription(sections) : plainDescription(sections)
}

/** One of the page's samples. */
export async function sample(name: string): Promise<Tensor> {
  const text = readFileSync(
    new URL(`../../../../src/app/open/samples/${name}.json`, import.meta.url),
    'utf8',
  )
  const { tensors } = await readText(text)
  const [first] = tensors
  if (first === undefined) throw new Error(`${name} holds no tensor`)
  return first.tensor
}
