#!/usr/bin/env python3
"""Writes a generated case of any size, as a case folder and as the table that rival_ledger.py reads.

usage: make_case.py ITEMS SEED FOLDER      (FOLDER/case and FOLDER/items.csv; Python 3.11, standard library only)
"""

import random
import sys
from pathlib import Path

FACTORS = {
    "C1": "threat-perception", "C2": "credibility", "C3": "society", "C4": "domestic-competition", "C5": "regime-change",
    "C6": "ideological-division", "E1": "hegemonic-leadership", "E2": "reputation", "E3": "elite-politics",
    "E4": "institutionalisation", "E5": "solidarity",
}
LEVELS = {"W": "words", "O": "opinion", "A": "act", "S": "structural"}
GRADES = ["A1", "A2", "B2", "B3", "C3"]

CASE = """id = "generated"
title = "Generated"
question = "How does the time grow?"
cutoff = 2020-01-01
theory = "walt-1997"
protocol = "ledger-v1"
baseline = "before"
focal = "after"

[alliance]
name = "Generated"
members = ["USA", "UKG"]

[[issue]]
id = "defence"
name = "Defence"

[[period]]
id = "before"
name = "Before"
begin = 2000-01-01
end = 2009-12-31

[[period]]
id = "after"
name = "After"
begin = 2010-01-01
end = 2019-12-31
baseline = "before"
"""


def main(count, seed, folder):
    draw = random.Random(seed)
    clusters = max(1, round(count / 1.6))
    # A cluster belongs to one factor and has one direction, as `check` demands.
    kinds = [(draw.choice(list(FACTORS)), draw.choice("CE")) for _ in range(clusters)]
    case = folder / "case"
    for part in ("evidence", "codings"):
        (case / part).mkdir(parents=True, exist_ok=True)
    (case / "case.toml").write_text(CASE)
    (case / "sources.bib").write_text("".join(
        f"@misc{{s{g.lower()}, title = {{Generated {g}}}, date = {{2010-01-01}}, class = {{press}}, grade = {{{g}}}}}\n" for g in GRADES))
    items, codings, table = [], ['coder = "first"\n'], []
    for i in range(count):
        cluster = draw.randrange(clusters)
        factor, direction = kinds[cluster]
        new = draw.random() < 0.4
        level, grade = draw.choice("WWWOAAS"), draw.choice(GRADES)
        specificity = draw.choice([1, 1, 1, 0.5])
        day = f"{draw.randrange(2010, 2020)}-{draw.randrange(1, 13):02d}-{draw.randrange(1, 29):02d}"
        items.append(f'\n[[item]]\nid = "i{i}"\ndate = {day}\nkind = "{LEVELS[level]}"\nissues = ["defence"]\n'
                     f'actors = ["USA"]\ntext = "Generated item {i}."\nsources = ["s{grade.lower()}"]\n')
        codings.append(f'\n[[coding]]\nitem = "i{i}"\ntheory = "walt-1997"\nfactor = "{FACTORS[factor]}"\n'
                       f'direction = "{"collapse" if direction == "C" else "endurance"}"\nbaseline = "before"\n'
                       f'novelty = "{"new" if new else "continuity"}"\nagainst = {{ searched = "generated" }}\n'
                       f'specificity = {specificity}\ncluster = "c{cluster}"\n')
        table.append(f"i{i},{factor},{direction},{'new' if new else 'cont'},{level},{grade},{specificity},c{cluster},press\n")
    (case / "evidence" / "items.toml").write_text("".join(items))
    (case / "codings" / "first.toml").write_text("".join(codings))
    (folder / "items.csv").write_text("".join(table))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
