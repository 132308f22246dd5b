import { useState, type ReactNode } from 'react'
import program from '../../../public/simlens.py?raw'
import { copyText } from '../base/copyText'
import { saveBlob } from '../base/saveBlob'

/** Shows Python code that turns a model's values into a file for this page, and the module that the code imports. */
export function TensorHelp(): ReactNode {
  const [note, setNote] = useState('')
  return (
    <details>
      <summary>How do I get a tensor?</summary>
      <p>
        Save <b>simlens.py</b> beside your script or notebook. It is one file and needs only Python
        3.9 or newer. It compares the states of the tokens at <code>positions</code> with those of
        all tokens before them. In a notebook, <code>simlens.show</code> draws the figure.
      </p>
      <button
        type="button"
        className="button is-primary"
        onClick={() => saveBlob(new Blob([program], { type: 'text/x-python' }), 'simlens.py')}
      >
        Save simlens.py
      </button>
      {tensorRecipes.map(({ library, code }) => (
        <div key={library} className="recipe">
          <h3>{library}</h3>
          <button
            type="button"
            className="button"
            aria-label={`Copy the lines for ${library}`}
            onClick={() => {
              void copyText(code).then((isCopied) => {
                setNote(
                  isCopied
                    ? `Copied the lines for ${library}.`
                    : 'The browser does not let this page copy.',
                )
              })
            }}
          >
            Copy
          </button>
          <pre>{code}</pre>
        </div>
      ))}
      <p aria-live="polite">{note}</p>
    </details>
  )
}

/** Python code that writes a file for this page. It imports `simlens.py`, which must be in the same folder. */
interface TensorRecipe {
  readonly library: string
  readonly code: string
}

export const tensorRecipes: readonly TensorRecipe[] = [
  {
    library: 'Hugging Face Transformers',
    code: `import torch, simlens
from transformers import AutoModelForCausalLM, AutoTokenizer
tokenizer = AutoTokenizer.from_pretrained("gpt2")
model = AutoModelForCausalLM.from_pretrained("gpt2")
ids = tokenizer("Tools: hammer, wrench, level.", return_tensors="pt").input_ids
with torch.no_grad():
    states = model(ids, output_hidden_states=True).hidden_states
tokens, positions = tokenizer.convert_ids_to_tokens(ids[0]), [ids.shape[1] - 1]
simlens.write("run.json", simlens.cosine(states, positions), tokens, positions=positions,
              hidden_size=model.config.hidden_size)
`,
  },
  {
    library: 'TransformerLens',
    code: `import simlens
from transformer_lens import HookedTransformer
model = HookedTransformer.from_pretrained("gpt2")
prompt = "Tools: hammer, wrench, level."
_, cache = model.run_with_cache(prompt)
states = [cache["resid_post", layer] for layer in range(model.cfg.n_layers)]
tokens = model.to_str_tokens(prompt)
positions = [len(tokens) - 1]
simlens.write("run.json", simlens.cosine(states, positions), tokens, positions=positions,
              hidden_size=model.cfg.d_model)
`,
  },
]
