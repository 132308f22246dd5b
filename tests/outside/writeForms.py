"""Writes one random matrix of layers and tokens into the folder of the first argument, in every form that its libraries
write. Prints a JSON list of [file name, what of the matrix the form keeps]: "tokens", "layers" (labels), "order" if only
the place of rows and columns says which are which, and "names" if the form names both axes.
"""

import json
import os
import sys

folder, seed = sys.argv[1], int(sys.argv[2])
random = __import__("random").Random(seed)
LAYERS, TOKENS = 12, 8
VALUES = [[round(random.uniform(-1, 1), 4) + layer / 1e6 for _ in range(TOKENS)] for layer in range(LAYERS)]
TEXTS = ["The", " cat", " sat", ":", " the", " 1996", ".", " Then"]
NAMES = [f"layer_{layer}" for layer in range(LAYERS)]
written = []


def path(name, *kept):
    written.append([name, list(kept)])
    return os.path.join(folder, name)


def text(name, content, *kept):
    with open(path(name, *kept), "w", encoding="utf-8", newline="") as file:
        file.write(content if isinstance(content, str) else json.dumps(content))


def by_torch():
    import torch

    rows = [torch.tensor(row, dtype=torch.float64) for row in VALUES]
    torch.save(torch.stack(rows), path("tensor.pt", "order"))
    torch.save({"cos": torch.stack(rows), "tokens": TEXTS}, path("dict.pt", "tokens"))
    torch.save({"cos": torch.stack(rows).T.contiguous().T, "tokens": TEXTS}, path("strided.pt", "tokens"))
    torch.save(rows, path("list.pt", "order"))
    torch.save(dict(zip(NAMES, rows)), path("layers.pt", "names"))
    torch.save(dict(sorted(zip(NAMES, rows))), path("sorted-layers.pt", "names"))


def by_numpy():
    import numpy

    array = numpy.array(VALUES)
    numpy.save(path("array.npy", "order"), array)
    numpy.save(path("fortran.npy", "order"), numpy.asfortranarray(array))
    numpy.savez(path("tokens.npz", "tokens"), cos=array, tokens=numpy.array(TEXTS))
    numpy.savez_compressed(path("turned.npz", "tokens"), cos=array.T, tokens=numpy.array(TEXTS))
    numpy.savez(path("layers.npz", "names"), **dict(sorted(zip(NAMES, array))))
    numpy.savez(path("prefixes.npz", "names"), **{f"L{layer:02d}__cos": row for layer, row in enumerate(array)})
    numpy.savetxt(path("plain.txt", "order"), array, fmt="%.17g")
    numpy.savetxt(path("comment.txt", "order"), array, fmt="%.17g", header="cosine similarity, layers x tokens")
    numpy.savetxt(path("wide.txt", "order"), array, fmt="%22.17g")
    numpy.savetxt(path("comment.csv", "order"), array, fmt="%.17g", delimiter=",", header="cosine similarity")
    numpy.savetxt(path("header.csv", "tokens"), array, fmt="%.17g", delimiter=",", header=",".join(TEXTS))
    masked = numpy.ma.masked_array(array, mask=numpy.zeros_like(array))
    numpy.save(path("masked.npy", "order"), masked.filled())
    text("lists.json", json.dumps(array.tolist()), "order")
    return array


def by_pandas(array):
    import pandas

    plain = pandas.DataFrame(array)
    labelled = pandas.DataFrame(array, columns=TEXTS, index=NAMES)
    counted = pandas.DataFrame(array, columns=TEXTS)
    for orient in ["split", "records", "values", "columns", "index", "table"]:
        precise = {"orient": orient, "double_precision": 15}
        order = "either" if orient in ["columns", "index"] else "order"
        plain.to_json(path(f"plain-{orient}.json", order), **precise)
        kept = ["tokens"] if orient == "records" else ["order"] if orient == "values" else ["tokens", "layers"]
        labelled.to_json(path(f"labelled-{orient}.json", *kept), **precise)
        counted.to_json(path(f"counted-{orient}.json", "order" if orient == "values" else "tokens"), **precise)
        reset = counted.rename_axis("layer").reset_index()
        if orient != "values":
            reset.to_json(path(f"reset-{orient}.json", "tokens"), **precise)
    counted.to_json(path("lines.jsonl", "tokens"), orient="records", lines=True, double_precision=15)
    text("dict-of-lists.json", labelled.T.to_dict("list"), "names")
    rows = {name: dict(zip(TEXTS, row)) for name, row in zip(NAMES, VALUES)}
    text("sorted-keys.json", dict(sorted(rows.items())), "tokens", "layers")
    text("sorted-numbers.json", json.dumps(dict(zip(range(LAYERS), VALUES)), sort_keys=True), "order")
    text("sorted-texts.json", json.dumps({str(layer): row for layer, row in enumerate(VALUES)}, sort_keys=True), "order")
    for name, frame, kept in [("plain", plain, ["order"]), ("labelled", labelled, ["tokens", "layers"]), ("counted", counted, ["tokens"])]:
        frame.to_csv(path(f"{name}.csv", *kept))
        frame.to_csv(path(f"{name}.tsv", *kept), sep="\t")
        frame.to_csv(path(f"{name}-comma.csv", *kept), sep=";", decimal=",")
        frame.to_csv(path(f"{name}-quoted-comma.csv", *kept), decimal=",")
        frame.to_csv(path(f"{name}-no-index.csv", *[each for each in kept if each != "layers"]), index=False)
        frame.to_csv(path(f"{name}-utf16.csv", *kept), encoding="utf-16")
        frame.to_csv(path(f"{name}-returns.csv", *kept), lineterminator="\r")
        frame.reset_index().to_csv(path(f"{name}-twice.csv", *kept))
    for name in ["epoch", "checkpoint", "layer", "step"]:
        counted.rename_axis(name).to_csv(path(f"index-{name}.csv", "tokens"))
    plain.to_csv(path("no-header.csv", "order"), header=False)
    text("sep.csv", "sep=;\r\n" + counted.to_csv(sep=";", decimal=","), "tokens")
    text("trailing.csv", "".join(f"{line},\n" for line in counted.to_csv().splitlines()), "tokens")
    text("r.csv", "".join(counted.rename(lambda row: row + 1).to_csv(index=True)).lstrip(","), "tokens")
    long = plain.rename_axis("layer").reset_index().melt(id_vars="layer", var_name="position", value_name="cos")
    twice = long.assign(kl=long.cos.abs(), position=long.position - TOKENS)
    for name, table in [("long", long), ("long-two", twice), ("long-shuffled", twice.sample(frac=1, random_state=seed))]:
        table.to_csv(path(f"{name}.csv", "names"), index=False)
        table.to_csv(path(f"{name}-index.csv", "names"))
        table.to_json(path(f"{name}.json", "names"), orient="records", double_precision=15)
        text(f"{name}-wandb.json", {"columns": list(table.columns), "data": table.values.tolist()}, "names")
    texts = long.assign(token=[TEXTS[place] for place in long.position]).drop(columns="position")
    texts.to_csv(path("long-texts.csv", "tokens"), index=False)
    columns = long.rename(columns={"position": "x", "layer": "y"})
    text("bokeh.json", {name: columns[name].tolist() for name in ["x", "y", "cos"]}, "either")
    mixed = labelled.T.reset_index(names="run").assign(model="gpt2", mean=1.5)
    mixed.to_csv(path("texts-and-layers.csv", "names"), index=False)


def by_plotly(array):
    import plotly.express as express
    import plotly.graph_objects as objects

    count = list(range(TOKENS))
    figures = {
        "imshow": (express.imshow(array), ["order"]),
        "imshow-range": (express.imshow(array, x=count), ["order"]),
        "imshow-both": (express.imshow(array, x=count, y=list(range(LAYERS))), ["order"]),
        "imshow-texts": (express.imshow(array, x=TEXTS, y=NAMES), ["tokens", "layers"]),
        "imshow-names": (express.imshow(array, labels={"x": "Position", "y": "Layer"}), ["names"]),
        "heatmap": (objects.Figure(objects.Heatmap(z=VALUES, x=count)), ["order"]),
        "contour": (objects.Figure(objects.Contour(z=VALUES, x=count)), ["order"]),
        "transposed": (objects.Figure(objects.Heatmap(z=array.T.tolist(), x=TEXTS, transpose=True)), ["tokens"]),
        "dates": (objects.Figure(objects.Heatmap(z=VALUES, x=[f"2026-01-{day + 1:02d}" for day in count])), ["order"]),
        "levels": (objects.Figure(objects.Heatmap(z=VALUES, x=[["prompt"] * 4 + ["answer"] * 4, TEXTS])), ["order"]),
        "steps": (objects.Figure(objects.Heatmap(z=VALUES, y0=10, dy=2)), ["order"]),
        "texts": (objects.Figure(objects.Heatmap(z=VALUES, text=[["a"] * TOKENS] * LAYERS)), ["order"]),
    }
    places = [(layer, token) for layer in range(LAYERS) for token in count]
    random.shuffle(places)
    points = dict(x=[token for _, token in places], y=[layer for layer, _ in places], z=[VALUES[l][t] for l, t in places])
    figures["points"] = (objects.Figure(objects.Heatmap(**points)), ["order"])
    figures["density"] = (express.density_heatmap(**points, histfunc="sum"), ["order"])
    for name, (figure, kept) in figures.items():
        text(f"{name}.plotly.json", figure.to_json(), *kept)
    text("page.html", figures["imshow-range"][0].to_html(include_plotlyjs=False), "order")


def by_xarray(array):
    import xarray

    named = xarray.DataArray(array, dims=["layer", "token"], coords={"token": TEXTS}, name="cos")
    turned = named.transpose("token", "layer")
    text("named.xarray.json", named.to_dict(), "tokens")
    text("turned.xarray.json", turned.to_dict(), "tokens")
    text("dataset.xarray.json", named.to_dataset().to_dict(), "tokens")
    text("nameless.xarray.json", xarray.DataArray(array).to_dict(), "order")


def by_hand():
    flat = [value for row in VALUES for value in row]
    points = [[token, layer, VALUES[layer][token]] for layer in range(LAYERS) for token in range(TOKENS)]
    text("flat.json", {"shape": [LAYERS, TOKENS], "data": flat}, "order")
    text("dims.json", {"dims": [1, LAYERS, TOKENS], "type": "float32", "data": dict(enumerate(flat))}, "order")
    echarts = {"xAxis": {"data": TEXTS}, "yAxis": {"data": NAMES}, "series": [{"type": "heatmap", "data": points}]}
    highcharts = {"xAxis": {"categories": TEXTS}, "yAxis": {"categories": NAMES}, "series": [{"data": points}]}
    text("echarts.json", echarts, "tokens", "layers")
    text("highcharts.json", highcharts, "tokens", "layers")
    blocks = {f"blocks.{layer}.hook": {"mean": 0.5, "per_token": row} for layer, row in enumerate(VALUES)}
    text("sorted-objects.json", json.dumps(blocks, sort_keys=True), "names")
    scores = [round(random.random(), 3) for _ in range(LAYERS)]
    text("scores.json", {"attn": VALUES, "layer_scores": scores, "tokens": TEXTS}, "tokens")
    text("one-too-many.json", {"cos": VALUES, "tokens": ["<s>", *TEXTS]}, "order")


if sys.argv[3] == "torch":
    by_torch()
else:
    matrix = by_numpy()
    by_pandas(matrix)
    by_plotly(matrix)
    by_xarray(matrix)
    by_hand()
print(json.dumps({"values": VALUES, "tokens": TEXTS, "layers": NAMES, "written": written}))
