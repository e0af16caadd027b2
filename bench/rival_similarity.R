# S, kappa and pi of all pairs of states in all years, from the alliance pledges of ATOP and from the votes in the UN
# General Assembly, with matrices of base R: the rival of `entente_similarity_bench`. It reads the same official files,
# sets up its own matrices and writes its numbers for `similarity_numbers` to compare.
#
#   Rscript bench/rival_similarity.R FOLDER_OF_OFFICIAL_FILES [OUTPUT]     writes OUTPUT.alliances and OUTPUT.votes
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
output <- if (length(arguments) > 1) arguments[2] else NA

timed <- function(what, work) {
  time <- system.time(result <- work)
  cat(sprintf("%-34s %8.2f s, of processor %.2f s\n", what, time[["elapsed"]], time[["user.self"]] + time[["sys.self"]]))
  result
}

# Rows are states, columns targets; NA is no level. Each count over targets that both have is one product of matrices.
# |a - b| is the number of steps 1 ... highest that one of the two has reached and the other has not.
similarity <- function(levels, highest) {
  has <- !is.na(levels)
  storage.mode(has) <- "double"
  level <- levels
  level[is.na(level)] <- 0
  complete <- all(has == 1)
  over_both <- function(values) if (complete) matrix(rowSums(values), nrow(values), nrow(values)) else tcrossprod(values, has)
  n <- if (complete) matrix(ncol(levels), nrow(levels), nrow(levels)) else tcrossprod(has)
  sum_first <- over_both(level)
  squares_first <- over_both(level^2)
  sum_second <- t(sum_first)
  squares_second <- t(squares_first)
  squared <- squares_first + squares_second - 2 * tcrossprod(level)
  absolute <- 0
  for (step in seq_len(highest)) {
    reached <- level >= step
    storage.mode(reached) <- "double"
    number <- over_both(reached)
    absolute <- absolute + number + t(number) - 2 * tcrossprod(reached)
  }
  by_chance <- (n * (squares_first + squares_second) - 2 * sum_first * sum_second) / n^2
  pooled <- 2 * ((squares_first + squares_second) / (2 * n) - ((sum_first + sum_second) / (2 * n))^2)
  # Whole numbers, so that a pair without any variation is found exactly.
  constant <- 2 * n * (squares_first + squares_second) == (sum_first + sum_second)^2
  same <- n * (squares_first + squares_second) == 2 * sum_first * sum_second
  kappa <- 1 - (squared / n) / by_chance
  pi <- 1 - (squared / n) / pooled
  s <- 1 - 2 * (absolute / n) / highest
  s[n == 0] <- NA
  kappa[n == 0 | same] <- NA
  pi[n == 0 | constant] <- NA
  # Of a matrix that is symmetric the lower triangle, column by column: (1, 2), (1, 3) ... (2, 3) ...
  lower <- lower.tri(s)
  rbind(s[lower], kappa[lower], pi[lower])
}

write_all <- function(name, years, results) {
  if (is.na(output)) return(invisible())
  file <- file(paste0(output, ".", name), "wb")
  for (i in seq_along(years)) {
    codes <- years[[i]]$codes
    writeBin(as.double(c(years[[i]]$year, length(codes), codes)), file)
    values <- as.vector(results[[i]])
    values[is.na(values)] <- NaN
    writeBin(values, file)
  }
  close(file)
}

files <- timed("read the files", list(
  members = read.csv(file.path(folder, "cow/system2016.csv")),
  pledges = read.csv(file.path(folder, "atop/peacesciencer_atop_alliance.csv")),
  votes = read.csv(gzfile(file.path(folder, "unga/UNVotesPublished_1-70.csv.gz")))[, c("rcid", "vote", "ccode", "year")]))

alliances <- timed("alliances: matrices", {
  members <- files$members
  pledges <- files$pledges
  level <- pmax(3 * pledges$atop_defense, 3 * pledges$atop_offense, 2 * pledges$atop_neutral, 2 * pledges$atop_nonagg,
                pledges$atop_consul)
  by_year <- split(seq_len(nrow(pledges)), pledges$year)
  lapply(1816:2018, function(year) {
    codes <- sort(members$ccode[members$year == min(year, 2016)])  # the list ends in 2016
    levels <- matrix(0, length(codes), length(codes))
    rows <- by_year[[as.character(year)]]
    from <- match(pledges$ccode1[rows], codes)
    towards <- match(pledges$ccode2[rows], codes)
    here <- !is.na(from) & !is.na(towards)
    levels[cbind(from, towards)[here, , drop = FALSE]] <- level[rows][here]
    diag(levels) <- 3
    list(year = year, codes = codes, levels = levels)
  })
})
results <- timed("alliances: S, kappa, pi", lapply(alliances, function(year) similarity(year$levels, 3)))
write_all("alliances", alliances, results)

votes <- timed("votes: matrices", {
  votes <- files$votes[files$votes$vote != 9, ]
  lapply(split(votes, votes$year), function(of_year) {
    codes <- sort(unique(of_year$ccode))
    calls <- unique(of_year$rcid)
    levels <- matrix(NA_real_, length(codes), length(calls))
    voted <- of_year[of_year$vote <= 3, ]
    levels[cbind(match(voted$ccode, codes), match(voted$rcid, calls))] <- voted$vote - 1
    list(year = of_year$year[1], codes = codes, levels = levels)
  })
})
results <- timed("votes: S, kappa, pi", lapply(votes, function(year) similarity(year$levels, 2)))
write_all("votes", votes, results)
memory <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
cat("peak memory", as.integer(gsub("[^0-9]", "", memory)) %/% 1024, "MiB\n")
