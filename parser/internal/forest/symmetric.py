"""The format of forests of symmetric trees, as forest.ReadSymmetric has it."""
import json, math, struct, tempfile
from pathlib import Path

import numpy as np


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


def log_odds(data, rows):
    """What an encoded forest says of rows."""
    head, _, data = data.partition(b'\n')
    head = json.loads(head)
    total, at = np.full(len(rows), head['bias'], np.int32), 0
    for _ in range(head['trees']):
        leaf = np.zeros(len(rows), np.int32)
        levels, at = data[at], at + 1
        for k in range(levels):
            feature, threshold = data[at:at + 2]
            leaf |= (rows[:, feature] > threshold).astype(np.int32) << k
            at += 2
        total += np.frombuffer(data, '<i2', 1 << levels, at).astype(np.int32)[leaf]
        at += 2 << levels
    return total / 4096
