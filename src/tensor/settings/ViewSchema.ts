import * as v from 'valibot'
import { type Setting } from './Setting'
import { settingKeys, settingOf } from './settings'

/** The schema of a file's `view` as it is published; what is read of one is up to `parseView`. */
export const ViewSchema = v.object(
  Object.fromEntries(
    settingKeys.map((key) => {
      const { schema, name } = settingOf(key)
      const description = descriptionOf(settingOf(key))
      return [key, v.exactOptional(v.pipe(schema, v.metadata({ title: name, description })))]
    }),
  ),
)

/** All that a writer of a view has to read; the panel has a control instead of forms and values. */
function descriptionOf({ help, form, options = [] }: Setting): string {
  const values = options.flatMap(([value, label]) =>
    value === label ? [] : [`${String(value)}: ${label}`],
  )
  return [help, form, values.length > 0 && `${values.join('; ')}.`].filter(Boolean).join(' ')
}
