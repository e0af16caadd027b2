# Is the panel of rival_panel.R the one that `entente panel` wrote? Row by row and cell by cell, as two implementations.
#
#   Rscript bench/compare_panels.R ENTENTE.csv RIVAL.csv
suppressPackageStartupMessages(library(data.table))
arguments <- commandArgs(trailingOnly = TRUE)
ours <- fread(arguments[1])
theirs <- fread(arguments[2])
columns <- c(  # Entente's name, and the rival's
  nmc_cinc_1 = "cinc_1", nmc_cinc_2 = "cinc_2", nmc_milex_1 = "milex_1", nmc_milex_2 = "milex_2",
  nmc_milper_1 = "milper_1", nmc_milper_2 = "milper_2", nmc_irst_1 = "irst_1", nmc_irst_2 = "irst_2",
  nmc_pec_1 = "pec_1", nmc_pec_2 = "pec_2", nmc_tpop_1 = "tpop_1", nmc_tpop_2 = "tpop_2",
  nmc_upop_1 = "upop_1", nmc_upop_2 = "upop_2", minimum_distance = "mindist", contiguity_conttype = "conttype",
  atop_directed_defense = "atop_defense", atop_directed_offense = "atop_offense",
  atop_directed_neutral = "atop_neutral", atop_directed_nonagg = "atop_nonagg", atop_directed_consul = "atop_consul",
  alliance_s = "s", alliance_kappa = "kappa", alliance_pi = "pi", alliance_few_ties = "few_ties",
  polity_polity2_1 = "polity2_1", polity_polity2_2 = "polity2_2", joint_democracy = "joint_democracy",
  democracy_weakest_link = "weakest_link", rivalry = "rivalry", gml_midongoing = "midongoing",
  gml_midonset = "midonset", gml_hostlev1 = "hostlev1", disputes = "disputes")

setnames(theirs, c("ccode1", "ccode2"), c("cow_1", "cow_2"))
key <- c("cow_1", "cow_2", "year")
cat(sprintf("rows: %d and %d; keys in both: %d\n", nrow(ours), nrow(theirs), nrow(merge(ours[, ..key], theirs[, ..key]))))
setkeyv(ours, key)
setkeyv(theirs, key)
theirs <- theirs[ours[, ..key]]
for (name in names(columns)) {
  one <- as.numeric(ours[[name]])
  two <- as.numeric(theirs[[columns[[name]]]])
  both <- !is.na(one) & !is.na(two)
  apart <- abs(one[both] - two[both])
  differ <- sum(apart > 1e-9 * pmax(1, abs(one[both])))
  only <- c(sum(!is.na(one) & is.na(two)), sum(is.na(one) & !is.na(two)))
  cat(sprintf("%-24s %8d in both, %d only in Entente's, %d only in R's, %d differ (most %.1e), sums %.9g %.9g\n", name,
              sum(both), only[1], only[2], differ, max(apart, 0), sum(one[both]), sum(two[both])))
}
