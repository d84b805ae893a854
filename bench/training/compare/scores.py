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


def area(score, positive):
    """The share of pairs of one positive and one negative that are ranked rightly."""
    order = np.argsort(score, kind="stable")
    rank = np.empty(len(score))
    rank[order] = np.arange(len(score))
    n = positive.sum()
    return float((rank[positive].sum() - n * (n - 1) / 2) / (n * (len(positive) - n)))


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
