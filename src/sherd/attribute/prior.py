"""What a stated prior becomes by the findings. Nobody's prior is assumed: without one, no posterior is given.

A posterior is the reader's prior, moved by the weights; it is printed at the default settings and as the span
over the whole grid. Where a pair of the accounts is refused for more than saying little, there is none.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from sherd.attribute.bench import Bench
from sherd.attribute.competing import log_likelihoods, told
from sherd.attribute.dependence import DEFAULT, weakest
from sherd.model.reasoning import Posterior, Update
from sherd.model.weights import PairWeight

HARMLESS = frozenset({"says_nothing", "sign_flips"})
"""Refusals that a posterior shows by itself: it hardly moves, or its span is wide."""

TOLERANCE = 1e-6


def stated(priors: Mapping[str, float], accounts: Sequence[str]) -> dict[str, float]:
    """The prior of every account. Raises ``ValueError``, with what to do, where it is not a probability each.

    >>> stated({"A": 0.6, "B": 0.4}, ["A", "B", "U"])
    {'A': 0.6, 'B': 0.4, 'U': 0.0}
    """
    strange = sorted(set(priors) - set(accounts))
    if strange:
        raise ValueError(f"the case has no account {', '.join(strange)}; it has {', '.join(accounts)}")
    if any(not 0 <= prior <= 1 for prior in priors.values()):
        raise ValueError("a prior is a probability between 0 and 1")
    total = math.fsum(priors.values())
    if abs(total - 1) > TOLERANCE:
        raise ValueError(f"the priors add up to {total:g}: give every account its share, together 1")
    return {account: priors.get(account, 0.0) for account in accounts}


def posteriors(prior: Sequence[float], log10_ps: Sequence[float]) -> list[float]:
    """Bayes' rule: what priors become by log10 P(findings | account).

    >>> after = posteriors([0.6, 0.3, 0.1], [-2.8647961034, -0.5749883165, -1.7153429190])
    >>> [round(p, 10) for p in after]
    [0.0099205997, 0.9667534223, 0.023325978]
    """
    top = max(log10_p for p, log10_p in zip(prior, log10_ps, strict=True) if p)
    parts = [p * 10.0 ** (log10_p - top) if p else 0.0 for p, log10_p in zip(prior, log10_ps, strict=True)]
    return [part / math.fsum(parts) for part in parts]


def against_the_rest(prior: Mapping[str, float], log10_ps: Mapping[str, float], account: str) -> float:
    """The weight (bans) of one account against all others together, each by its prior.

    Raises ``ValueError`` where no other account has any.
    """
    rest = [(p, log10_ps[name]) for name, p in prior.items() if name != account and p]
    if not rest:
        raise ValueError(f"no account but {account} has a prior")
    top = max(log10_p for _, log10_p in rest)
    mean = math.fsum(p * 10.0 ** (q - top) for p, q in rest) / math.fsum(p for p, _ in rest)
    return log10_ps[account] - top - math.log10(mean)


def update(bench: Bench, pairs: Sequence[PairWeight], priors: Mapping[str, float]) -> Update:
    """What the stated priors become. Raises ``ValueError`` as ``stated`` does."""
    accounts = [hypothesis.id for hypothesis in bench.record.hypotheses]
    prior = stated(priors, accounts)
    refused = tuple(
        f"{pair.h1} : {pair.h2}: {refusal.reason}"
        for pair in pairs
        if prior[pair.h1] and prior[pair.h2]
        for refusal in pair.refused
        if refusal.rule not in HARMLESS
    )
    if refused:
        return Update(refused=refused)
    cells = list(zip(*log_likelihoods(told(bench), len(accounts)), strict=True))
    after = [posteriors(list(prior.values()), cell) for cell in cells]
    return Update(
        posteriors=tuple(
            Posterior(
                hypothesis=account,
                prior=prior[account],
                default=after[DEFAULT][at],
                low=min(cell[at] for cell in after),
                high=max(cell[at] for cell in after),
                against_rest=rest[DEFAULT] if rest else None,
                against_rest_reported=weakest(rest) if rest else None,
            )
            for at, account in enumerate(accounts)
            for rest in [_against_rest(prior, accounts, cells, account)]
        )
    )


def _against_rest(
    prior: Mapping[str, float], accounts: Sequence[str], cells: Sequence[Sequence[float]], account: str
) -> list[float]:
    """The weight of an account against the rest in each cell; empty where no other has a prior."""
    if not any(p for name, p in prior.items() if name != account):
        return []
    return [against_the_rest(prior, dict(zip(accounts, cell, strict=True)), account) for cell in cells]
