#!/usr/bin/env python3
"""Train a forest on a matrix that the Go command wrote, and write it in the format of forest.ReadSymmetric.

  train.py fit MATRIX FOREST [--trees N] [--rate R] [--floor N] [--titles] [--all] [--oof FILE] [--foreign FOREST]
  train.py words WORDS PREFIX
  train.py predict MATRIX MODEL OUT [--foreign FOREST]
  train.py curve MATRIX
  train.py ablate MATRIX

MATRIX is a folder with names.txt, rows.bin and lines.tsv (see matrix.go). Lines of the validation part are
not trained on, unless --all, and those of composed pages only with --foreign: it trains on pages in other languages
than English and adds to what the forest that it names says of them. FOREST.cbm keeps the model for predict. --oof writes a byte for each line: its
probability by a forest that did not see its fold (lines of the validation part: by the final one).
curve and ablate print the mean F1 of words on the validation part of forests trained on some of the pages, and on
a hundred without a group of features.
"""
import argparse, json, re, struct, sys
from pathlib import Path

import catboost
import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[2] / 'internal' / 'forest'))
from symmetric import encode, log_odds

COLUMNS = ('page', 'tool', 'gold', 'validation', 'fold', 'tokens', 'matched', 'title')


def load(folder):
    folder = Path(folder)
    names = folder.joinpath('names.txt').read_text().split()
    rows = np.fromfile(folder / 'rows.bin', dtype=np.uint8).reshape(-1, len(names))
    table = [l.split('\t') for l in folder.joinpath('lines.tsv').read_text().splitlines()]
    lines = dict(zip(COLUMNS, map(np.array, zip(*table))))
    for k in COLUMNS[2:]:
        lines[k] = lines[k].astype(int)
    return names, rows, lines


def weights(lines, power):
    """Every dump weighs the same, parts of one less; a line as much as a power of its tokens."""
    w = (lines['tokens'] + 1.0) ** power
    _, page = np.unique(np.char.add(lines['page'], lines['tool']), return_inverse=True)
    return 1000 * w * share(lines['tool']) / np.bincount(page, w)[page]


def share(tool):
    """What a dump counts: parts of a page and composed pages less."""
    part = np.char.startswith(tool, 'cropped') | np.char.startswith(tool, 'bare')
    return np.where(part, 0.25, np.where(tool == 'composed', 0.5, 1))


def trained(lines, args):
    """Lines to train on by their page."""
    part = np.ones(len(lines['tool']), bool) if args.all else lines['validation'] == 0
    composed = lines['tool'] == 'composed'
    return part & ((composed | (np.char.find(lines['tool'], 'disguised') >= 0)) if args.foreign else ~composed)


def thin(rows, label, weight, args):
    """Lines to train on: with --floor, those that the first forest does not rule out, as Go asks the second forest
    about no others; else all but most of the lightest lines that are no body, menu entries, the rest of which count
    for them."""
    if args.titles:
        return np.ones(len(rows), bool)
    if args.floor is not None:
        return rows[:, args.column] > args.floor
    easy = ~label & (weight < np.median(weight[~label]))
    use = ~easy | (np.random.default_rng(args.seed).random(len(rows)) < 0.3)
    weight[easy] /= 0.3
    return use


def fit(rows, label, weight, args):
    use = thin(rows, label, weight, args)
    model = catboost.CatBoostClassifier(
        iterations=args.trees, learning_rate=args.rate, depth=6, l2_leaf_reg=args.l2, rsm=args.features, bootstrap_type='Bernoulli',
        subsample=0.6, boosting_type='Plain', leaf_estimation_iterations=1, border_count=254, random_seed=args.seed,
        thread_count=args.threads, allow_writing_files=False, verbose=0)
    onto = log_odds(Path(args.foreign).read_bytes(), rows[use]) if args.foreign else None
    return model.fit(pool(rows[use], label[use], weight[use], onto))


def pool(rows, label=None, weight=None, onto=None):
    return catboost.Pool(rows.astype(np.float32), label, weight=weight, baseline=onto)


def predict(model, rows, foreign=None, step=100_000):
    """Probabilities; with foreign, the model adds to what that forest says."""
    raw = np.concatenate([model.predict(pool(rows[i:i + step]), 'RawFormulaVal') for i in range(0, len(rows), step)])
    if foreign:
        raw += log_odds(Path(foreign).read_bytes(), rows)
    return 1 / (1 + np.exp(-raw))


def fit_titles(names, rows, lines, args):
    """A forest of the headline among its candidates; a page weighs the same with many candidates as with few."""
    use = (lines['title'] >= 0) & trained(lines, args)
    _, page = np.unique(np.char.add(lines['page'], lines['tool'])[use], return_inverse=True)
    weight = 50 * share(lines['tool'][use]) / np.bincount(page)[page]
    label = lines['title'][use] == 1
    weight[label] *= 3
    args.floor = None
    model = fit(rows[use], label, weight, args)
    Path(args.forest).write_bytes(encode(model, names))


def learn_words(source, prefix, size=4000):
    """Weights of words and pairs: logistic regressions of body on the words of a line, one of lines of six words and
    more, one of lines of twelve and less; for each fold from the other folds (PREFIX0 ... PREFIX4) and from all of
    them (PREFIXall). Words of less than eight pages have none."""
    table = [l.split('\t') for l in Path(source).read_text().splitlines()]
    page, part, fold, label, count = (np.array([r[k] for r in table]) for k in range(5))
    part, fold, label, count = (a.astype(int) for a in (part, fold, label, count))
    words, column = np.unique(np.concatenate([np.array(r[5].split(), dtype=np.uint32) for r in table]), return_inverse=True)
    line = np.repeat(np.arange(len(table)), 2 * count)
    _, number = np.unique(page, return_inverse=True)
    for name in [0, 1, 2, 3, 4, 'all']:
        train = (part == 0) & (fold != name)
        long = regress(train & (count >= 6), line, column, number, label, count, len(words), size)
        short = regress(train & (count <= 12), line, column, number, label, count, len(words), size)
        some = np.flatnonzero(long | short)
        out = b''.join(struct.pack('<Ibb', words[i], long[i], short[i]) for i in some)
        Path(f'{prefix}{name}').write_bytes(json.dumps({'words': len(some)}).encode() + b'\n' + out)


def regress(use, line, column, number, label, count, words, size):
    """The weights, in 16ths, of the words that matter most in the lines of use."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression
    on = use[line]
    pages = np.unique(np.stack([column[on], number[line[on]]]), axis=1)[0]
    common = np.bincount(pages, minlength=words) >= 8
    keep = on & common[column]
    index, row = np.cumsum(common) - 1, np.cumsum(use) - 1
    x = csr_matrix((1 / np.sqrt(count[line[keep]] + 4.0), (row[line[keep]], index[column[keep]])), (use.sum(), common.sum()))
    w = np.sqrt(count[use] + 1.0)
    w /= np.bincount(number[use], w)[number[use]]
    coef = LogisticRegression(C=0.5, solver='liblinear').fit(x, label[use], w * len(w) / w.sum()).coef_[0]
    spread = np.sqrt(np.asarray(x.power(2).sum(axis=0)).ravel()) * np.abs(coef)
    best = np.argsort(-spread, kind='stable')[:size]
    out = np.zeros(words, int)
    out[np.flatnonzero(common)[best]] = np.clip(np.round(coef[best] * 16), -127, 127)
    return out


def word_f1(model, rows, lines):
    """The mean over the validation part's dumps of the F1 of the words of lines that are more likely body than not."""
    part = (lines['validation'] == 1) & np.isin(lines['tool'], ('lynx', 'w3m', 'bs4'))
    chosen = predict(model, rows[part]) >= 0.5
    _, first, page = np.unique(np.char.add(lines['page'], lines['tool'])[part], return_index=True, return_inverse=True)
    hits = np.bincount(page, lines['matched'][part] * chosen)
    taken = np.bincount(page, lines['tokens'][part] * chosen)
    return np.mean(2 * hits / np.maximum(1, taken + lines['gold'][part][first]))


def curve(rows, lines, label, weight, args):
    pages = np.unique(lines['page'][lines['validation'] == 0])
    np.random.default_rng(args.seed).shuffle(pages)
    for n in (100, 200, 400, len(pages)):
        use = np.isin(lines['page'], pages[:n])
        print(f'{n} pages: {word_f1(fit(rows[use], label[use], weight[use], args), rows, lines):.4f}', flush=True)


GROUPS = {
    'weights of words': r'evidence',
    'lists of words': r'furniture|share|account|legal|related|comment|menu|source|shop|time|heading-cue',
    'function words': r'function-words|density',
    'neighbours': r'\[|run\d|blanks|same-start',
    'place': r'^line|place|prose|main|page-|gap-',
    'paragraph': r'para',
    'repeats': r'repeat|seen|overlap|starts',
    'shape': r'^(size|words|word-length|longest-word|letters|digits|upper|capitals|numbers|stops|commas|comma-share|colons|'
             r'quotes|brackets|separators|symbols|first|last|dots|bullet|trail|indent|dated|joined|url)$',
}


def ablate(names, rows, lines, label, weight, args):
    pages = np.unique(lines['page'][lines['validation'] == 0])
    np.random.default_rng(args.seed).shuffle(pages)
    use = np.isin(lines['page'], pages[:100])
    for group, pattern in GROUPS.items():
        keep = [not re.search(pattern, n) for n in names]
        f1 = word_f1(fit(rows[use][:, keep], label[use], weight[use], args), rows[:, keep], lines)
        print(f'without {group} ({len(names) - sum(keep)} features): {f1:.4f}', flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(dest='command', required=True)
    f = sub.add_parser('fit')
    f.add_argument('matrix')
    f.add_argument('forest')
    f.add_argument('--trees', type=int, default=400)
    f.add_argument('--rate', type=float, default=0.2)
    f.add_argument('--l2', type=float, default=20, help='that keeps leaves small')
    f.add_argument('--features', type=float, default=0.25, help='share of the features that a level chooses from')
    f.add_argument('--power', type=float, default=0.5, help='of the tokens of a line, its weight')
    f.add_argument('--seed', type=int, default=1)
    f.add_argument('--threads', type=int, default=2)
    f.add_argument('--floor', type=int, help='least probability by the first forest, in 255ths, of lines to train on')
    f.add_argument('--all', action='store_true')
    f.add_argument('--titles', action='store_true', help='of the headline instead of the body')
    f.add_argument('--oof')
    f.add_argument('--foreign')
    p = sub.add_parser('predict')
    for a in ('matrix', 'model', 'out'):
        p.add_argument(a)
    p.add_argument('--foreign')
    for name in ('curve', 'ablate'):
        c = sub.add_parser(name)
        c.add_argument('matrix')
        c.set_defaults(trees=400, rate=0.2, l2=20, features=0.25, power=0.75, seed=1, threads=2, floor=None, titles=False, foreign=None)
    w = sub.add_parser('words')
    for a in ('words', 'prefix'):
        w.add_argument(a)
    args = ap.parse_args()
    if args.command == 'words':
        learn_words(args.words, args.prefix)
        return
    if args.command == 'predict':
        names, rows, _ = load(args.matrix)
        probability = predict(catboost.CatBoostClassifier().load_model(args.model), rows, args.foreign)
        Path(args.out).write_bytes(np.round(255 * probability).astype(np.uint8).tobytes())
        return
    names, rows, lines = load(args.matrix)
    args.column = names.index('p') if args.floor is not None else 0
    if args.titles:
        fit_titles(names, rows, lines, args)
        return
    label = (2 * lines['matched'] >= lines['tokens']) & (lines['tokens'] > 0)
    weight = weights(lines, args.power)
    if args.command == 'curve':
        curve(rows, lines, label, weight, args)
        return
    if args.command == 'ablate':
        ablate(names, rows, lines, label, weight, args)
        return
    part = trained(lines, args)
    model = fit(rows[part], label[part], weight[part], args)
    Path(args.forest).write_bytes(encode(model, names))
    model.save_model(args.forest + '.cbm')
    if args.oof:
        p = predict(model, rows)
        for k in np.unique(lines['fold']):
            held = part & (lines['fold'] == k)
            rest = part & ~held
            p[held] = predict(fit(rows[rest], label[rest], weight[rest], args), rows[held])
        Path(args.oof).write_bytes(np.round(255 * p).astype(np.uint8).tobytes())


main()
