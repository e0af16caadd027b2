# A page of the same kind in R with Shiny, as a scholar writes it for one paper: the rival of `entente serve`. It reads the
# table of items that make_case.py writes and shows a headline, the factors and the items; an item that is clicked is set
# aside. Of the protocol ledger-v1 it computes findings and verdict, and nothing of the sensitivity.
#
#   Rscript bench/rival_page.R ITEMS.csv PORT        serves the page on 127.0.0.1
#   Rscript bench/rival_page.R ITEMS.csv --numbers   prints the factors as rival_ledger.py does, for comparison
arguments <- commandArgs(trailingOnly = TRUE)

# ---- the protocol ----------------------------------------------------------------------------------------------------
prior <- c(0.2, 0.6, 0.2)
decibels <- c(W = 3, O = 3, A = 6, S = 10)
continuity <- c(W = 1, O = 1, A = 0.5 * 6, S = 0.5 * 10)
magnitude <- c(W = 1, O = 1, A = 2, S = 3)
reliability <- c(A = 0.95, B = 0.85, C = 0.70, D = 0.50, E = 0.20, F = 0.50)
credibility <- c(0.95, 0.80, 0.60, 0.35, 0.15, 0.50)
correlation <- 0.8
cap <- 15
factor_ids <- c("C1", "C2", "C3", "C4", "C5", "C6", "E1", "E2", "E3", "E4", "E5")
factor_names <- c("Threat perception", "Credibility", "Society", "Domestic competition", "Regime change", "Ideological division",
                  "Hegemonic leadership", "Reputation", "Elite politics", "Institutionalisation", "Solidarity")

# ---- what each item weighs; none of it changes when items are set aside -----------------------------------------------
items <- read.csv(arguments[1], header = FALSE, colClasses = "character", col.names = c("id", "factor", "direction",
                  "novelty", "level", "grade", "specificity", "cluster", "class"))
items$specificity <- as.numeric(items$specificity)
items <- within(items, {
  new <- novelty == "new"
  size <- ifelse(new, decibels[level], continuity[level]) * specificity
  reliance <- unname(reliability[substr(grade, 1, 1)] * credibility[as.integer(substr(grade, 2, 2))])
})
tempered <- function(w, s, reliance) {
  likelihoods <- 10 ^ (cbind(w, 0, s) / 10)
  10 * log10(reliance * likelihoods + (1 - reliance) * rowMeans(likelihoods))
}
toward <- ifelse(items$direction == "C", 1, -1)
weights <- tempered(ifelse(items$new, toward, -1) * items$size, ifelse(items$new, -toward, -1) * items$size, items$reliance)
items$weakened <- weights[, 1] - weights[, 2]
items$strengthened <- weights[, 3] - weights[, 2]
items$weight <- pmax(weights[, 1], weights[, 2], weights[, 3]) - pmin(weights[, 1], weights[, 2], weights[, 3])
items$weakening <- ifelse(items$new & items$weakened >= 1, magnitude[items$level], 0)
items$strengthening <- ifelse(items$new & items$strengthened >= 1, magnitude[items$level], 0)
items <- items[order(-items$weight), ] # the first of a cluster is the one that stands for it
rownames(items) <- NULL

# ---- findings and verdict ----------------------------------------------------------------------------------------------
finding_of <- function(w, u, s) {
  if (w >= 0.55) "weakened"
  else if (s >= 0.55) "strengthened"
  else if (w >= 0.35 && w > 3 * s) "leaning-weakened"
  else if (s >= 0.35 && s > 3 * w) "leaning-strengthened"
  else if (u < 0.45) "contested"
  else "unchanged"
}

assess <- function(counted) {
  key <- paste(counted$factor, counted$cluster)
  first <- !duplicated(key)
  n <- as.vector(table(key)[key[first]])
  clusters <- counted[first, c("factor", "weakened", "strengthened")]
  several <- n / (1 + (n - 1) * correlation)
  per_factor <- function(values, by, how) {
    found <- tapply(values, factor(by, factor_ids), how)
    ifelse(is.na(found), 0, found)
  }
  pull_w <- pmax(-cap, pmin(cap, per_factor(several * clusters$weakened, clusters$factor, sum)))
  pull_s <- pmax(-cap, pmin(cap, per_factor(several * clusters$strengthened, clusters$factor, sum)))
  w <- prior[1] * 10 ^ (pull_w / 10)
  s <- prior[3] * 10 ^ (pull_s / 10)
  total <- w + prior[2] + s
  result <- data.frame(
    id = factor_ids, name = factor_names,
    items = as.vector(table(factor(counted$factor, factor_ids))),
    clusters = as.vector(table(factor(clusters$factor, factor_ids))),
    pull_w = as.vector(pull_w), pull_s = as.vector(pull_s),
    weakened = as.vector(w / total), unchanged = as.vector(prior[2] / total), strengthened = as.vector(s / total))
  result$finding <- mapply(finding_of, result$weakened, result$unchanged, result$strengthened)
  weakening <- per_factor(counted$weakening, counted$factor, max)
  strengthening <- per_factor(counted$strengthening, counted$factor, max)
  same <- abs(result$weakened - result$strengthened) <= 1e-9 * pmax(result$weakened, result$strengthened)
  result$magnitude <- pmax(1, ifelse(same, pmax(weakening, strengthening), ifelse(result$weakened > result$strengthened, weakening, strengthening)))
  empty <- result$items == 0
  result$finding[empty] <- "not-assessed"
  result$magnitude[empty] <- 0
  result
}

# P(net < 0), P(net = 0), P(net > 0) of the sum of signed magnitudes.
net_change <- function(factors) {
  reach <- 3 * nrow(factors)
  chance <- as.numeric(-reach:reach == 0)
  for (i in seq_len(nrow(factors))) {
    m <- factors$magnitude[i]
    last <- length(chance)
    chance <- factors$weakened[i] * c(chance[(m + 1):last], numeric(m)) + factors$unchanged[i] * chance +
      factors$strengthened[i] * c(numeric(m), chance[1:(last - m)])
  }
  c(sum(chance[1:reach]), chance[reach + 1], sum(chance[(reach + 2):(2 * reach + 1)]))
}

verdict_of <- function(factors) {
  factors <- factors[factors$items > 0, ]
  if (nrow(factors) == 0) return(list(direction = "not assessed", size = "none", net = c(0, 1, 0)))
  net <- net_change(factors)
  for (side in c("weakened", "strengthened")) {
    here <- if (side == "weakened") net[1] else net[3]
    there <- if (side == "weakened") net[3] else net[1]
    found <- factors[factors$finding == side, ]
    if (here >= 0.45 && here > 1.5 * there && any(factors$finding %in% c(side, paste0("leaning-", side)))) {
      size <- "leaning"
      if (nrow(found) > 0) size <- switch(max(found$magnitude), "slightly",
        if (nrow(found) > 3) "moderately" else "slightly", if (nrow(found) > 2) "clearly" else "moderately")
      return(list(direction = side, size = size, net = net))
    }
  }
  mixed <- any(factors$finding == "contested") || all(c("weakened", "strengthened") %in% factors$finding)
  list(direction = if (mixed) "mixed" else "unchanged", size = "none", net = net)
}

if (arguments[2] == "--numbers") {
  four <- function(...) paste(sub("^-(0\\.0000)$", "\\1", sprintf("%.4f", c(...))), collapse = " ")
  factors <- assess(items)
  for (i in seq_len(nrow(factors))) with(factors[i, ], cat("factor", id, items, clusters, four(pull_w, pull_s),
    four(weakened, unchanged, strengthened), finding, paste0(magnitude, "\n")))
  verdict <- verdict_of(factors)
  cat("verdict", verdict$direction, verdict$size, paste0(four(verdict$net), "\n"))
  quit()
}

# ---- the page ----------------------------------------------------------------------------------------------------------
suppressPackageStartupMessages({
  library(shiny)
  library(DT)
})

ui <- fluidPage(
  title = "Generated",
  h1(textOutput("headline")),
  p(textOutput("counted", inline = TRUE), "A click on an item sets it aside."),
  tableOutput("factors"),
  DTOutput("items")
)

server <- function(input, output, session) {
  aside <- reactive(input$items_rows_selected)
  counted <- reactive(if (length(aside()) > 0) items[-aside(), ] else items)
  factors <- reactive(assess(counted()))
  output$headline <- renderText({
    verdict <- verdict_of(factors())
    sprintf("The alliance: %s (%s); net weakening %.4f, no change %.4f, net strengthening %.4f", verdict$direction,
            verdict$size, verdict$net[1], verdict$net[2], verdict$net[3])
  })
  output$counted <- renderText(sprintf("%d of %d items count.", nrow(counted()), nrow(items)))
  output$factors <- renderTable(factors()[, c("name", "finding", "weakened", "unchanged", "strengthened", "items", "clusters")], digits = 4)
  output$items <- renderDT(datatable(items[, c("id", "factor", "direction", "novelty", "level", "grade", "specificity", "cluster", "weight")],
                                     selection = "multiple", rownames = FALSE))
}

runApp(shinyApp(ui, server), host = "127.0.0.1", port = as.integer(arguments[2]), launch.browser = FALSE, quiet = TRUE)
