"""The format of forests of symmetric trees, as forest.ReadSymmetric has it."""
import json, math, struct, tempfile
from pathlib import Path


def encode(model, names):
    """A CatBoost model as bytes; leaves are log-odds in 4096ths."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / 'model.json'
        model.save_model(str(file), format='json')
        d = json.loads(file.read_text())
    scale, (bias,) = d['scale_and_bias']
    out = bytearray()
    for tree in d['oblivious_trees']:
        questions = [(s['float_feature_index'], math.floor(s['border'])) for s in tree['splits'] or []]
        out.append(len(questions))
        for q in questions:
            out += bytes(q)
        for leaf in tree['leaf_values']:
            out += struct.pack('<h', max(-32768, min(32767, round(scale * leaf * 4096))))
    header = dict(trees=len(d['oblivious_trees']), bias=round(bias * 4096), features=names)
    return json.dumps(header).encode() + b'\n' + bytes(out)
