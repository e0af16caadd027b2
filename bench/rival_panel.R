# The full directed dyad-year panel 1816-2018 as a scholar builds it in R from the same official files: the rival of
# `entente panel`, with the same rows and columns, for compare_panels.R to compare. Each step prints its seconds; reading
# the files is timed apart from building.
#
#   Rscript bench/rival_panel.R base|data.table FOLDER_OF_OFFICIAL_FILES [OUTPUT.csv]
arguments <- commandArgs(trailingOnly = TRUE)
style <- arguments[1]
folder <- arguments[2]
output <- if (length(arguments) > 2) arguments[3] else NA
fast <- style == "data.table"
if (fast) suppressPackageStartupMessages(library(data.table))

started <- proc.time()[["elapsed"]]
last <- started
step <- function(what) {
  now <- proc.time()[["elapsed"]]
  cat(sprintf("%-34s %8.2f s\n", what, now - last))
  last <<- now
}

read <- function(name) {
  path <- file.path(folder, name)
  if (fast) fread(path) else read.csv(path, stringsAsFactors = FALSE)
}
members <- read("cow/system2016.csv")
members <- members[, c("ccode", "year", "stateabb")]
capabilities <- read("cow/NMC-60-abridged.csv")
capabilities <- capabilities[, c("ccode", "year", "cinc", "milex", "milper", "irst", "pec", "tpop", "upop")]
for (name in names(capabilities)) capabilities[[name]][capabilities[[name]] == -9] <- NA
distances <- if (fast) fread(cmd = paste("zcat", shQuote(file.path(folder, "peacesciencer/cow_mindist.csv.gz")))) else
  read.csv(gzfile(file.path(folder, "peacesciencer/cow_mindist.csv.gz")))
contiguity <- read("peacesciencer/cow_contdir.csv")
pledges <- read("atop/peacesciencer_atop_alliance.csv")
regimes <- read("democracy/polity4v2015.csv")
regimes <- regimes[, c("ccode", "year", "polity2")]
rivalries <- read("peacesciencer/tss_rivalries.csv")
disputes <- read("gml/gml-ddy-disputes-2.1.1.csv")
disputes <- disputes[, c("ccode1", "ccode2", "year", "dispnum", "midongoing", "midonset", "hostlev1")]
step("read the files")

# ---- dyads: every ordered pair of the members of a year; the list ends in 2016, its last members are carried on ---------
last_members <- members[members$year == 2016, ]
for (year in 2017:2018) {
  last_members$year <- year
  members <- rbind(members, last_members)
}
if (fast) {
  panel <- members[, CJ(ccode1 = ccode, ccode2 = ccode), by = year][ccode1 != ccode2]
} else {
  panel <- do.call(rbind, lapply(split(members$ccode, members$year), function(codes) expand.grid(ccode1 = codes, ccode2 = codes)))
  panel$year <- rep(as.integer(names(table(members$year))), as.vector(table(members$year))^2)
  panel <- panel[panel$ccode1 != panel$ccode2, ]
}
letters_of <- unique(data.frame(ccode = members$ccode, stateabb = members$stateabb))
panel$code_1 <- letters_of$stateabb[match(panel$ccode1, letters_of$ccode)]
panel$code_2 <- letters_of$stateabb[match(panel$ccode2, letters_of$ccode)]
rows <- nrow(panel)
step("directed dyad-years")

add <- function(panel, table, by.x, by.y) {
  panel <- if (fast) merge(panel, as.data.table(table), by.x = by.x, by.y = by.y, all.x = TRUE, sort = FALSE)
  else merge(panel, table, by.x = by.x, by.y = by.y, all.x = TRUE, sort = FALSE)
  stopifnot(nrow(panel) == rows)  # a key that is there twice would double rows, and say nothing
  panel
}
renamed <- function(table, old, suffix) {
  table <- as.data.frame(table)
  names(table)[names(table) %in% old] <- paste0(old, suffix)
  table
}

values <- setdiff(names(capabilities), c("ccode", "year"))
panel <- add(panel, renamed(capabilities, values, "_1"), c("ccode1", "year"), c("ccode", "year"))
panel <- add(panel, renamed(capabilities, values, "_2"), c("ccode2", "year"), c("ccode", "year"))
step("capability")

both_ways <- function(table) {
  table <- as.data.frame(table)
  turned <- table
  turned$ccode1 <- table$ccode2
  turned$ccode2 <- table$ccode1
  rbind(table, turned)
}
panel <- add(panel, both_ways(distances), c("ccode1", "ccode2", "year"), c("ccode1", "ccode2", "year"))
step("distance")

# A spell becomes one row for each of its years.
years_of <- function(table, first, last, keep) {
  table <- as.data.frame(table)
  count <- last - first + 1
  long <- table[rep(seq_len(nrow(table)), count), keep, drop = FALSE]
  long$year <- rep(first, count) + sequence(count) - 1
  long
}
year_of <- function(day) as.integer(substr(as.character(day), 1, 4))
spells <- years_of(contiguity, year_of(contiguity$stdate), year_of(contiguity$enddate), c("ccode1", "ccode2", "conttype"))
spells <- spells[spells$conttype > 0, ]
# Some pairs are in the file in both directions.
spells <- data.frame(ccode1 = pmin(spells$ccode1, spells$ccode2), ccode2 = pmax(spells$ccode1, spells$ccode2),
                     year = spells$year, conttype = spells$conttype)
if (fast) spells <- as.data.table(spells)[, .(conttype = min(conttype)), by = .(ccode1, ccode2, year)] else
  spells <- aggregate(conttype ~ ccode1 + ccode2 + year, spells, min)
panel <- add(panel, both_ways(spells), c("ccode1", "ccode2", "year"), c("ccode1", "ccode2", "year"))
panel$conttype[is.na(panel$conttype) & panel$year <= 2016] <- 0
step("contiguity")

panel <- add(panel, pledges, c("ccode1", "ccode2", "year"), c("ccode1", "ccode2", "year"))
for (name in grep("^atop_", names(panel), value = TRUE)) panel[[name]][is.na(panel[[name]])] <- 0
step("alliance")

# S, kappa and pi of the profiles of commitments, levels 0 to 3, all pairs of a year; a state is its own full ally. All
# sums over targets are products of matrices.
level <- pmax(3 * pledges$atop_defense, 3 * pledges$atop_offense, 2 * pledges$atop_neutral, 2 * pledges$atop_nonagg,
              pledges$atop_consul)
pledges_of <- split(seq_len(nrow(pledges)), pledges$year)
members_of <- split(members$ccode, members$year)
similarity <- lapply(1816:2018, function(year) {
  codes <- sort(members_of[[as.character(year)]])
  n <- length(codes)
  profile <- matrix(0, n, n)
  made <- pledges_of[[as.character(year)]]
  from <- match(pledges$ccode1[made], codes)
  towards <- match(pledges$ccode2[made], codes)
  here <- !is.na(from) & !is.na(towards)
  profile[cbind(from, towards)[here, , drop = FALSE]] <- level[made][here]
  diag(profile) <- 3
  absolute <- 0
  for (rung in 1:3) {
    reached <- profile >= rung
    storage.mode(reached) <- "double"
    number <- rowSums(reached)
    absolute <- absolute + outer(number, number, "+") - 2 * tcrossprod(reached)
  }
  squares <- rowSums(profile^2)
  both <- outer(squares, squares, "+")
  distance <- both - 2 * tcrossprod(profile)
  mean_of <- rowMeans(profile)
  expected <- both / n - 2 * outer(mean_of, mean_of)
  pooled <- 2 * (both / (2 * n) - (outer(mean_of, mean_of, "+") / 2)^2)
  ties <- rowSums(profile > 0)
  pairs <- which(row(distance) != col(distance), arr.ind = TRUE)
  data.frame(ccode1 = codes[pairs[, 1]], ccode2 = codes[pairs[, 2]], year = year,
             s = (1 - 2 * absolute / (3 * n))[pairs], kappa = (1 - (distance / n) / expected)[pairs],
             pi = (1 - (distance / n) / pooled)[pairs],
             few_ties = as.integer(pmin(ties[pairs[, 1]], ties[pairs[, 2]]) <= 2))
})
similarity <- if (fast) rbindlist(similarity) else do.call(rbind, similarity)
panel <- add(panel, similarity, c("ccode1", "ccode2", "year"), c("ccode1", "ccode2", "year"))
step("similarity")

panel <- add(panel, renamed(regimes, "polity2", "_1"), c("ccode1", "year"), c("ccode", "year"))
panel <- add(panel, renamed(regimes, "polity2", "_2"), c("ccode2", "year"), c("ccode", "year"))
panel$joint_democracy <- as.integer(panel$polity2_1 >= 6 & panel$polity2_2 >= 6)  # FALSE & NA is FALSE
panel$weakest_link <- pmin(panel$polity2_1, panel$polity2_2)
step("democracy")

rivalries <- rivalries[rivalries$end >= 1816, ]
spells <- years_of(rivalries, pmax(rivalries$start, 1816), rivalries$end, c("ccode1", "ccode2"))
spells$rivalry <- 1
spells <- unique(both_ways(spells))
panel <- add(panel, spells, c("ccode1", "ccode2", "year"), c("ccode1", "ccode2", "year"))
panel$rivalry[is.na(panel$rivalry)] <- 0
step("rivalry")

if (fast) {
  worst <- disputes[, .(midongoing = max(midongoing), midonset = max(midonset), hostlev1 = max(hostlev1),
                        disputes = uniqueN(dispnum)), by = .(ccode1, ccode2, year)]
} else {
  worst <- aggregate(cbind(midongoing, midonset, hostlev1) ~ ccode1 + ccode2 + year, disputes, max)
  number <- aggregate(cbind(disputes = dispnum) ~ ccode1 + ccode2 + year, disputes, function(all) length(unique(all)))
  worst <- merge(worst, number, by = c("ccode1", "ccode2", "year"))
}
panel <- add(panel, worst, c("ccode1", "ccode2", "year"), c("ccode1", "ccode2", "year"))
for (name in c("midongoing", "midonset", "hostlev1", "disputes")) {
  panel[[name]][is.na(panel[[name]]) & panel$year <= 2010] <- 0
}
step("disputes")

if (!is.na(output)) {
  if (fast) fwrite(panel, output) else write.csv(panel, output, row.names = FALSE)
  step("write")
}
cat(sprintf("%d rows, %d columns; total %.2f s\n", nrow(panel), ncol(panel), proc.time()[["elapsed"]] - started))
memory <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
cat("peak memory", as.integer(gsub("[^0-9]", "", memory)) %/% 1024, "MiB\n")
