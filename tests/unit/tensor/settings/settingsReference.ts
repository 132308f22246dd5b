import { format, resolveConfig } from 'prettier'
import { type Setting } from '../../../../src/tensor/settings/Setting'
import { settingKeys, settingOf } from '../../../../src/tensor/settings/settings'

const HEAD = `# Settings

Made from the table of settings in this folder; \`UPDATE_REFERENCE=1 npx vitest run --project unit tests/unit/tensor/settings\` writes it.

Each setting is a key of a file's \`view\`, as \`{ "view": { "axis": "position", "domain": [-0.04, 0.04] } }\`, and of the page's address, as \`#axis=position&domain=-0.04,0.04\`. In an address, nothing stands for false, or for absent.

| setting | values | default | |
| --- | --- | --- | --- |
`

/** The text of `src/tensor/settings/settings.md`. */
export async function settingsReference(file: string): Promise<string> {
  const rows = settingKeys.map((key) => {
    const setting = settingOf(key)
    const { name, help } = setting
    const cells = [`\`${key}\``, valuesOf(setting), defaultOf(setting), `**${name}.** ${help}`]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return format(`${HEAD}${rows.join('\n')}\n`, {
    ...(await resolveConfig(file)),
    parser: 'markdown',
  })
}

function valuesOf({ options = [], form, schema }: Setting): string {
  const listed = options.map(([value, label]) =>
    value === label ? code(value) : `${code(value)} (${label})`,
  )
  const kind = schema.type === 'boolean' ? 'true or false' : schema.type === 'number' && 'a number'
  const parts = [listed.length > 0 ? listed.join(', ') : form === undefined && kind, form]
  return parts.filter(Boolean).join('. ')
}

function defaultOf(setting: Setting): string {
  if (!('default' in setting)) return setting.absent
  const { default: given } = setting
  if (typeof given !== 'function') return code(given)
  const [first, second] = [true, false].map((hasQueries) => code(given({ hasQueries })))
  return first === second ? `${first}` : `${first} where the file has queries, else ${second}`
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}
