import { format, resolveConfig } from 'prettier'
import { type Setting } from '../../../../src/tensor/settings/Setting'
import { paperKinds } from '../../../../src/layout/paper'
import { settingKeys, settingOf, settings } from '../../../../src/tensor/settings/settings'

const HEAD = `# Settings

Made from the table of settings in this folder; \`UPDATE_REFERENCE=1 npx vitest run --project unit tests/unit/tensor/settings\` writes it.

Each setting is a key of a file's \`view\`, as \`{ "view": { "axis": "position", "domain": [-0.04, 0.04] } }\`, and of the page's address, as \`#axis=position&domain=-0.04,0.04\`. In an address, nothing stands for false, or for absent.

| setting | values | default | |
| --- | --- | --- | --- |
`

const PAPERS = `
## Papers

The sizes that \`paper\` sets, from the named documents. Without a height, the height follows from the cells: beside text it is 170 mm at most, so that the caption fits on the page (the Nature research figure guide).

| paper | width | height | labels | PNG | source |
| --- | --- | --- | --- | --- | --- |
`

/** The text of `src/tensor/settings/settings.md`. */
export async function settingsReference(file: string): Promise<string> {
  const rows = settingKeys.map((key) => {
    const setting = settingOf(key)
    const { name, help } = setting
    const cells = [`\`${key}\``, valuesOf(setting), defaultOf(setting), `**${name}.** ${help}`]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return format(`${HEAD}${rows.join('\n')}\n${PAPERS}${paperRows().join('\n')}\n`, {
    ...(await resolveConfig(file)),
    parser: 'markdown',
  })
}

function paperRows(): readonly string[] {
  return settings.paper.options.flatMap(([paper]) => {
    const { width, height, points, dpi, source } = paperKinds[paper]
    if (width === undefined) return []
    const size = [width, height].map((mm) =>
      mm === undefined ? '' : `${Number(mm.toFixed(3))} mm`,
    )
    return [`| ${[code(paper), ...size, `${points} pt`, `${dpi} dpi`, source].join(' | ')} |`]
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
  const ground = { hasQueries: true, hasSeveral: false }
  const usual = code(given(ground))
  const ofSeveral = code(given({ ...ground, hasSeveral: true }))
  const without = code(given({ ...ground, hasQueries: false }))
  if (ofSeveral !== usual) return `${usual}, of several queries ${ofSeveral}`
  return without === usual ? usual : `${usual} where the file has queries, else ${without}`
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``
}
