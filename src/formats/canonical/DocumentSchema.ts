import * as v from 'valibot'
import { FLOAT32, metadataEntries, SCHEMA_NAME, viewEntry } from './MetadataSchema'

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

/** Tensors in arrays of arrays, each a tensor of its own; deeper than anybody nests them is left out. */
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

/** The reader takes files that call themselves something else with a notice; writers should not. */
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
 * A whole file as the published JSON Schema has it (`public/simlens.schema.json` is made of it). It is not what reads
 * a file: numbers by the million go through the scanner, and only the metadata through valibot.
 */
export const DocumentSchema = v.pipe(
  v.union([v.looseObject({ ...metadataEntries, schema, dtype, values, view: viewEntry }), values]),
  v.metadata({
    title: SCHEMA_NAME,
    description: 'Similarities of meta tokens with the tokens before them, layer by layer.',
  }),
)
