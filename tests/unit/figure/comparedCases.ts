import step0 from '../../fixtures/canonical/list-recall-step0.json?raw'
import step200 from '../../fixtures/canonical/list-recall-step200.json?raw'
import { canonicalJson } from '../../../src/formats/canonical/canonicalJson'
import { type Tensor } from '../../../src/tensor/Tensor'
import { differenceOf } from '../analysis/difference/differenceOf'
import { partOf } from '../analysis/combine/partOf'
import { readText } from '../formats/readText'
import { alignedCases } from './alignedCases'
import { type GoldenCase } from './goldenCases'
import { prompts } from './goldenDocuments'

async function read(json: string): Promise<Tensor> {
  const { tensors } = await readText(json)
  const [only] = tensors
  if (only === undefined) throw new Error('no tensor')
  return only.tensor
}

const [early, late, both] = await Promise.all([step0, step200, prompts()].map(read))
if (early === undefined || late === undefined || both === undefined) throw new Error('no tensors')

const ofSteps = canonicalJson(differenceOf(partOf(late, 1), partOf(early, 1)).tensor).join('')
const ofPrompts = canonicalJson(
  differenceOf(partOf(both, 0), partOf(both, 1), { axis: 'aligned' }).tensor,
).join('')
const ofItself = canonicalJson(differenceOf(partOf(late), partOf(late)).tensor).join('')

/** Aligned figures, and differences: of two steps, of two prompts with columns that only one has, and of a query and itself. */
export const comparedCases: readonly GoldenCase[] = [
  ...alignedCases,
  { name: 'difference', json: ofSteps },
  { name: 'difference-dark', json: ofPrompts, theme: 'dark', view: { cell: [2, 5], digits: 2 } },
  { name: 'difference-narrow', json: ofPrompts, width: 400, height: 460 },
  { name: 'difference-zero', json: ofItself },
  { name: 'paper-column-difference', json: ofSteps, view: { paper: 'column' } },
]
