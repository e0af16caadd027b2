// Files to start from, as docs/scenarios.md and docs/forecasts.md describe them.
#include "workbench/forecast.hpp"
#include "workbench/scenario.hpp"

namespace entente::workbench {

std::string scenario_template() {
    return R"(# A scenario: what might happen, and what it would do to each factor. docs/scenarios.md has every key.
# In a case's folder scenarios/, or anywhere: entente scenario CASE ./this-file.toml
id          = "my-scenario"
name        = "What might happen"
author      = "whose scenario it is"
theory      = "the-theory-s-id"       # the one whose factors it moves; `entente theories` lists them
trigger     = "What would have to happen."
horizon     = "2030"                  # by when
# probability       = [0.1, 0.3]      # only where somebody says how likely it is, with
# probability_basis = "who says so, and on what ground"
resolution  = "Came true if … by the end of 2030."   # what would settle it; without it nobody can be wrong
sources     = ["a-key-of-the-case's-sources.bib"]
# alternatives = "election"           # scenarios with the same word exclude each other
# conditions   = ["a new outside alliance"]          # hazard ratios of the protocol that it would meet

[[effect]]
factor    = "a-factor-of-the-theory"
direction = "collapse"                # collapse | endurance; left out: open
decibels  = [3, 6]                    # words weigh 3, acts 6, structural evidence 10
note      = "why so much, and why not more"

# [[effect]]                          # or on a number of the theory: it moves no finding
# indicator = "a-covariate-of-the-theory"          # moves the outlook that is fitted to official data
# change    = [-1, 0]                 # in its unit: of a yes or no, from yes to no, or not at all
)";
}

std::string forecast_template() {
    return R"(# Forecasts, to be scored when history has settled them. docs/forecasts.md has every key.
# entente forecast this-file.toml
name = "My forecasts"

[[forecast]]
id          = "who-signs-first"
author      = "your name"
date        = 2026-01-15              # when it was made
text        = "What will happen."
horizon     = "2027"                  # by when: a date, or words and due = 2027-06-30
probability = 0.7                     # or [0.6, 0.8]; left out, it counts as a hit or a miss only
rule        = "Came true if … is published by the end of 2027; failed otherwise."
resolution  = "open"                  # open | came-true | failed | unscorable
# resolved  = 2027-03-01              # when it was settled, once it is
# why       = "what happened"
# sources   = ["where one can read it"]
)";
}

}  // namespace entente::workbench
