# The components of threat of all directed pairs of states, 1816-2016, as a scholar computes them in R from the same official
# files: the rival of `threat_numbers`, by the formulas and weights of theories/walt-1985.toml. Prints its steps and sums; the
# file gets all rows, for compare_threat.R to compare.
#
#   Rscript bench/rival_threat.R base|data.table FOLDER_OF_OFFICIAL_FILES FIRST LAST [OUTPUT.csv]
arguments <- commandArgs(trailingOnly = TRUE)
style <- arguments[1]
folder <- arguments[2]
first <- as.integer(arguments[3])
last <- as.integer(arguments[4])
output <- if (length(arguments) > 4) arguments[5] else NA
fast <- style == "data.table"
if (fast) suppressPackageStartupMessages(library(data.table))
half_life <- 10

started <- proc.time()[["elapsed"]]
before <- started
step <- function(what) {
  now <- proc.time()[["elapsed"]]
  cat(sprintf("%-34s %8.2f s\n", what, now - before), file = stderr())
  before <<- now
}
read <- function(name) {
  path <- file.path(folder, name)
  if (fast) fread(path) else read.csv(path, stringsAsFactors = FALSE)
}
members <- as.data.frame(read("cow/system2016.csv"))[, c("ccode", "year")]
capabilities <- as.data.frame(read("cow/NMC-60-abridged.csv"))
capitals <- as.data.frame(read("peacesciencer/cow_capitals.csv"))
contiguity <- as.data.frame(read("peacesciencer/cow_contdir.csv"))
rivalries <- as.data.frame(read("peacesciencer/tss_rivalries.csv"))
disputes <- as.data.frame(read("mid_dyadic/dyadic_mid_4.03.csv"))[, c("statea", "stateb", "year", "sideaa", "hihosta")]
points <- as.data.frame(read("unga/IdealpointsJuly2025.csv"))[, c("ccode", "year", "idealpointall")]
step("read the files")

members <- members[members$year >= first & members$year <= last, ]
if (fast) {
  pairs <- as.data.table(members)[, CJ(state = ccode, other = ccode), by = year][state != other]
} else {
  pairs <- do.call(rbind, lapply(split(members$ccode, members$year), function(codes) expand.grid(other = codes, state = codes)))
  pairs$year <- rep(as.integer(names(table(members$year))), as.vector(table(members$year))^2)
  pairs <- pairs[pairs$state != pairs$other, ]
}
rows <- nrow(pairs)
step("directed pairs")

add <- function(pairs, table, keys) {
  pairs <- if (fast) merge(pairs, as.data.table(table), by = keys, all.x = TRUE, sort = FALSE)
  else merge(pairs, table, by = keys, all.x = TRUE, sort = FALSE)
  stopifnot(nrow(pairs) == rows)  # a key that is there twice would double rows, and say nothing
  pairs
}

# ---- capabilities: each component as a share of the year's total, the mean of the shares that are known ------------------
parts <- c("milex", "milper", "irst", "pec", "tpop", "upop")
shares <- sapply(parts, function(name) {
  value <- capabilities[[name]]
  value[value == -9] <- NA
  total <- ave(value, capabilities$year, FUN = function(x) sum(x, na.rm = TRUE))
  ifelse(total > 0, value / total, NA)
})
power <- rowMeans(shares, na.rm = TRUE)
power[is.nan(power)] <- NA
pairs <- add(pairs, data.frame(other = capabilities$ccode, year = capabilities$year, power = power,
                               offensive = (shares[, "milex"] + shares[, "milper"]) / 2), c("other", "year"))
step("power and offensive power")

# ---- proximity ------------------------------------------------------------------------------------------------------------
year_of <- function(day) as.integer(substr(as.character(day), 1, 4))
years_of <- function(table, from, to, keep) {
  count <- pmax(to - from + 1, 0)
  long <- table[rep(seq_len(nrow(table)), count), keep, drop = FALSE]
  long$year <- rep(from, count) + sequence(count) - 1
  long
}
capitals <- capitals[order(capitals$stdate), ]
places <- years_of(capitals, pmax(year_of(capitals$stdate), first), pmin(year_of(capitals$enddate), last), c("ccode", "lat", "lng"))
places <- places[!duplicated(places[, c("ccode", "year")], fromLast = TRUE), ]  # that of the year's last day
for (side in c("state", "other")) {
  pairs <- add(pairs, setNames(places, c(side, paste0(c("lat_", "lng_"), side), "year")), c(side, "year"))
}
radians <- pi / 180
haversine <- sin((pairs$lat_other - pairs$lat_state) * radians / 2)^2 +
  cos(pairs$lat_state * radians) * cos(pairs$lat_other * radians) * sin((pairs$lng_other - pairs$lng_state) * radians / 2)^2
pairs$km <- 2 * 6371.0088 * asin(sqrt(pmin(haversine, 1)))  # a column: a merge may change the order of rows
spells <- years_of(contiguity, year_of(contiguity$stdate), year_of(contiguity$enddate), c("ccode1", "ccode2", "conttype"))
spells <- spells[spells$conttype > 0, ]
near <- data.frame(state = c(spells$ccode1, spells$ccode2), other = c(spells$ccode2, spells$ccode1),
                   year = c(spells$year, spells$year), type = c(spells$conttype, spells$conttype))
near <- near[order(near$type), ]
near <- near[!duplicated(near[, c("state", "other", "year")]), ]  # the closest of the year
pairs <- add(pairs, near, c("state", "other", "year"))
gap <- 1.609344 * c(0, 12, 24, 150, 400)[pairs$type]
pairs$proximity <- pmax(0, 1 - log1p(pmin(pairs$km, gap, na.rm = TRUE)) / log1p(20015))
step("proximity")

# ---- intentions -----------------------------------------------------------------------------------------------------------
acts <- disputes[disputes$sideaa == 1 & disputes$hihosta > 0, ]
acts <- if (fast) as.data.frame(as.data.table(acts)[, .(level = max(hihosta) / 5), by = .(statea, stateb, year)]) else
  setNames(aggregate(hihosta / 5 ~ statea + stateb + year, acts, max), c("statea", "stateb", "year", "level"))
past <- years_of(data.frame(other = acts$statea, state = acts$stateb, act = acts$year, level = acts$level), acts$year,
                 rep(last, nrow(acts)), c("other", "state", "act", "level"))
past$level <- past$level * 0.5^((past$year - past$act) / half_life)
past <- if (fast) as.data.table(past)[, .(hostility = sum(level)), by = .(state, other, year)] else
  setNames(aggregate(level ~ state + other + year, past, sum), c("state", "other", "year", "hostility"))
pairs <- add(pairs, past, c("state", "other", "year"))
spells <- years_of(rivalries, pmax(rivalries$start, first), pmin(rivalries$end, last), c("ccode1", "ccode2", "spatial"))
turned <- setNames(spells, c("ccode2", "ccode1", "spatial", "year"))
spells <- rbind(spells, turned[, names(spells)])
spells$spatial <- as.numeric(!is.na(spells$spatial) & spells$spatial == 1)
rivals <- if (fast) as.data.table(spells)[, .(territorial = max(spatial)), by = .(state = ccode1, other = ccode2, year)] else
  setNames(aggregate(spatial ~ ccode1 + ccode2 + year, spells, max), c("state", "other", "year", "territorial"))
pairs <- add(pairs, rivals, c("state", "other", "year"))
points <- points[!is.na(points$idealpointall) & paste(points$ccode, points$year) %in% paste(members$ccode, members$year), ]
for (side in c("state", "other")) {
  pairs <- add(pairs, setNames(points, c(side, "year", paste0("point_", side))), c(side, "year"))
}
started_by <- 1 - exp(-ifelse(is.na(pairs$hostility), 0, pairs$hostility))
rivalry <- as.numeric(!is.na(pairs$territorial))
territorial <- ifelse(is.na(pairs$territorial), 0, pairs$territorial)
widest <- tapply(points$idealpointall, points$year, function(x) max(x) - min(x))
policy <- abs(pairs$point_other - pairs$point_state) / as.vector(widest[as.character(pairs$year)])
voted <- !is.na(policy)
intentions <- 0.4 * started_by + 0.2 * rivalry + 0.2 * territorial
intentions[voted] <- intentions[voted] + 0.2 * policy[voted]
intentions <- intentions / ifelse(voted, 1, 0.8)
step("intentions")

components <- list("aggregate-power" = pairs$power, "proximity" = pairs$proximity, "offensive-power" = pairs$offensive,
                   "aggressive-intentions" = intentions)
cat(sprintf("rows %d\n", rows))
for (name in names(components)) {
  value <- components[[name]]
  cat(sprintf("%s known %d sum %.9f\n", name, sum(!is.na(value)), sum(value, na.rm = TRUE)))
}
if (!is.na(output)) {
  table <- data.frame(year = pairs$year, state = pairs$state, other = pairs$other, components, check.names = FALSE)
  if (fast) fwrite(table, output) else write.csv(table, output, row.names = FALSE)
  step("write")
}
cat(sprintf("%-34s %8.2f s\n", "in all", proc.time()[["elapsed"]] - started), file = stderr())
