import { toJsonSchema } from '@valibot/to-json-schema'
import { DocumentSchema } from '../../../../src/formats/canonical/DocumentSchema'

/**
 * The text of `public/simlens.schema.json`. What JSON Schema cannot say (that a domain's ends are in order, that null
 * is read as absent) is left out of it.
 */
export function publishedSchema(): string {
  const schema = toJsonSchema(DocumentSchema, { errorMode: 'ignore', typeMode: 'input' })
  return `${JSON.stringify(schema, undefined, 2)}\n`
}
