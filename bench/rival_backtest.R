# The whole backtest by another hand, as a scholar writes it for one paper: rows of `entente outlook --rows rows.csv`, a
# ridge logit by Newton's method, decades foreseen from the rows whose outcome was known when they began, ten folds of
# states, scores with intervals over drawn alliances. The rival of bench/run_outlook, and a second implementation:
# tests/workbench/backtest_official_test.cpp holds the program to its skills from the past alone. Folds are dealt by R's
# random numbers, so that skills by states agree in size only.
#
#   Rscript bench/rival_backtest.R rows.csv [DRAWS]
words <- commandArgs(trailingOnly = TRUE)
d <- read.csv(words[1], colClasses = c(alliance = "character"))
draws <- if (length(words) > 1) as.integer(words[2]) else 1000
covariates <- names(d)[7:24]
models <- list(
  base_rate = NULL,
  recent_rate = NULL,  # of the last 20 years whose outcomes were known, from the past alone
  duration = character(0),
  power = c("capability_ratio", "combined_capability", "capability_change"),
  leeds_savun_2007 = c("capability_change", "rival_pressure_change", "regime_change", "new_outside_alliance", "joint_democracy", "asymmetry",
                       "non_military_cooperation", "military_institutions", "ratified_treaty"),
  leeds_mattes_vogel_2009 = c("support_change_non_democracy", "support_change_democracy", "capability_change_20", "regime_change",
                              "rival_pressure_change", "new_outside_alliance", "joint_democracy", "asymmetry", "non_military_cooperation",
                              "ratified_treaty", "military_institutions"),
  walt_1997 = c("shared_rival", "rival_pressure_change", "capability_change", "regime_change", "support_change", "polity_distance", "asymmetry",
                "allies_of_leader", "military_institutions", "joint_democracy"))

# When and how each alliance ends, and until when it is seen.
of_alliance <- as.character(d$alliance)
ends <- tapply(ifelse(d$ending == "in-force", NA, d$year), d$alliance, function(years) if (all(is.na(years))) NA else max(years, na.rm = TRUE))
kind <- tapply(d$ending, d$alliance, function(kinds) { kinds <- kinds[kinds != "in-force"]; if (length(kinds)) kinds[length(kinds)] else "in-force" })
seen <- tapply(d$year, d$alliance, max)
complete <- complete.cases(d[, covariates])

# The penalty lies on columns divided by their deviations in the rows that are fitted to.
ridge <- function(columns, y, lambda) {
  s <- apply(columns, 2, function(v) sqrt(mean((v - mean(v))^2)))
  varies <- s > 1e-6 * apply(abs(columns), 2, max)
  penalty <- c(0, ifelse(varies, lambda * s^2, lambda))
  z <- cbind(1, columns)
  b <- c(qlogis(mean(y)), rep(0, ncol(columns)))
  gain <- function(b) { eta <- drop(z %*% b); sum(y * eta - ifelse(eta > 0, eta + log1p(exp(-eta)), log1p(exp(eta)))) - sum(penalty * b^2) / 2 }
  for (step in 1:100) {
    p <- plogis(drop(z %*% b))
    move <- drop(solve(crossprod(z * (p * (1 - p)), z) + diag(penalty), crossprod(z, y - p) - penalty * b))
    while (gain(b + move) < gain(b) - 1e-9 && max(abs(move)) > 1e-12) move <- move / 2
    b <- b + move
    if (max(abs(move)) < 1e-10) break
  }
  b
}

# A forecast draws no curve of age beyond the ages that were learnt from.
columns_of <- function(x, model, ages = x$age) {
  t <- pmax(pmin(x$age, max(ages)), min(ages)) / 100
  cbind(as.matrix(x[, models[[model]], drop = FALSE]), t, t^2, t^3)
}

# A forecast of each row by each model, from parts: lists of the rows that are foreseen and of those that are learnt from.
foresee <- function(x, y, parts) {
  sapply(names(models), function(model) {
    p <- rep(NA_real_, nrow(x))
    columns <- columns_of(x, model)
    for (part in parts) {
      p[part$foreseen] <- if (model == "base_rate") mean(y[part$known]) else if (model == "recent_rate") mean(y[part$recent]) else {
        b <- ridge(columns[part$known, , drop = FALSE], y[part$known], 1)
        asked <- columns_of(x[part$foreseen, ], model, x$age[part$known])
        plogis(drop(cbind(1, asked) %*% b))
      }
    }
    p
  })
}

decades <- function(x, y, ahead) {
  parts <- list()
  for (decade in seq(1900, 2010, 10)) {
    foreseen <- which(x$year >= decade & x$year < decade + 10)
    known <- which(x$year + ahead - 1 < decade)
    if (length(foreseen) && sum(y[known]) >= 20) {
      recent <- known[x$year[known] > decade - ahead - 20]
      parts <- c(parts, list(list(foreseen = foreseen, known = known, recent = recent)))
    }
  }
  parts
}

# The states of two folds, as the one or the other, from rows without any of them.
folds_of_states <- function(x, folds) {
  states <- sample(unique(c(x$member_a, x$member_b)))
  one <- (match(x$member_a, states) - 1) %% folds
  other <- (match(x$member_b, states) - 1) %% folds
  pairs <- unique(cbind(pmin(one, other), pmax(one, other)))
  apply(pairs, 1, simplify = FALSE, function(pair) {
    known <- which(!(one %in% pair) & !(other %in% pair))
    list(foreseen = which(pmin(one, other) == pair[1] & pmax(one, other) == pair[2]), known = known, recent = known)
  })
}

# The area under the curve of rows of one part only, each row with its weight.
weighted_area <- function(p, y, part, w) {
  above <- pairs <- 0
  for (rows in split(seq_along(p), part)) {
    order <- rows[order(p[rows])]
    positive <- w[order] * y[order]
    negative <- w[order] * (1 - y[order])
    tie <- cumsum(c(TRUE, diff(p[order]) > 0))
    positives <- rowsum(positive, tie)
    negatives <- rowsum(negative, tie)
    above <- above + sum(positives * (cumsum(negatives) - negatives / 2))
    pairs <- pairs + sum(positive) * sum(negative)
  }
  if (pairs > 0) above / pairs else NA
}

tenths <- function(p) pmin(10, ceiling(10 * rank(p, ties.method = "first") / length(p)))

# Log score, Brier score and area, and the share that happened in each tenth, of all models with these weights.
score <- function(p, y, part, group, w) {
  total <- sum(w)
  log_score <- colSums(w * (y * log(p) + (1 - y) * log(1 - p))) / total
  brier <- colSums(w * (p - y)^2) / total
  area <- apply(p, 2, weighted_area, y, part, w)
  happened <- apply(group, 2, function(g) tapply(w * y, g, sum) / tapply(w, g, sum))
  list(skill = 1 - log_score / log_score["base_rate"], log = log_score, brier = brier, area = area, happened = happened)
}

# Over all deals of states; the same alliances are drawn for all of them.
held_out <- function(x, y, deals) {
  alliance <- match(x$alliance, unique(x$alliance))
  pooled <- lapply(seq_along(deals), function(deal) {
    p <- foresee(x, y, deals[[deal]])
    foreseen <- which(!is.na(p[, 1]))
    part <- integer(nrow(x))
    for (place in seq_along(deals[[deal]])) part[deals[[deal]][[place]]$foreseen] <- 1000 * deal + place
    list(p = p[foreseen, ], y = y[foreseen], part = part[foreseen], alliance = alliance[foreseen])
  })
  p <- do.call(rbind, lapply(pooled, `[[`, "p"))
  y <- unlist(lapply(pooled, `[[`, "y")); part <- unlist(lapply(pooled, `[[`, "part"))
  alliance <- unlist(lapply(pooled, `[[`, "alliance"))
  group <- apply(p, 2, tenths)
  found <- score(p, y, part, group, rep(1, length(y)))
  ids <- unique(alliance)
  drawn <- replicate(draws, {
    times <- tabulate(match(sample(ids, replace = TRUE), ids), length(ids))
    unlist(score(p, y, part, group, times[match(alliance, ids)]))
  })
  list(scores = found, intervals = apply(drawn, 1, quantile, c(.025, .975), na.rm = TRUE), rows = length(y) / length(deals))
}

set.seed(1985)
for (ahead in c(1, 5)) {
  window_ends <- d$year + ahead - 1
  ended <- !is.na(ends[of_alliance]) & ends[of_alliance] <= window_ends
  violated <- as.integer(ended & kind[of_alliance] == "violation")
  asked <- window_ends <= max(d$year) & (ended | seen[of_alliance] >= window_ends) & complete
  x <- d[asked, ]
  y <- violated[asked]
  cat("years ahead", ahead, "rows", nrow(x), "events", sum(y), "alliances", length(unique(x$alliance)), "years", range(x$year), "\n")
  for (model in setdiff(names(models), c("base_rate", "recent_rate"))) ridge(columns_of(x, model), y, 1)
  for (way in c("past", "states")) {
    result <- held_out(x, y, if (way == "past") list(decades(x, y, ahead)) else replicate(20, folds_of_states(x, 10), simplify = FALSE))
    for (model in names(models)) {
      interval <- result$intervals[, paste0("skill.", model)]
      cat(sprintf("%d %-6s %-24s rows %d  log score %.8f  skill %.8f [%.3f, %.3f]  Brier %.5f  area %.4f\n", ahead, way, model, result$rows,
                  result$scores$log[model], result$scores$skill[model], interval[1], interval[2], result$scores$brier[model],
                  result$scores$area[model]))
    }
  }
}
