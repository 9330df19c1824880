#!/usr/bin/env python3
"""Train the class weights and the forests of the page model on tables that the Go command wrote.

  train.py classes WORK                 words.tsv -> classes.txt and, without each fold, classes-N.txt
  train.py forest FOLDER [--trees N] [--leaves N] [--rate R] [--probabilities]
                                        rows.bin, lines.tsv, names.txt -> forest.bin in the format of linemodel.ReadForest

The validation part is never trained on. --probabilities writes p.bin, a byte a row: the probability by a forest
that has not seen the row's fold (validation: by the final one). A summary of the validation part is printed.
"""
import argparse, sys
from pathlib import Path

import lightgbm as lgb
import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[2] / 'linemodel' / 'train'))
from forest import encode

COLUMNS = ('page', 'variant', 'gold', 'validation', 'fold', 'tokens', 'matched', 'counts')
MIN_SITES = 12   # a class word must be known from so many pages


def read_table(path):
    """The columns as arrays; the last one as a list, since its strings may be long."""
    columns = [[] for _ in COLUMNS]
    with open(path) as f:
        for line in f:
            for column, value in zip(columns, line.rstrip('\n').split('\t')):
                column.append(value)
    table = {k: np.array(c) for k, c in zip(COLUMNS[:2], columns)}
    table.update({k: np.array(c, int) for k, c in zip(COLUMNS[2:7], columns[2:])})
    table[COLUMNS[7]] = columns[7]
    return table


def labels(t):
    return (2 * t['matched'] >= t['tokens']) & (t['tokens'] > 0)


def weights(t, cap):
    """Every page weighs the same, a block as much as the root of its tokens; a little for the block itself."""
    w = np.sqrt(np.minimum(t['tokens'], cap) + 1.0)
    _, page = np.unique(np.char.add(t['page'], t['variant']), return_inverse=True)
    w /= np.bincount(page, w)[page]
    return .7 * w / w.mean() + .3


def train_classes(work):
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression
    work = Path(work)
    t = read_table(work / 'words.tsv')
    words = [p.split() for p in t.pop('counts')]
    train = t['validation'] == 0
    pages = {}
    for page, ws, ok in zip(t['page'], words, train):
        if ok:
            for w in set(ws):
                pages.setdefault(w, set()).add(page)
    known = sorted(w for w, p in pages.items() if len(p) >= MIN_SITES)
    index = {w: i for i, w in enumerate(known)}
    data, columns, ends = [], [], [0]
    for ws in words:
        count = {}
        for w in ws:
            if w in index:
                count[index[w]] = min(3., count.get(index[w], 0) + 1.)
        columns += count.keys()
        data += count.values()
        ends.append(len(columns))
    x = csr_matrix((data, columns, ends), shape=(len(words), len(known)))
    y, w = labels(t), weights(t, 40)

    def write(part, name):
        m = LogisticRegression(C=.01, solver='liblinear', max_iter=200, random_state=1)
        m.fit(x[part], y[part], sample_weight=w[part])
        lines = [f'{k} {round(64 * c)}\n' for k, c in zip(known, m.coef_[0]) if round(64 * c)]
        (work / name).write_text(''.join(lines))

    write(train, 'classes.txt')
    for k in np.unique(t['fold']):
        write(train & (t['fold'] != k), f'classes-{k}.txt')


def fit(rows, y, w, args):
    params = dict(objective='binary', num_leaves=args.leaves, learning_rate=args.rate, min_data_in_leaf=60,
                  feature_fraction=.3, bagging_fraction=.8, bagging_freq=1, lambda_l2=20, max_bin=255, seed=1,
                  deterministic=True, force_row_wise=True, num_threads=1, verbose=-1)
    return lgb.train(params, lgb.Dataset(rows, y, weight=w), args.trees)


def summary(t, p, part, name):
    _, page = np.unique(t['page'], return_inverse=True)
    chosen = (p >= .5) & t['counts']
    true, all_ = np.bincount(page, t['matched'] * chosen * part), np.bincount(page, t['tokens'] * chosen * part)
    gold = np.bincount(page, t['gold'] * part) / np.maximum(1, np.bincount(page, part))
    wrong = np.bincount(page, part & (chosen != labels(t)) & t['counts'])
    here = gold > 0
    f1 = 2 * true / np.maximum(1, all_ + gold)
    print(f'{name}: {here.sum()} pages, F1 of words about {f1[here].mean():.4f}, without any error {(wrong[here] == 0).mean():.4f}')


def train_forest(args):
    folder = Path(args.folder)
    names = (folder / 'names.txt').read_text().split()
    rows = np.fromfile(folder / 'rows.bin', np.uint8).reshape(-1, len(names))
    t = read_table(folder / 'lines.tsv')
    t['counts'] = counts = np.array(t['counts']) == '1'
    y, w = labels(t), weights(t, 100)
    train = (t['validation'] == 0) & counts
    booster = fit(rows[train], y[train], w[train], args)
    (folder / 'forest.bin').write_bytes(encode(booster, names))
    p = booster.predict(rows)
    for v in np.unique(t['variant']):
        summary(t, p, (t['validation'] == 1) & (t['variant'] == v), f'validation, {v}')
    if not args.probabilities:
        return
    for k in np.unique(t['fold']):
        held = (t['validation'] == 0) & (t['fold'] == k)
        rest = train & ~held
        p[held] = fit(rows[rest], y[rest], w[rest], args).predict(rows[held])
    p[~counts] = 0
    (folder / 'p.bin').write_bytes(np.round(255 * p).astype(np.uint8).tobytes())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(dest='command', required=True)
    sub.add_parser('classes').add_argument('work')
    f = sub.add_parser('forest')
    f.add_argument('folder')
    f.add_argument('--trees', type=int, default=60)
    f.add_argument('--leaves', type=int, default=24)
    f.add_argument('--rate', type=float, default=.15)
    f.add_argument('--probabilities', action='store_true')
    args = ap.parse_args()
    if args.command == 'classes':
        train_classes(args.work)
    else:
        train_forest(args)


main()
