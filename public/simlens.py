"""Write tensors for SimLens, and show them in a notebook. One file, Python 3.9 or newer, standard library only.

    import simlens

    cos = simlens.cosine(hidden_states, positions)           # [query][layer][token]
    simlens.write("run.json", cos, tokens, positions=positions)
    simlens.show(simlens.tensor(cos, tokens, positions=positions))

`show` and `html` use SimLens' page, the built `index.html`: beside this file, or where `page` says.
"""

import base64
import hashlib
import html as _html
import json
import math
import zlib
from pathlib import Path

__all__ = ["cosine", "html", "show", "tensor", "write"]


def cosine(hidden_states, query_positions):
    """Cosine similarity of each query's state with the state of every token before it, layer by layer.

    `hidden_states`: one [token][width] array per layer (lists, NumPy, or torch as from `output_hidden_states=True`;
    a leading batch dimension of 1 is taken off). `query_positions`: index of each query in the sequence.
    Returns nested lists [query][layer][token], first token of the sequence first; NaN for a state that is all zero.
    """
    positions = [int(position) for position in query_positions]
    by_layer = [_layer_cosines(_matrix(states), positions) for states in hidden_states]
    return [[layer[k] for layer in by_layer] for k in range(len(positions))]


def tensor(values, tokens=None, *, positions=None, queries=None, layers=None, **metadata):
    """The canonical tensor as a dict.

    `values`: [query][layer][token], or [layer][token] for one query; lists, or anything with `tolist()`; None and NaN
    are missing. `tokens`: the texts of the sequence, or one list per query. `positions`: index of each query in the
    sequence. `queries`: labels, or {"label", "position"}. `metadata`: title, metric, model, source, hidden_size,
    first_index, special, align, view.
    """
    values = _plain(values)
    if positions is not None and queries is None:
        queries = [f"Meta Token #{k + 1}" for k in range(len(positions))]
    if positions is not None:
        queries = [
            {"label": query, "position": int(position)} if isinstance(query, str) else query
            for query, position in zip(queries, positions)
        ]
    entries = {"schema": "simlens/1", **metadata, "layers": layers, "queries": queries, "tokens": tokens}
    document = {key: _plain(entry) for key, entry in entries.items() if entry is not None}
    return {**document, "values": values}


def write(path, values, tokens=None, **options):
    """Writes canonical JSON, takes what `tensor` takes, or a dict that it made; returns the path."""
    document = values if isinstance(values, dict) else tensor(values, tokens, **options)
    Path(path).write_text(_text(document), encoding="utf-8")
    return path


def html(tensor, *, page=None, view=None, embed=False):  # pylint: disable=redefined-outer-name
    """SimLens' page with the tensor in it, as one HTML text. `embed` hides the controls; `view` is how it opens."""
    path = Path(page) if page is not None else Path(__file__).with_name("index.html")
    text = path.read_text(encoding="utf-8")
    body = _text(tensor)
    parts = ['{"simlens":1,"sha256":"', hashlib.sha256(body.encode()).hexdigest(), '","tensor":', body]
    parts += [',"view":', _json(view or tensor.get("view") or {}), "}"]
    packed = base64.b64encode(zlib.compress("".join(parts).encode("utf-8"), 9)).decode("ascii")
    element = f'<script type="application/json" id="simlens">"{packed}"</script>\n'
    # The last one: the page's script speaks of heads too.
    start, end = text.rsplit("</head>", 1)
    if embed:
        start = start.replace("<html", '<html data-hash="embed=1"', 1)
    return f"{start}{element}</head>{end}"


def show(tensor, *, height=480, page=None, view=None, embed=True):  # pylint: disable=redefined-outer-name
    """The figure in a notebook's output, `height` CSS pixels high."""
    return _Frame(html(tensor, page=page, view=view, embed=embed), height)


class _Frame:
    def __init__(self, document, height):
        self.document = document
        self.height = int(height)

    def _repr_html_(self):
        source = _html.escape(self.document, quote=True)
        return (
            f'<iframe srcdoc="{source}" width="100%" height="{self.height}" '
            'style="border:0" allow="clipboard-write"></iframe>'
        )


def _matrix(states):
    """One layer as [token][width], without its batch."""
    if hasattr(states, "detach"):
        states = states.detach().cpu().double()
    if hasattr(states, "shape"):
        while len(states.shape) > 2 and states.shape[0] == 1:
            states = states[0]
        if len(states.shape) != 2:
            raise ValueError(f"a layer has shape {tuple(states.shape)}, not [token][width]")
        return states if hasattr(states, "detach") else states.astype("float64")
    states = _plain(states)
    return states[0] if len(states) == 1 and isinstance(states[0][0], list) else states


def _layer_cosines(states, positions):
    for position in positions:
        if not 0 <= position < len(states):
            raise ValueError(f"query position {position} in a sequence of {len(states)} tokens")
    if hasattr(states, "tolist"):
        # Alike in NumPy and torch.
        norms = (states * states).sum(-1) ** 0.5
        rows = []
        for position in positions:
            products = states[:position] @ states[position]
            scale = norms[:position] * norms[position]
            pairs = zip(products.tolist(), scale.tolist())
            rows.append([dot / size if size > 0 else math.nan for dot, size in pairs])
        return rows
    norms = [math.sqrt(math.fsum(x * x for x in state)) for state in states]
    return [
        [_cosine(states[k], states[position], norms[k] * norms[position]) for k in range(position)]
        for position in positions
    ]


def _cosine(a, b, size):
    return math.fsum(x * y for x, y in zip(a, b)) / size if size > 0 else math.nan


def _plain(value):
    """Lists, dicts and scalars of what may be arrays of any library."""
    if hasattr(value, "detach"):
        value = value.detach().cpu()
        value = value.float() if "bfloat16" in str(value.dtype) else value
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(entry) for entry in value]
    return value


def _text(document):
    """Canonical JSON: a line for each key, and for each row of values."""
    lines = [f"  {_json(key)}: {_json(entry)}" for key, entry in document.items() if key != "values"]
    lines.append(f'  "values": {_rows(document["values"], "  ")}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _rows(values, indent):
    if any(isinstance(entry, list) for entry in values):
        inner = f",\n{indent}  ".join(_rows(entry, indent + "  ") for entry in values)
        return f"[\n{indent}  {inner}\n{indent}]"
    return _json(values)


def _json(value):
    """JSON with missing as null and infinite as 1e999, which reads back as infinite."""
    if isinstance(value, float):
        if math.isnan(value):
            return "null"
        return repr(value) if math.isfinite(value) else "1e999" if value > 0 else "-1e999"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_json(str(key))}: {_json(entry)}" for key, entry in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_json, value)) + "]"
    return json.dumps(value)
