#!/usr/bin/env python3
"""Train a forest on a matrix that the Go command wrote, and write it in the format of linemodel.ReadForest.

  train.py fit MATRIX FOREST [--trees N] [--rate R] [--leaves N] [--min-lines N] [--all] [--oof FILE]
  train.py predict MATRIX BOOSTER OUT

MATRIX is a folder with names.txt, rows.bin and lines.tsv (see matrix.go). Lines of the validation part are
not trained on, unless --all. FOREST.txt keeps the booster for predict. --oof writes a byte for each line: its
probability by a booster that did not see its fold (lines of the validation part: by the final one).
"""
import argparse, json, struct
from pathlib import Path

import lightgbm as lgb
import numpy as np

COLUMNS = ('page', 'tool', 'gold', 'validation', 'fold', 'tokens', 'matched')


def load(folder):
    folder = Path(folder)
    names = folder.joinpath('names.txt').read_text().split()
    rows = np.fromfile(folder / 'rows.bin', dtype=np.uint8).reshape(-1, len(names))
    table = [l.split('\t') for l in folder.joinpath('lines.tsv').read_text().splitlines()]
    lines = dict(zip(COLUMNS, map(np.array, zip(*table))))
    for k in COLUMNS[2:]:
        lines[k] = lines[k].astype(int)
    return names, rows, lines


def weights(lines):
    """Every dump weighs the same, a line as much as the root of its tokens."""
    w = np.sqrt(lines['tokens'] + 1.0)
    _, page = np.unique(np.char.add(lines['page'], lines['tool']), return_inverse=True)
    return 1000 * w / np.bincount(page, w)[page]


def fit(rows, label, weight, args):
    params = dict(objective='binary', num_leaves=args.leaves, learning_rate=args.rate, min_data_in_leaf=args.min_lines,
                  feature_fraction=0.3, bagging_fraction=0.7, bagging_freq=1, lambda_l2=10, max_bin=255,
                  seed=args.seed, deterministic=True, force_col_wise=True, num_threads=args.threads, verbose=-1)
    return lgb.train(params, lgb.Dataset(rows, label, weight=weight), args.trees)


def encode(booster, names):
    """The forest as bytes; leaves are log-odds in 4096ths."""
    out = bytearray()
    dump = booster.dump_model()['tree_info']
    for info in dump:
        nodes, leaves = [], []

        def walk(t):
            if 'leaf_value' in t:
                leaves.append(round(t['leaf_value'] * 4096))
                return 128 + len(leaves) - 1
            k = len(nodes)
            nodes.append(None)
            nodes[k] = (t['split_feature'], int(t['threshold']), walk(t['left_child']), walk(t['right_child']))
            return k

        walk(info['tree_structure'])
        out.append(len(leaves))
        for n in nodes:
            out += bytes(n)
        for v in leaves:
            out += struct.pack('<h', v)
    header = dict(trees=len(dump), bias=0, features=names)
    return json.dumps(header).encode() + b'\n' + bytes(out)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(dest='command', required=True)
    f = sub.add_parser('fit')
    f.add_argument('matrix')
    f.add_argument('forest')
    f.add_argument('--trees', type=int, default=150)
    f.add_argument('--rate', type=float, default=0.08)
    f.add_argument('--leaves', type=int, default=31)
    f.add_argument('--min-lines', type=int, default=50)
    f.add_argument('--seed', type=int, default=1)
    f.add_argument('--threads', type=int, default=1)
    f.add_argument('--all', action='store_true')
    f.add_argument('--oof')
    p = sub.add_parser('predict')
    for a in ('matrix', 'booster', 'out'):
        p.add_argument(a)
    args = ap.parse_args()
    if args.command == 'predict':
        names, rows, _ = load(args.matrix)
        probability = lgb.Booster(model_file=args.booster).predict(rows)
        Path(args.out).write_bytes(np.round(255 * probability).astype(np.uint8).tobytes())
        return
    names, rows, lines = load(args.matrix)
    label = (2 * lines['matched'] >= lines['tokens']) & (lines['tokens'] > 0)
    weight = weights(lines)
    part = np.ones(len(rows), bool) if args.all else lines['validation'] == 0
    booster = fit(rows[part], label[part], weight[part], args)
    Path(args.forest).write_bytes(encode(booster, names))
    booster.save_model(args.forest + '.txt')
    if args.oof:
        p = booster.predict(rows)
        for k in np.unique(lines['fold']):
            held = part & (lines['fold'] == k)
            rest = part & ~held
            p[held] = fit(rows[rest], label[rest], weight[rest], args).predict(rows[held])
        Path(args.oof).write_bytes(np.round(255 * p).astype(np.uint8).tobytes())


main()
