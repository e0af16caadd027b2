#!/usr/bin/env python3
"""The protocol ledger-v1 in plain Python: the rival of the benchmark and a second opinion on the arithmetic.

usage: rival_ledger.py ITEMS.csv [PROTOCOL.toml]

ITEMS.csv has the columns id, factor (C1-C6, E1-E5), direction (C collapse, E endurance), novelty (new, cont), level
(W words, O opinion, A act, S structural), grade, specificity, cluster, class; no header. Python 3.11, standard library
only. The output is line for line that of the benchmark's `ledger_numbers`, but for `as-extreme`, whose coins differ.
"""

import csv
import itertools
import math
import random
import sys
import tomllib
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

LEVELS = {"W": "words", "O": "opinion", "A": "act", "S": "structural"}
FACTORS = ["C1", "C2", "C3", "C4", "C5", "C6", "E1", "E2", "E3", "E4", "E5"]
DIRECTIONS = ["weakened", "unchanged", "strengthened", "mixed", "not-assessed"]


class Item(NamedTuple):
    id: str
    factor: str
    direction: str
    new: bool
    level: str
    reliance: float
    specificity: float
    cluster: str


class Setting(NamedTuple):
    prior: tuple
    correlation: float
    decibels: tuple  # words, opinion, act, structural
    each_alone: bool
    ritual_weight: float


class Weight(NamedTuple):
    """What a cluster brings to its factor, over 'unchanged'."""

    weakened: float
    strengthened: float
    weakening: int  # largest magnitude that pulls this way
    strengthening: int
    items: int
    has_new: bool

    def turned(self):
        return self._replace(
            weakened=self.strengthened,
            strengthened=self.weakened,
            weakening=self.strengthening,
            strengthening=self.weakening,
        )


class Judgement(NamedTuple):
    finding: str
    posterior: tuple
    pull: tuple
    magnitude: int


NOT_ASSESSED = "not-assessed"


class Ledger:
    def __init__(self, protocol):
        self.protocol = protocol
        self.level_magnitude = {letter: protocol["magnitude"][name] for letter, name in LEVELS.items()}

    def setting(self):
        p = self.protocol
        return Setting(
            prior=prior_of(p["prior"]),
            correlation=p["dependence"]["correlation"],
            decibels=scale_of(p["decibels"]),
            each_alone=p["dependence"]["clustering"] == "each-item-alone",
            ritual_weight=p["dependence"]["ritual_weight"],
        )

    def reliance(self, grade):
        table = self.protocol["grade"]
        return table["reliability"][grade[0]] * table["credibility"][int(grade[1]) - 1]

    @lru_cache(maxsize=None)
    def vector(self, direction, new, level, reliance, specificity, decibels, ritual_weight):
        """Decibels of weakened, unchanged, strengthened, tempered by the source's grade."""
        b = dict(zip("WOAS", decibels))[level]
        if new:
            b *= specificity
            plain = (b, 0, -b) if direction == "C" else (-b, 0, b)
        else:
            continuity = self.protocol["continuity"]
            if level in "WO":
                b = continuity[LEVELS[level]] * ritual_weight
            else:
                b *= continuity[LEVELS[level] + "_share"]
            plain = (-b * specificity, 0, -b * specificity)
        likelihoods = [10 ** (x / 10) for x in plain]
        mean = sum(likelihoods) / 3
        return tuple(10 * math.log10(reliance * x + (1 - reliance) * mean) for x in likelihoods)

    def cluster_weight(self, items, vectors, correlation):
        strongest = max(vectors, key=lambda v: max(v) - min(v))
        n = len(items)
        multiplier = n / (1 + (n - 1) * correlation)
        enough = self.protocol["magnitude"]["minimum_decibels"]
        weakening = strengthening = 0
        for item, (weakened, unchanged, strengthened) in zip(items, vectors):
            if not item.new:
                continue
            magnitude = self.level_magnitude[item.level]
            if weakened - unchanged >= enough:
                weakening = max(weakening, magnitude)
            if strengthened - unchanged >= enough:
                strengthening = max(strengthening, magnitude)
        return Weight(
            multiplier * (strongest[0] - strongest[1]),
            multiplier * (strongest[2] - strongest[1]),
            weakening,
            strengthening,
            n,
            any(item.new for item in items),
        )

    def posterior(self, prior, pull):
        weakened = prior[0] * 10 ** (pull[0] / 10)
        strengthened = prior[2] * 10 ** (pull[1] / 10)
        total = weakened + prior[1] + strengthened
        return weakened / total, prior[1] / total, strengthened / total

    def finding(self, posterior):
        rule = self.protocol["finding"]
        weakened, unchanged, strengthened = posterior
        if weakened >= rule["found"]:
            return "weakened"
        if strengthened >= rule["found"]:
            return "strengthened"
        if weakened >= rule["leaning"] and weakened > rule["leaning_ratio"] * strengthened:
            return "leaning-weakened"
        if strengthened >= rule["leaning"] and strengthened > rule["leaning_ratio"] * weakened:
            return "leaning-strengthened"
        return "contested" if unchanged < rule["contested_below"] else "unchanged"

    def judge(self, prior, pull, items, weakening, strengthening):
        if items == 0:
            return Judgement(NOT_ASSESSED, prior, (0, 0), 0)
        cap = self.protocol["dependence"]["cap_decibels"]
        pull = tuple(max(-cap, min(cap, side)) for side in pull)
        posterior = self.posterior(prior, pull)
        if math.isclose(posterior[0], posterior[2], rel_tol=1e-9):
            magnitude = max(weakening, strengthening)
        else:
            magnitude = weakening if posterior[0] > posterior[2] else strengthening
        return Judgement(self.finding(posterior), posterior, pull, max(magnitude, 1))

    def verdict(self, judgements):
        """Direction, size, and P(net < 0), P(net = 0), P(net > 0)."""
        assessed = [j for j in judgements if j.finding != NOT_ASSESSED]
        net = net_change([(j.posterior, j.magnitude) for j in assessed])
        if not assessed:
            return NOT_ASSESSED, "none", net
        rule = self.protocol["verdict"]
        found = {side: [j for j in assessed if j.finding == side] for side in ("weakened", "strengthened")}
        for side, here, there in (("weakened", net[0], net[2]), ("strengthened", net[2], net[0])):
            leaning = any(j.finding == "leaning-" + side for j in assessed)
            if here >= rule["moved"] and here > rule["moved_ratio"] * there and (found[side] or leaning):
                return side, self.size(found[side]), net
        contested = any(j.finding == "contested" for j in assessed)
        mixed = contested or (found["weakened"] and found["strengthened"])
        return ("mixed" if mixed else "unchanged"), "none", net

    def size(self, found):
        rule = self.protocol["verdict"]
        if not found:
            return "leaning"
        largest = max(j.magnitude for j in found)
        if largest >= 3:
            return "clearly" if len(found) > rule["clearly_above"] else "moderately"
        if largest == 2:
            return "moderately" if len(found) > rule["moderately_above"] else "slightly"
        return "slightly"


class FactorSum:
    """The clusters of one factor together; clusters can be added and taken away."""

    def __init__(self):
        self.weakened = self.strengthened = 0.0
        self.items = 0
        self.weakening = Counter()
        self.strengthening = Counter()

    def add(self, weight, times=1):
        self.weakened += times * weight.weakened
        self.strengthened += times * weight.strengthened
        self.items += times * weight.items
        self.weakening[weight.weakening] += times
        self.strengthening[weight.strengthening] += times

    def judge(self, ledger, prior):
        return ledger.judge(
            prior,
            (self.weakened, self.strengthened),
            self.items,
            max((level for level, count in self.weakening.items() if count), default=0),
            max((level for level, count in self.strengthening.items() if count), default=0),
        )


def prior_of(table):
    return table["weakened"], table["unchanged"], table["strengthened"]


def scale_of(table):
    return table["words"], table["opinion"], table["act"], table["structural"]


def net_change(factors):
    """The exact distribution of the sum of signed magnitudes, as (P(< 0), P(= 0), P(> 0))."""
    distribution = {0: 1.0}
    for (weakened, unchanged, strengthened), magnitude in factors:
        following = defaultdict(float)
        for net, chance in distribution.items():
            following[net - magnitude] += chance * weakened
            following[net] += chance * unchanged
            following[net + magnitude] += chance * strengthened
        distribution = following
    below = sum(chance for net, chance in distribution.items() if net < 0)
    above = sum(chance for net, chance in distribution.items() if net > 0)
    return below, distribution[0], above


def read_items(path, ledger):
    with open(path, newline="", encoding="utf-8") as file:
        return [
            Item(name, factor, direction, novelty == "new", level, ledger.reliance(grade), float(specificity), cluster)
            for name, factor, direction, novelty, level, grade, specificity, cluster, _ in csv.reader(file)
        ]


def clustered(items, each_alone):
    """Items by factor and cluster, both in order."""
    groups = {factor: {} for factor in FACTORS}
    for item in items:
        groups[item.factor].setdefault(item.id if each_alone else item.cluster, []).append(item)
    return groups


def weigh(ledger, groups, setting):
    """The weight of each cluster of each factor."""
    weights = {}
    for factor, clusters in groups.items():
        weights[factor] = {}
        for name, items in clusters.items():
            vectors = [
                ledger.vector(
                    i.direction, i.new, i.level, i.reliance, i.specificity, setting.decibels, setting.ritual_weight
                )
                for i in items
            ]
            weights[factor][name] = ledger.cluster_weight(items, vectors, setting.correlation)
    return weights


def summed(clusters):
    total = FactorSum()
    for weight in clusters.values():
        total.add(weight)
    return total


def standing(ledger, clusters, setting):
    total = 0.0
    for items in clusters.values():
        continued = [i for i in items if not i.new]
        if not continued:
            continue
        values = []
        for i in continued:
            b = dict(zip("WOAS", setting.decibels))[i.level] * i.specificity * i.reliance
            values.append(b if i.direction == "E" else -b)
        n = len(continued)
        total += max(values, key=abs) * n / (1 + (n - 1) * setting.correlation)
    cap = ledger.protocol["dependence"]["cap_decibels"]
    return max(-cap, min(cap, total))


def leave_one_cluster_out(ledger, weights, sums, judgements, prior):
    factors_of = defaultdict(list)
    for factor, clusters in weights.items():
        for name in clusters:
            factors_of[name].append(factor)
    for name, factors in factors_of.items():
        rest = dict(judgements)
        for factor in factors:
            sums[factor].add(weights[factor][name], -1)
            rest[factor] = sums[factor].judge(ledger, prior)
            sums[factor].add(weights[factor][name])
        yield name, ledger.verdict(rest.values())


def multiverse(ledger, items):
    grid = ledger.protocol["multiverse"]
    counts = Counter()
    for clustering in grid["clusterings"]:
        groups = clustered(items, clustering == "each-item-alone")
        for scale, ritual, correlation in itertools.product(
            grid["decibels"], grid["ritual_weights"], grid["correlations"]
        ):
            setting = Setting(None, correlation, scale_of(scale), False, ritual)
            sums = {factor: summed(clusters) for factor, clusters in weigh(ledger, groups, setting).items()}
            for prior in map(prior_of, grid["priors"]):
                counts[ledger.verdict([s.judge(ledger, prior) for s in sums.values()])[0]] += 1
    return counts


def recodings(ledger, weights, sums, judgements, direction, prior):
    """Single turned clusters that change the verdict, and pairs of which neither does so alone."""
    places = [(f, name) for f, clusters in weights.items() for name, weight in clusters.items() if weight.has_new]

    def turn(turned):
        changed = dict(judgements)
        for factor, name in turned:
            sums[factor].add(weights[factor][name], -1)
            sums[factor].add(weights[factor][name].turned())
        for factor, _ in turned:
            changed[factor] = sums[factor].judge(ledger, prior)
        for factor, name in turned:
            sums[factor].add(weights[factor][name].turned(), -1)
            sums[factor].add(weights[factor][name])
        return ledger.verdict(changed.values())[0]

    singles, rest, pairs = [], [], []
    for place in places:
        got = turn([place])
        if got != direction:
            singles.append((place, got))
        else:
            rest.append(place)
    if len(places) <= ledger.protocol["sensitivity"]["pairs_up_to_clusters"]:
        for pair in itertools.combinations(rest, 2):
            got = turn(pair)
            if got != direction:
                pairs.append((*pair, got))
    return singles, pairs


def as_extreme(ledger, weights, sums, judgements, observed, prior):
    """How often turning each new cluster by a fair coin, in every factor at once, leans at least as far."""
    number = {}
    coins = {}
    for factor, clusters in weights.items():
        coins[factor] = []
        for name, weight in clusters.items():
            if weight.has_new:
                bit = number.setdefault(name, len(number))
                coded = (weight.weakening, weight.strengthening)
                coins[factor].append((bit, weight.weakened - weight.strengthened, coded, coded[::-1]))
    if not number:
        return None
    rule = ledger.protocol["sensitivity"]
    toss = random.Random(rule["seed"])
    extreme = 0
    drawn = dict(judgements)
    for _ in range(rule["random_codings"]):
        turned = format(toss.getrandbits(len(number)), f"0{len(number)}b")
        for factor, tossed in coins.items():
            if not tossed:
                continue
            moved = 0.0
            levels = set()
            for bit, lean, coded, other in tossed:
                if turned[bit] == "1":
                    moved += lean
                    levels.add(other)
                else:
                    levels.add(coded)
            total = sums[factor]
            drawn[factor] = ledger.judge(
                prior,
                (total.weakened - moved, total.strengthened + moved),
                total.items,
                max(level[0] for level in levels),
                max(level[1] for level in levels),
            )
        net = net_change([(j.posterior, j.magnitude) for j in drawn.values() if j.finding != NOT_ASSESSED])
        if abs(net[0] - net[2]) >= observed - 1e-12:
            extreme += 1
    return extreme / rule["random_codings"]


def number(value):
    return f"{value:.4f}" if round(value, 4) else "0.0000"  # no negative zero


def numbers(values):
    return " ".join(number(value) for value in values)


def main(items_path, protocol_path):
    ledger = Ledger(tomllib.loads(Path(protocol_path).read_text(encoding="utf-8")))
    items = read_items(items_path, ledger)
    setting = ledger.setting()
    groups = clustered(items, setting.each_alone)
    weights = weigh(ledger, groups, setting)
    sums = {factor: summed(clusters) for factor, clusters in weights.items()}
    judgements = {factor: total.judge(ledger, setting.prior) for factor, total in sums.items()}

    for factor, judgement in judgements.items():
        print(
            f"factor {factor} {sums[factor].items} {len(groups[factor])} {numbers(judgement.pull)}"
            f" {numbers(judgement.posterior)} {judgement.finding} {judgement.magnitude}"
            f" {number(standing(ledger, groups[factor], setting))}"
        )
    direction, size, net = ledger.verdict(judgements.values())
    assessed = sum(j.finding != NOT_ASSESSED for j in judgements.values())
    print(f"verdict {direction} {size} {numbers(net)} {number(net_change([(setting.prior, 1)] * assessed)[0])}")
    for name, rerun in leave_one_cluster_out(ledger, weights, sums, judgements, setting.prior):
        print(f"without {name} {rerun[0]} {rerun[1]} {numbers(rerun[2])}")
    counts = multiverse(ledger, items)
    print("multiverse " + " ".join(f"{name} {counts[name]}" for name in DIRECTIONS))
    singles, pairs = recodings(ledger, weights, sums, judgements, direction, setting.prior)
    for (factor, cluster), got in singles:
        print(f"single {factor} {cluster} {got}")
    for (factor, cluster), (other_factor, other_cluster), got in pairs:
        print(f"pair {factor} {cluster} {other_factor} {other_cluster} {got}")
    share = as_extreme(ledger, weights, sums, judgements, abs(net[0] - net[2]), setting.prior)
    print("as-extreme " + ("none" if share is None else number(share)))


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else Path(__file__).parents[1] / "protocols/ledger-v1.toml")
