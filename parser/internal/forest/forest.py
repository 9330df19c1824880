"""The format of forests, as forest.ReadForest has it."""
import json, struct


def encode(booster, names):
    """The forest as bytes; leaves are log-odds in 4096ths."""
    return encode_mean([booster], names)


def encode_mean(boosters, names):
    """The mean of forests of the same length as one forest, their trees in turns."""
    out, trees = bytearray(), 0
    for turn in zip(*(b.dump_model()['tree_info'] for b in boosters)):
        for tree in turn:
            out += encode_tree(tree['tree_structure'], len(boosters))
            trees += 1
    return json.dumps(dict(trees=trees, bias=0, features=names)).encode() + b'\n' + bytes(out)


def encode_tree(structure, share):
    nodes, leaves = [], []

    def walk(t):
        if 'leaf_value' in t:
            leaves.append(round(t['leaf_value'] * 4096 / share))
            return 128 + len(leaves) - 1
        k = len(nodes)
        nodes.append(None)
        nodes[k] = (t['split_feature'], int(t['threshold']), walk(t['left_child']), walk(t['right_child']))
        return k

    walk(structure)
    out = bytearray([len(leaves)])
    for n in nodes:
        out += bytes(n)
    return out + struct.pack(f'<{len(leaves)}h', *leaves)
