# Compares the components of threat of two implementations: every row of the first file, with the same row of the second.
#
#   Rscript bench/compare_threat.R COMPONENTS.csv ALL_COMPONENTS.csv
arguments <- commandArgs(trailingOnly = TRUE)
suppressPackageStartupMessages(library(data.table))
ours <- fread(arguments[1])
theirs <- fread(arguments[2])
both <- merge(ours, theirs, by = c("year", "state", "other"), all.x = TRUE, suffixes = c("", ".theirs"))
absent <- sum(!paste(ours$year, ours$state, ours$other) %in% paste(theirs$year, theirs$state, theirs$other))
cat(sprintf("%d rows compared; not in the other file: %d\n", nrow(both), absent))
for (name in setdiff(names(ours), c("year", "state", "other"))) {
  a <- both[[name]]
  b <- both[[paste0(name, ".theirs")]]
  cat(sprintf("%-22s missing in both %6d, in one alone %6d, largest difference %.3g\n", name, sum(is.na(a) & is.na(b)),
              sum(is.na(a) != is.na(b)), max(abs(a - b), na.rm = TRUE)))
}
