import * as v from 'valibot'
import { FLOAT32, FLOAT64, metadataEntries, SCHEMA_NAME, viewEntry } from './MetadataSchema'
import { MOST_COMPANIONS } from './readCompanions'

const cell = v.pipe(
  v.union([v.number(), v.null()]),
  v.metadata({
    title: 'Cell',
    description: 'The similarity of one layer and one token; null is missing.',
  }),
)
const row = v.array(cell)
const matrix = v.pipe(v.array(row), v.metadata({ title: '[layer][token]' }))
const tensor = v.pipe(v.array(matrix), v.metadata({ title: '[query][layer][token]' }))

/**
 * Tensors in arrays of arrays, each a tensor of its own. The schema leaves out deeper nesting, which does not occur in
 * practice.
 */
const slices = v.pipe(
  v.union([v.array(tensor), v.array(v.array(tensor)), v.array(v.array(v.array(tensor)))]),
  v.metadata({ title: '[slice]…[query][layer][token]' }),
)

const values = v.pipe(
  v.union([matrix, tensor, slices]),
  v.metadata({
    title: 'Values',
    description:
      'First token of the sequence first. Rows may differ in length, queries in their number of layers.',
  }),
)

const companionCell = v.union([v.number(), v.string(), v.null()])
const companionMatrix = v.array(v.array(companionCell))
const companionTensor = v.array(companionMatrix)
const companionArray = v.union([
  companionMatrix,
  companionTensor,
  v.array(companionTensor),
  v.array(v.array(companionTensor)),
  v.array(v.array(v.array(companionTensor))),
])

const companions = v.pipe(
  v.nullish(
    v.pipe(
      v.record(
        v.string(),
        v.union([
          companionArray,
          v.object({ dtype: v.optional(v.picklist([FLOAT32, FLOAT64])), values: companionArray }),
        ]),
      ),
      v.maxEntries(MOST_COMPANIONS),
    ),
  ),
  v.metadata({
    title: 'Companions',
    description:
      'Named arrays of the shape of values, all in numbers or all in texts, which are shown beside a value. An object with dtype and values has numbers of another width than values.',
  }),
)

/** The reader accepts other texts in `schema` with a notice, but writers should not use them. */
const schema = v.pipe(
  v.nullish(v.literal(SCHEMA_NAME)),
  v.metadata({ title: 'Schema', description: 'Version of this format.' }),
)

const dtype = v.pipe(
  v.nullish(v.string()),
  v.metadata({
    title: 'Type',
    description: `${FLOAT32} where the values are of this type. Default: they are float64.`,
  }),
)

/**
 * The schema of a whole file, from which `public/simlens.schema.json` is made. The reader does not use it: the scanner
 * reads the numbers, of which there may be millions, and valibot checks only the metadata.
 */
export const DocumentSchema = v.pipe(
  v.union([
    v.looseObject({ ...metadataEntries, schema, dtype, companions, values, view: viewEntry }),
    values,
  ]),
  v.metadata({
    title: SCHEMA_NAME,
    description: 'Similarities of meta tokens with the tokens before them, layer by layer.',
  }),
)
