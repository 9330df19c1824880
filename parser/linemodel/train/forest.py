"""The format of forests, as linemodel.ReadForest has it."""
import json, struct


def encode(booster, names):
    """The forest as bytes; leaves are log-odds in 4096ths."""
    out = bytearray()
    trees = booster.dump_model()['tree_info']
    for tree in trees:
        nodes, leaves = [], []

        def walk(t):
            if 'leaf_value' in t:
                leaves.append(round(t['leaf_value'] * 4096))
                return 128 + len(leaves) - 1
            k = len(nodes)
            nodes.append(None)
            nodes[k] = (t['split_feature'], int(t['threshold']), walk(t['left_child']), walk(t['right_child']))
            return k

        walk(tree['tree_structure'])
        out.append(len(leaves))
        for n in nodes:
            out += bytes(n)
        out += struct.pack(f'<{len(leaves)}h', *leaves)
    return json.dumps(dict(trees=len(trees), bias=0, features=names)).encode() + b'\n' + bytes(out)
