import { type Openable } from './openFiles'
import { unpackSample } from './packedSample'
import { packed as fiveLists } from './samples/five-lists.json?packed'
import { packed as listRecall } from './samples/list-recall.json?packed'
import metaToken2 from './samples/meta-token-2.json?raw'

/** A tensor that is built into the page, so that it also opens from a page on disk. */
export interface Sample {
  /** File name without its extension. */
  readonly name: string
  readonly about: string
  readonly open: () => Openable
}

export const defaultSample = embedded(
  'meta-token-2',
  'The published figure, rebuilt from its description: 12 layers × 15 tokens.',
  () => metaToken2,
)

export const samples: readonly Sample[] = [
  defaultSample,
  embedded('list-recall', 'Residual stream of a 12-layer GPT with meta tokens. 2 queries.', () =>
    unpackSample(listRecall),
  ),
  embedded(
    'five-lists',
    'The same model on a longer prompt. 6 queries, up to 43 past tokens.',
    () => unpackSample(fiveLists),
  ),
  stress(12, 4096, 'Generated noise with one hot cell.'),
  stress(64, 32_768, 'The same noise with 2 million cells.'),
  stress(128, 131_072, 'The same noise with 16.8 million cells. It takes about 150 MB of memory.'),
]

/** The beginning of the name of each sample in an address. */
export const SAMPLE = 'sample:'

/** Returns the name of a sample in an address. */
export function sampleOrigin({ name }: Pick<Sample, 'name'>): string {
  return `${SAMPLE}${name}`
}

function embedded(name: string, about: string, text: () => string): Sample {
  const open = (): Openable => {
    return { name, origin: sampleOrigin({ name }), blob: new Blob([text()]), isOwn: true }
  }
  return { name, about, open }
}

function stress(layerCount: number, tokenCount: number, about: string): Sample {
  const name = `stress ${layerCount} × ${tokenCount.toLocaleString('en')}`
  const open = (): Openable => {
    return { name, origin: sampleOrigin({ name }), stress: { layerCount, tokenCount } }
  }
  return { name, about, open }
}
