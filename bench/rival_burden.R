# The same work in R, from the same official files: read them, build every measure of every state and year with what may
# stand in for it, the exploitation hypothesis of each year by permutations and a bootstrap, and the ranks under every
# weighting of the measures that enough members have, in three scalings. Base R, and readxl for the workbook.
#
#   Rscript bench/rival_burden.R DATA_FOLDER STATES FIRST_YEAR LAST_YEAR STEP [MEASURES.csv RANKS.csv]
suppressWarnings(suppressMessages(library(readxl)))
words <- commandArgs(trailingOnly = TRUE)
folder <- words[1]
years <- as.integer(words[3]):as.integer(words[4])
step <- as.numeric(words[5])
known_share <- 0.8
draws <- 9999

# Code, COW number, ISO, and the names by which SIPRI, the IPI and the OECD call them, where they are not the COW's.
names_of <- read.csv(text = "code,number,iso,sipri,ipi,oecd
USA,2,USA,United States of America,United States of America,United States
CAN,20,CAN,Canada,Canada,Canada
UKG,200,GBR,United Kingdom,United Kingdom,United Kingdom
FRN,220,FRA,France,France,France
BEL,211,BEL,Belgium,Belgium,Belgium
NTH,210,NLD,Netherlands,Netherlands,Netherlands
ITA,325,ITA,Italy,Italy,Italy
JPN,740,JPN,Japan,Japan,Japan
ROK,732,KOR,\"Korea, South\",Republic of Korea,Korea
AUL,900,AUS,Australia,Australia,Australia
LUX,212,LUX,Luxembourg,Luxembourg,Luxembourg
DEN,390,DNK,Denmark,Denmark,Denmark
NOR,385,NOR,Norway,Norway,Norway
ICE,395,ISL,Iceland,Iceland,Iceland
POR,235,PRT,Portugal,Portugal,Portugal
GRC,350,GRC,Greece,Greece,Greece
TUR,640,TUR,T\u00fcrkiye,Turkey,T\u00fcrkiye
GMY,255,DEU,Germany,Germany,Germany
SPN,230,ESP,Spain,Spain,Spain
POL,290,POL,Poland,Poland,Poland
CZR,316,CZE,Czechia,Czech Republic,Czechia
HUN,310,HUN,Hungary,Hungary,Hungary
EST,366,EST,Estonia,Estonia,Estonia
LAT,367,LVA,Latvia,Latvia,Latvia
LIT,368,LTU,Lithuania,Lithuania,Lithuania
SLO,317,SVK,Slovakia,Slovakia,Slovak Republic
SLV,349,SVN,Slovenia,Slovenia,Slovenia
BUL,355,BGR,Bulgaria,Bulgaria,Bulgaria
ROM,360,ROU,Romania,Romania,Romania
ALB,339,ALB,Albania,Albania,Albania
CRO,344,HRV,Croatia,Croatia,Croatia
MNG,341,MNE,Montenegro,Montenegro,Montenegro
FIN,375,FIN,Finland,Finland,Finland
SWD,380,SWE,Sweden,Sweden,Sweden
MAC,343,MKD,North Macedonia,Macedonia,North Macedonia", encoding = "UTF-8", stringsAsFactors = FALSE)
asked <- names_of[match(strsplit(words[2], ",")[[1]], names_of$code), ]
stopifnot(!anyNA(asked$number))

first <- min(years) - 15 # what may stand in
span <- first:max(years)
empty <- matrix(NA_real_, nrow(asked), length(span), dimnames = list(asked$number, span))
table_of <- function(state, year, value, by = asked$number) { # the last of several rows of a state and year
  cells <- empty
  row <- match(state, by)
  column <- match(year, span)
  keep <- !is.na(row) & !is.na(column)
  cells[cbind(row[keep], column[keep])] <- as.numeric(value[keep])
  cells
}
csv <- function(path) read.csv(file.path(folder, path), check.names = FALSE, stringsAsFactors = FALSE)

# ---- read ------------------------------------------------------------------------------------------------------------
book <- file.path(folder, "sipri/SIPRI-Milex-data-1949-2024_2.xlsx")
sheet <- function(name, skip) {
  cells <- suppressMessages(as.data.frame(read_excel(book, sheet = name, skip = skip, col_types = "text", .name_repair = "minimal")))
  columns <- which(suppressWarnings(!is.na(as.integer(names(cells)))))
  rows <- match(asked$sipri, cells[[1]])
  wide <- suppressWarnings(sapply(columns, function(column) as.numeric(cells[[column]][rows])))
  table_of(rep(asked$number, length(columns)), rep(as.integer(names(cells)[columns]), each = nrow(asked)), as.vector(wide))
}
constant <- sheet("Constant (2023) US$", 5)
current <- sheet("Current US$", 5)
current[!is.na(current) & current == 0 & !(constant %in% 0)] <- NA # a rate of exchange was not at hand
share <- sheet("Share of GDP", 5)
per_head <- sheet("Per capita", 6)
financial <- sheet("Local currency financial years", 7)
calendar <- sheet("Local currency calendar years", 6)

nato <- csv("nato/nato_defence_expenditure_2012_2019.csv")
of_nato <- function(column) table_of(nato[[1]], nato$year, nato[[column]], asked$iso)
nmc <- csv("cow/NMC-60-abridged.csv")
of_nmc <- function(column) table_of(nmc$ccode, nmc$year, ifelse(nmc[[column]] < 0, NA, nmc[[column]]))
gdp <- csv("isard/cw_gdppop.csv")
of_gdp <- function(column) table_of(gdp$ccode, gdp$year, gdp[[column]])
troops <- csv("troops/troopdata.csv")
rebuilt <- csv("troops/troopdata-rebuild-country-year.csv")
ipi <- csv("peacekeeping/ipi_monthly_contributions_by_country.csv")
ipi$Contributor[ipi$Contributor == "The former Yugoslav Republic of Macedonia"] <- "Macedonia"
ipi <- ipi[order(ipi$Date), ]
aid <- csv("aid/oecd_dac2a_oda_total_net.csv")
aid <- aggregate(Value ~ Donor + Year, aid, sum)
arms <- csv("sipri/sipri-exports-processed.csv")
received <- aggregate(value ~ recipient_cown + year, arms, sum) # of a list nobody leads: no share of a leader is made of it
pledges <- csv("atop/peacesciencer_atop_alliance.csv")
pledges$ccode1[pledges$ccode1 == 260] <- 255
pledges$ccode2[pledges$ccode2 == 260] <- 255
pledges <- pledges[pledges$atop_defense == 1 & pledges$ccode1 %in% asked$number & pledges$ccode2 %in% asked$number, ]
spells <- csv("cow/states2016.csv")

# The Federal Republic is Germany before 1990 too, as in entente; of two rows of one year that of the united one counts.
one_germany <- function(rows, ...) {
  for (column in c(...)) {
    rows <- rows[order(rows[[column]] != 260), ]
    rows[[column]][rows[[column]] == 260] <- 255
  }
  rows
}
nmc <- one_germany(nmc, "ccode"); gdp <- one_germany(gdp, "ccode"); troops <- one_germany(troops, "ccode")
rebuilt <- one_germany(rebuilt, "ccode"); spells <- one_germany(spells, "ccode")

# ---- measures --------------------------------------------------------------------------------------------------------
stand_in <- function(cells, years_back) {
  filled <- cells
  for (back in seq_len(years_back)) {
    shifted <- cells
    shifted[, -seq_len(back)] <- cells[, seq_len(ncol(cells) - back)]
    shifted[, seq_len(back)] <- NA
    filled[is.na(filled)] <- shifted[is.na(filled)]
  }
  filled
}
first_known <- function(...) Reduce(function(one, other) ifelse(is.na(one), other, one), list(...))
ratio <- function(of, per) ifelse(!is.na(per) & per == 0, NA, of / per)

population <- list(of_gdp("pwtpop"), of_nmc("tpop") * 0.001)
output <- ratio(current, share)
soldiers <- of_nmc("milper")
soldiers_nato <- of_nato("Military personnel") * 0.001
peace <- table_of(ipi$Contributor, as.integer(substr(ipi$Date, 1, 4)), ipi$Troops, asked$ipi)
hosted <- table_of(troops$ccode, troops$year, troops$troops)
hosted_rebuilt <- table_of(rebuilt$ccode, rebuilt$year, rebuilt$troops_ad)
hosted[asked$number == 2, ] <- hosted_rebuilt[asked$number == 2, ] <- NA # at home they are no guests
by_population <- function(...) do.call(first_known, unlist(lapply(list(...), function(of) lapply(population, function(per) ratio(of, per))), recursive = FALSE))
measures <- list(
  "spending-share" = stand_in(share * 100, 1),
  "spending-share-nato" = stand_in(of_nato("Defense expenditure (% real GDP)"), 1),
  "equipment-share" = stand_in(of_nato("Equipment expenditure (%)"), 1),
  "spending" = stand_in(current, 1),
  "spending-constant" = stand_in(constant, 1),
  "output" = stand_in(output, 1),
  "spending-per-head" = stand_in(per_head, 1),
  "financial-year" = stand_in(ratio(financial, calendar) * 100, 1),
  "aid-given" = stand_in(ratio(table_of(aid$Donor, aid$Year, aid$Value, asked$oecd), of_gdp("pwtrgdp")) * 100, 3),
  "personnel-per-thousand" = stand_in(by_population(soldiers, soldiers_nato), 3),
  "peacekeepers" = stand_in(by_population(peace), 3),
  "troops-hosted" = stand_in(by_population(hosted, hosted_rebuilt), 4)
)
weighed <- c("spending-share", "equipment-share", "personnel-per-thousand", "peacekeepers")

# ---- year by year ----------------------------------------------------------------------------------------------------
members_in <- function(year) {
  day <- year * 10000 + 1231
  in_force <- spells$styear * 10000 + spells$stmonth * 100 + spells$stday <= day &
    (spells$endyear == 2016 | spells$endyear * 10000 + spells$endmonth * 100 + spells$endday >= day)
  which(asked$number %in% spells$ccode[in_force])
}
in_proportion <- function(members, column) {
  known <- members[!is.na(current[members, column]) & !is.na(output[members, column])]
  parts <- rep(NA_real_, length(members))
  if (length(known) < known_share * length(members) || length(known) == 0) return(parts)
  ratio(current[members, column] / sum(current[known, column]), output[members, column] / sum(output[known, column]))
}
pledge_count <- function(members, year, from, to) {
  now <- pledges[pledges$year == year & pledges$ccode1 %in% asked$number[members] & pledges$ccode2 %in% asked$number[members], ]
  vapply(asked$number[members], function(state) sum(now[[from]] == state & now[[to]] != state), 0)
}
spearman <- function(size, effort) {
  n <- length(size)
  if (n < 4) return(NULL)
  of_size <- rank(size) - (n + 1) / 2
  of_effort <- rank(effort) - (n + 1) / 2
  scale <- sqrt(sum(of_size^2) * sum(of_effort^2))
  orders <- matrix(order(rep(seq_len(draws), each = n), runif(n * draws)) - rep((seq_len(draws) - 1) * n, each = n), n)
  by_chance <- colSums(of_size * matrix(of_effort[orders], n)) / scale
  rho <- sum(of_size * of_effort) / scale
  samples <- matrix(sample.int(n, n * draws, TRUE), n)
  again <- vapply(seq_len(draws), function(draw) {
    one <- rank(size[samples[, draw]])
    other <- rank(effort[samples[, draw]])
    suppressWarnings(cor(one, other))
  }, 0)
  largest <- which.max(size)
  list(rho = rho, p = (1 + sum(abs(by_chance) >= abs(rho) - 1e-12)) / (1 + draws), interval = quantile(again, c(.025, .975), na.rm = TRUE),
       without_largest = cor(rank(size[-largest]), rank(effort[-largest])))
}

grids <- list()
grid_of <- function(measures) {
  key <- as.character(measures)
  if (is.null(grids[[key]])) {
    steps <- round(1 / step)
    parts <- combn(steps + measures - 1, measures - 1)
    bounds <- rbind(0, parts, steps + measures)
    grids[[key]] <<- t(diff(bounds) - 1) / steps
    grids[[key]] <<- sweep(grids[[key]], 1, rowSums(grids[[key]]), "/")
  }
  grids[[key]]
}
scalings <- list(
  function(x) (length(x) - rank(-x)) / (length(x) - 1),
  function(x) (x - min(x)) / (max(x) - min(x)),
  function(x) (x - mean(x)) / sd(x)
)
ranks_of <- function(table, year) {
  table <- table[, colSums(!is.na(table)) >= known_share * nrow(table) - 1e-9, drop = FALSE]
  table <- table[rowSums(is.na(table)) == 0, , drop = FALSE]
  if (nrow(table) < 3) return(NULL)
  table <- table[, apply(table, 2, function(x) max(x) > min(x)), drop = FALSE]
  if (ncol(table) < 2) return(NULL)
  grid <- grid_of(ncol(table))
  by_order <- NULL
  for (scaling in seq_along(scalings)) {
    scores <- round(grid %*% t(apply(table, 2, scalings[[scaling]])), 12)
    ranks <- t(apply(-scores, 1, rank, ties.method = "min"))
    if (scaling == 1) {
      by_order <- data.frame(year = year, state = as.integer(rownames(table)), best = apply(ranks, 2, min), worst = apply(ranks, 2, max))
    }
  }
  by_order
}

set.seed(1)
all_measures <- list()
all_ranks <- list()
correlations <- 0
for (year in years) {
  column <- match(year, span)
  members <- members_in(year)
  now <- vapply(measures, function(cells) cells[members, column], numeric(length(members)))
  rownames(now) <- asked$number[members]
  before <- in_proportion(members, column - 1)
  in_prop <- in_proportion(members, column)
  last_pledges <- min(year, 2018)
  pledged <- cbind("obliged-to" = pledge_count(members, last_pledges, "ccode1", "ccode2"), "defended-by" = pledge_count(members, last_pledges, "ccode2", "ccode1"))
  now <- cbind(now, "relative-effort" = ifelse(is.na(in_prop), before, in_prop), if (year - last_pledges <= 10) pledged)
  both <- !is.na(now[, "output"]) & !is.na(now[, "spending-share"])
  if (!is.null(spearman(now[both, "output"], now[both, "spending-share"]))) correlations <- correlations + 1
  all_measures[[length(all_measures) + 1]] <- data.frame(year = year, state = rep(asked$number[members], ncol(now)),
                                                         measure = rep(colnames(now), each = nrow(now)), value = as.vector(now))
  all_ranks[[length(all_ranks) + 1]] <- ranks_of(now[, weighed, drop = FALSE], year)
}
all_ranks <- do.call(rbind, all_ranks)
if (length(words) > 6) {
  all_measures <- do.call(rbind, all_measures)
  write.csv(all_measures[!is.na(all_measures$value), ], words[6], row.names = FALSE)
  write.csv(all_ranks, words[7], row.names = FALSE)
}
cat(nrow(all_ranks), "member-years ranked,", correlations, "correlations\n")
