#!/usr/bin/env python3
"""Train the class weights and the forests of the page model on tables that the Go command wrote.

  train.py classes WORK     words.tsv -> classes.txt and, without each fold, classes-N.txt
  train.py first FOLDER     rows.bin, lines.tsv, names.txt -> forest.bin in the format of forest.ReadSymmetric, and p.bin,
                            a byte a row: the probability by a forest that has not seen the row's fold (validation: by
                            the final one)
  train.py second FOLDER    the same for the second forest, in the format of forest.ReadForest, without p.bin
  train.py foreign FOLDER   rows.bin, lines.tsv, names.txt and raw.bin, what the second forest says -> forest.bin, which adds
                            to that for pages in other languages than English; sample.rows and sample.scores, some rows
                            and what it says of them in 4096ths of log-odds

The validation part is never trained on. Of each forest there is forest-N.bin, which has not seen fold N. A summary of
the parts is printed.
"""
import argparse, sys
from pathlib import Path

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[2] / 'internal' / 'forest'))
import forest
import symmetric

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


class First:
    """Symmetric trees. Most of the lightest blocks that are no body are left out; the rest count for them."""

    def fit(self, rows, y, w, page):
        from catboost import CatBoostClassifier, Pool
        easy = ~y & (w < np.median(w[~y]))
        use = ~easy | (np.random.default_rng(1).random(len(y)) < .2)
        w = np.where(easy, w / .2, w)
        self.model = CatBoostClassifier(
            iterations=250, depth=6, learning_rate=.08, l2_leaf_reg=20, rsm=.3, bootstrap_type='Bernoulli', subsample=.8,
            boosting_type='Plain', border_count=128, random_seed=1, thread_count=1, verbose=False, allow_writing_files=False)
        self.model.fit(Pool(rows[use].astype(np.float32), y[use], weight=w[use]))
        return self

    def predict(self, rows):
        return self.model.predict_proba(rows.astype(np.float32))[:, 1]

    def encode(self, names):
        return symmetric.encode(self.model, names)


class Second:
    """The mean of forests that have each seen half of the pages. The blocks of a page are much alike, so that a forest
    of all pages learns them by heart."""

    BAGS = 8

    def fit(self, rows, y, w, page):
        import lightgbm as lgb
        draw = np.random.default_rng(3)
        self.boosters = []
        for bag in range(self.BAGS):
            part = (draw.random(page.max() + 1) < .5)[page]
            params = dict(objective='binary', num_leaves=24, learning_rate=.1, min_data_in_leaf=40, feature_fraction=.15,
                          bagging_fraction=.8, bagging_freq=1, lambda_l2=10, max_bin=255, seed=bag + 1, deterministic=True,
                          force_row_wise=True, num_threads=1, verbose=-1)
            self.boosters.append(lgb.train(params, lgb.Dataset(rows[part], y[part], weight=w[part]), 45))
        return self

    def predict(self, rows):
        return probability(np.mean([b.predict(rows, raw_score=True) for b in self.boosters], 0))

    def encode(self, names):
        return forest.encode_mean(self.boosters, names)


class Foreign:
    """The mean of two forests onto log-odds that are given. Labels may lie between 0 and 1."""

    def fit(self, rows, y, w, onto):
        import lightgbm as lgb
        self.boosters = []
        for seed in 1, 2:
            params = dict(objective='cross_entropy', num_leaves=24, learning_rate=.18, min_data_in_leaf=40,
                          feature_fraction=.3, bagging_fraction=.8, bagging_freq=1, lambda_l2=10, max_bin=255, seed=seed,
                          deterministic=True, force_row_wise=True, num_threads=1, verbose=-1)
            self.boosters.append(lgb.train(params, lgb.Dataset(rows, y, weight=w, init_score=onto), 130))
        return self

    def raw(self, rows):
        return np.mean([b.predict(rows, raw_score=True) for b in self.boosters], 0)


def probability(raw):
    return 1 / (1 + np.exp(-raw))


def summary(t, p, part, name):
    _, page = np.unique(t['page'], return_inverse=True)
    chosen = (p >= .5) & t['counts']
    true, all_ = np.bincount(page, t['matched'] * chosen * part), np.bincount(page, t['tokens'] * chosen * part)
    gold = np.bincount(page, t['gold'] * part) / np.maximum(1, np.bincount(page, part))
    wrong = np.bincount(page, part & (chosen != labels(t)) & t['counts'])
    here = gold > 0
    f1 = 2 * true / np.maximum(1, all_ + gold)
    print(f'{name}: {here.sum()} pages, F1 of words about {f1[here].mean():.4f}, without any error {(wrong[here] == 0).mean():.4f}')


def summaries(t, p, what=''):
    for v in np.unique(t['variant']):
        for part, name in (1, 'validation'), (0, 'folds'):
            some = (t['validation'] == part) & (t['variant'] == v)
            if some.any():
                summary(t, p, some, f'{what}{name}, {v}')


def load(folder):
    """Names of features, rows, table, labels, weights and numbers of pages."""
    names = (folder / 'names.txt').read_text().split()
    rows = np.fromfile(folder / 'rows.bin', np.uint8).reshape(-1, len(names))
    t = read_table(folder / 'lines.tsv')
    t['counts'] = np.array(t['counts']) == '1'
    return names, rows, t, labels(t), weights(t, 100), np.unique(t['page'], return_inverse=True)[1]


def train_forest(kind, folder):
    names, rows, t, y, w, page = load(folder)
    counts = t['counts']
    train = (t['validation'] == 0) & counts

    def train_on(part, name):
        model = kind().fit(rows[part], y[part], w[part], page[part])
        (folder / name).write_bytes(model.encode(names))
        return model

    p = np.zeros(len(rows))
    model, held = train_on(train, 'forest.bin'), t['validation'] == 1
    p[held] = model.predict(rows[held])
    for k in np.unique(t['fold']):
        held = (t['validation'] == 0) & (t['fold'] == k)
        p[held] = train_on(train & ~held, f'forest-{k}.bin').predict(rows[held])
    p[~counts] = 0
    summaries(t, p)
    return p


def train_foreign(folder):
    """Of disguised pages it is to say what the second forest does, so that it leaves alone what that has learnt of real
    markup. A block of the article counts twice, as a paragraph lost is worse than a line too many, and test cases that
    are pages themselves eight times, as they are few. Prints what the forest makes of languages that it has not seen,
    too."""
    names, rows, t, y, w, page = load(folder)
    onto = np.fromfile(folder / 'raw.bin', np.int32) / 4096
    disguised = np.char.startswith(t['variant'], 'disguised')
    w = w * np.where(disguised, 3, np.where(t['variant'] == 'case', 8, 1) * np.where(y, 2, 1))
    label = np.where(disguised, probability(onto), y)
    train = t['validation'] == 0

    def train_on(part):
        return Foreign().fit(rows[part], label[part], w[part], onto[part])

    model, raw = train_on(train), onto.copy()
    (folder / 'forest.bin').write_bytes(forest.encode_mean(model.boosters, names))
    some = np.flatnonzero(~disguised)[::3000]
    (folder / 'sample.rows').write_bytes(rows[some].tobytes())
    (folder / 'sample.scores').write_text(''.join(f'{4096 * s:.0f}\n' for s in model.raw(rows[some])))
    raw[~train] += model.raw(rows[~train])
    part = np.where(disguised, t['fold'], np.unique([p[:2] for p in t['page']], return_inverse=True)[1] % 5)
    for k in range(5):
        held = train & (part == k)
        raw[held] += train_on(train & ~held).raw(rows[held])
    summaries(t, probability(onto), 'without it, ')
    summaries(t, probability(raw))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('step', choices=('classes', 'first', 'second', 'foreign'))
    ap.add_argument('folder', type=Path)
    args = ap.parse_args()
    match args.step:
        case 'classes':
            train_classes(args.folder)
        case 'first':
            p = train_forest(First, args.folder)
            (args.folder / 'p.bin').write_bytes(np.round(255 * p).astype(np.uint8).tobytes())
        case 'second':
            train_forest(Second, args.folder)
        case 'foreign':
            train_foreign(args.folder)


main()
