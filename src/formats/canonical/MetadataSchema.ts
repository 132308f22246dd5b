import * as v from 'valibot'
import { isAxisName, LONGEST_AXIS_NAME } from '../../tensor/Axes'
import { MOST_SPECIAL } from '../../tensor/isSpecialToken'
import { ViewSchema } from '../../tensor/settings/ViewSchema'

/** The value of `schema` in files of this version. */
export const SCHEMA_NAME = 'simlens/1'

/**
 * The value of `dtype` if the values are float32. Each value is then the shortest decimal that distinguishes it from
 * the other float32 values.
 */
export const FLOAT32 = 'float32'

/** The value of `dtype` of a companion whose numbers are doubles beside values that are float32. */
export const FLOAT64 = 'float64'

const LAST_INDEX = 2 ** 31 - 1

// The message of each schema is the noun that an error puts after “where … was expected”.
const text = v.string('text')
const texts = v.array(text, 'an array of texts')
const index = v.pipe(
  v.number('a whole number from 0'),
  v.safeInteger('a whole number from 0'),
  v.minValue(0, 'a whole number from 0'),
  v.maxValue(LAST_INDEX, `a whole number up to ${LAST_INDEX}`),
)
const size = v.pipe(
  v.number('a whole number from 1'),
  v.safeInteger('a whole number from 1'),
  v.minValue(1, 'a whole number from 1'),
)
const layerLabel = v.union([text, v.number('a number')], 'a label (text or number)')
const tokenLists = v.union(
  [texts, v.array(texts, 'an array of texts, or one for each query')],
  'an array of texts, or one for each query',
)

/**
 * Returns the entry of an optional key. Null means the same as an absent key. The title and the description are
 * published.
 */
const key = <T extends v.GenericSchema>(schema: T, title: string, description: string) =>
  v.pipe(v.nullish(schema, absent), v.metadata({ title, description }))

function absent(): undefined {
  return undefined
}

const originEntries = {
  hidden_size: key(size, 'Hidden size', 'Width of the compared states. Default: that of the file.'),
  model: key(text, 'Model', 'The model, in free text. Default: that of the file.'),
  source: key(text, 'Source', 'Where the values come from. Default: the source of the file.'),
}

const operand = v.object(
  {
    label: v.nullish(text, ''),
    hidden_size: originEntries.hidden_size,
    model: originEntries.model,
    source: originEntries.source,
  },
  'an object with label, hidden_size, model and source',
)

const matched = v.picklist(
  ['sequence', 'pieces', 'text', 'position', 'distance'],
  '"sequence", "pieces", "text", "position" or "distance"',
)

const difference = v.object(
  { A: operand, B: operand, matched, distance: v.nullish(v.boolean('true or false'), true) },
  'an object with A, B and matched',
)

/** The known keys of a query object. */
export const queryEntries = {
  label: key(text, 'Label', 'Name of the meta token as it is shown.'),
  position: key(
    index,
    'Position',
    'Index of the meta token in the sequence, whose first token is 0. Default: first_index plus the number of past tokens.',
  ),
  ...originEntries,
  difference: key(
    difference,
    'Difference',
    'What was subtracted, as the difference of a file. Default: that of the file.',
  ),
}

const AXIS = `a name of 1 to ${LONGEST_AXIS_NAME} characters on one line`
const axisName = v.pipe(
  v.string(AXIS),
  v.minLength(1, AXIS),
  v.maxLength(LONGEST_AXIS_NAME, AXIS),
  v.check(isAxisName, AXIS),
)

/** Noun phrase for the expected value of `axes`. */
export const AXES_FORM = 'an object with query, row or column'

/** The known keys of `axes`. */
export const axisEntries = {
  query: key(axisName, 'Query', 'What a query is: Meta token (the default), Destination, Step …'),
  row: key(axisName, 'Row', 'What a row is: Layer (the default), Head, Block …'),
  column: key(axisName, 'Column', 'What a column is: Token (the default), Key, Feature …'),
}

const query = v.union(
  [text, v.looseObject(queryEntries, 'a label or an object')],
  'a label or an object',
)

/** The known keys of a document, except `values`. Unknown keys are allowed, kept, and written back. */
export const metadataEntries = {
  schema: key(text, 'Schema', `Version of this format: ${SCHEMA_NAME}.`),
  title: key(text, 'Title', 'Title of the figure.'),
  metric: key(
    text,
    'Metric',
    'What the values are, as the color bar is labelled. Default: cosine similarity.',
  ),
  model: key(text, 'Model', 'The model, in free text.'),
  source: key(text, 'Source', 'Where the values come from, in free text, shown in the caption.'),
  hidden_size: key(size, 'Hidden size', 'Width of the compared states.'),
  layers: key(
    v.array(layerLabel, 'an array of labels'),
    'Layers',
    'One label for each layer, as many as the query with the most layers has. Default: 0, 1, 2 and so on.',
  ),
  queries: key(
    v.array(query, 'an array of meta tokens'),
    'Queries',
    'The meta tokens that look back, one for each matrix of values. A text is a label.',
  ),
  tokens: key(
    tokenLists,
    'Tokens',
    'Texts of the past tokens as the tokenizer gives them, first token of the sequence first: one array shared by all queries, or one array for each query.',
  ),
  first_index: key(
    index,
    'First index',
    'Index in the sequence of the first listed token. Default: 0.',
  ),
  special: key(
    v.pipe(texts, v.maxLength(MOST_SPECIAL, `an array of up to ${MOST_SPECIAL} texts`)),
    'Special tokens',
    'Texts of the special tokens.',
  ),
  axes: key(
    v.looseObject(axisEntries, AXES_FORM),
    'Axes',
    'Names of the axes in the singular, where they are not meta tokens, layers and tokens.',
  ),
  difference: key(
    difference,
    'Difference',
    'What was subtracted, if the values are A − B: the two queries, whose values are the companions A and B, and how their columns were matched. distance is false if a column has not the same distance from both queries.',
  ),
  align: key(
    v.picklist(['start', 'end'], '"start" or "end"'),
    'Align',
    'Which of the past tokens a row covers that is shorter than the past: the first ones (start, the default) or the last (end).',
  ),
}

/** The schema of all known keys except `values` and `view`. Keys that are absent or null become undefined. */
export const MetadataSchema = v.object(metadataEntries)

/** The known keys of a document after validation. */
export type Metadata = v.InferOutput<typeof MetadataSchema>

/** The file's `view`, published for writers. Reading is less strict: see `parseView`. */
export const viewEntry = key(ViewSchema, 'View', 'How the figure looks when the file is opened.')
