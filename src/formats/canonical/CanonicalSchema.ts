import * as v from 'valibot'
import { ViewSchema } from '../../tensor/View'

/** What `schema` says in files of this version. */
export const SCHEMA_NAME = 'simlens/1'

const LAST_INDEX = 2 ** 31 - 1

// The message of each schema is the noun that an error puts after “where … was expected”. Titles and descriptions
// go into the published schema. Where a key may be absent, null says the same: writers in Python leave it there.
const text = v.string('text')
const texts = v.array(text, 'an array of texts')

const index = v.pipe(
  v.number('a whole number from 0'),
  v.safeInteger('a whole number from 0'),
  v.minValue(0, 'a whole number from 0'),
  v.maxValue(LAST_INDEX, `a whole number up to ${LAST_INDEX}`),
)

const QuerySchema = v.union(
  [
    text,
    v.looseObject(
      {
        label: v.nullish(
          v.pipe(
            text,
            v.metadata({ title: 'Label', description: 'Name of the meta token as it is shown.' }),
          ),
        ),
        position: v.nullish(
          v.pipe(
            index,
            v.metadata({
              title: 'Position',
              description:
                'Index of the meta token in the sequence, 0 being its first token. Default: first_index plus the number of past tokens.',
            }),
          ),
        ),
      },
      'a label or an object',
    ),
  ],
  'a label or an object',
)

/** Every known key of a document but its values. Unknown keys are allowed, kept and written back. */
export const metadataEntries = {
  schema: v.nullish(
    v.pipe(
      text,
      v.metadata({ title: 'Schema', description: `Version of this format: ${SCHEMA_NAME}.` }),
    ),
  ),
  title: v.nullish(
    v.pipe(text, v.metadata({ title: 'Title', description: 'Title of the figure.' })),
  ),
  metric: v.nullish(
    v.pipe(
      text,
      v.metadata({
        title: 'Metric',
        description: 'What the values are; the label of the color bar. Default: cosine similarity.',
      }),
    ),
  ),
  model: v.nullish(
    v.pipe(text, v.metadata({ title: 'Model', description: 'The model, in free text.' })),
  ),
  source: v.nullish(
    v.pipe(
      text,
      v.metadata({
        title: 'Source',
        description: 'Where the values come from, in free text; shown in the caption.',
      }),
    ),
  ),
  hidden_size: v.nullish(
    v.pipe(
      v.number('a whole number from 1'),
      v.safeInteger('a whole number from 1'),
      v.minValue(1, 'a whole number from 1'),
      v.metadata({ title: 'Hidden size', description: 'Width of the compared states.' }),
    ),
  ),
  layers: v.nullish(
    v.pipe(
      v.array(
        v.union(
          [text, v.pipe(v.number('a label'), v.finite('a label'))],
          'a label (text or number)',
        ),
        'an array of labels',
      ),
      v.metadata({
        title: 'Layers',
        description:
          'One label for each layer, as many as the query with the most layers has. Default: 0, 1, 2 and so on.',
      }),
    ),
  ),
  queries: v.nullish(
    v.pipe(
      v.array(QuerySchema, 'an array of meta tokens'),
      v.metadata({
        title: 'Queries',
        description:
          'The meta tokens that look back, one for each matrix of values. A text is a label.',
      }),
    ),
  ),
  tokens: v.nullish(
    v.pipe(
      v.union(
        [texts, v.array(texts, 'an array of texts, or one for each query')],
        'an array of texts, or one for each query',
      ),
      v.metadata({
        title: 'Tokens',
        description:
          'Texts of the past tokens as the tokenizer gives them, first token of the sequence first: one array shared by all queries, or one array for each query.',
      }),
    ),
  ),
  first_index: v.nullish(
    v.pipe(
      index,
      v.metadata({
        title: 'First index',
        description: 'Index in the sequence of the first listed token. Default: 0.',
      }),
    ),
  ),
  special: v.nullish(
    v.pipe(
      texts,
      v.metadata({ title: 'Special tokens', description: 'Texts of the special tokens.' }),
    ),
  ),
  align: v.nullish(
    v.pipe(
      v.picklist(['start', 'end'], '"start" or "end"'),
      v.metadata({
        title: 'Align',
        description:
          'Which of the past tokens a row covers that is shorter than the past: the first ones (start, the default) or the last (end).',
      }),
    ),
  ),
} as const

export const MetadataSchema = v.object(metadataEntries)

export type Metadata = v.InferOutput<typeof MetadataSchema>

/** The file's `view`: published so that writers know it; what is read of it is up to `parseView`. */
export const viewEntry = v.exactOptional(
  v.pipe(
    ViewSchema,
    v.metadata({ title: 'View', description: 'How the figure looks when the file is opened.' }),
  ),
)
