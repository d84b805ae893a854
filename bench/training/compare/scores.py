"""Average precision and recall at a precision, as the suite `pairs` counts them."""

import numpy as np


def average_precision(score, positive):
    order = np.argsort(-score, kind="stable")
    hits = positive[order].astype(float)
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / max(1, hits.sum()))


def recall_at(score, positive, precision=0.93):
    order = np.argsort(-score, kind="stable")
    hits = np.cumsum(positive[order].astype(float))
    good = hits / np.arange(1, len(hits) + 1) >= precision
    return float(hits[good].max() / hits[-1]) if good.any() else 0.0


def of_edits(pairs, probabilities, say=print):
    """Of sentences changed in one place: how many are taken for entailing, by kind, new words apart."""
    entailed = np.asarray(probabilities)[:, :3].sum(1) >= 0.5
    for kind in sorted({p.kind for p in pairs}):
        for name, test in (("words seen", False), ("words not seen", True)):
            chosen = np.array([p.kind == kind and p.test == test for p in pairs])
            if chosen.any():
                say(f"  {kind:10} {name:14} n {chosen.sum():4} taken for entailing {entailed[chosen].mean():.2f}")


def table(pairs, probabilities, say=print):
    probabilities = np.asarray(probabilities)
    relation = np.array([p.possible[0] for p in pairs])
    hard = np.array([getattr(p, "hard", False) for p in pairs])
    sure = np.array([getattr(p, "sure", 2) == 2 for p in pairs])
    for name, last in (("entailing", 3), ("sharing", 4)):
        score, positive = probabilities[:, :last].sum(1), relation < last
        for subset, chosen in (("all", hard | ~hard), ("hard", hard), ("sampled", ~hard), ("sure", sure)):
            if chosen.any():
                say(f"  {name:9} {subset:8} n {chosen.sum():4} base {positive[chosen].mean():.2f} "
                    f"AP {average_precision(score[chosen], positive[chosen]):.3f} "
                    f"R@.93 {recall_at(score[chosen], positive[chosen]):.2f}")
    other = relation == 4
    if other.any():
        say(f"  other     all      base {other.mean():.2f} AP {average_precision(probabilities[:, 4], other):.3f}")
