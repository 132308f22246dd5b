/** Python code that writes a file for this page. It imports `simlens.py`, which must be in the same folder. */
export interface TensorRecipe {
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
