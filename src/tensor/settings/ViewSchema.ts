import * as v from 'valibot'
import { type Setting } from './Setting'
import { settingKeys, settingOf } from './settings'

/** The published schema of a file's `view`. Reading is less strict: see `parseView`. */
export const ViewSchema = v.object(
  Object.fromEntries(
    settingKeys.map((key) => {
      const { schema, name } = settingOf(key)
      const description = descriptionOf(settingOf(key))
      return [key, v.exactOptional(v.pipe(schema, v.metadata({ title: name, description })))]
    }),
  ),
)

/** Returns the description for writers of a view. In the panel a control takes the place of forms and values. */
function descriptionOf({ help, form, options = [] }: Setting): string {
  const values = options.flatMap(([value, label]) =>
    value === label ? [] : [`${String(value)}: ${label}`],
  )
  return [help, form, values.length > 0 && `${values.join('; ')}.`].filter(Boolean).join(' ')
}
