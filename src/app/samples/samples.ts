import fiveLists from './five-lists.json?raw'
import listRecall from './list-recall.json?raw'
import metaToken2 from './meta-token-2.json?raw'

/** A tensor that is built into the page, so that it opens from disk too. */
export interface Sample {
  /** File name without its ending. */
  readonly name: string
  readonly about: string
  readonly text: string
}

export const defaultSample: Sample = {
  name: 'meta-token-2',
  about: 'The published figure, rebuilt from its description. 12 layers × 15 tokens.',
  text: metaToken2,
}

export const samples: readonly Sample[] = [
  defaultSample,
  {
    name: 'list-recall',
    about: 'Residual stream of a 12-layer GPT with meta tokens. 2 queries.',
    text: listRecall,
  },
  {
    name: 'five-lists',
    about: 'The same model on a longer prompt. 6 queries, up to 43 past tokens.',
    text: fiveLists,
  },
]
