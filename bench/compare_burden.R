# Whether the measures and the best and worst ranks of entente and of R are the same, cell by cell.
#
#   Rscript bench/compare_burden.R FOLDER      with measures.csv, ranks.csv, their-measures.csv, their-ranks.csv
folder <- commandArgs(trailingOnly = TRUE)[1]
# A state by its number of that year: the Federal Republic is Germany in both.
table_of <- function(name) {
  rows <- read.csv(file.path(folder, name))
  rows$state[rows$state == 260] <- 255
  rows
}
both <- merge(table_of("measures.csv"), table_of("their-measures.csv"), by = c("year", "state", "measure"), all = TRUE, suffixes = c("", ".r"))
one_only <- is.na(both$value) | is.na(both$value.r)
apart <- abs(both$value - both$value.r) > 1e-9 * pmax(1, abs(both$value))
cat(nrow(both), "numbers:", sum(one_only), "that only one has,", sum(apart, na.rm = TRUE), "that differ\n")
if (any(one_only)) print(table(both$measure[one_only], ifelse(is.na(both$value[one_only]), "R only", "entente only")))
if (any(apart, na.rm = TRUE)) print(head(both[which(apart), ], 5))
ranks <- merge(table_of("ranks.csv"), table_of("their-ranks.csv"), by = c("year", "state"), all = TRUE, suffixes = c("", ".r"))
same <- ranks$best == ranks$best.r & ranks$worst == ranks$worst.r
cat(nrow(ranks), "member-years ranked by order:", sum(is.na(same) | !same), "that differ\n")
