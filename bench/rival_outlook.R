# The rival of bench/run_outlook: the same fits from the same table, as a scholar writes them for one paper.
#
#   Rscript bench/rival_outlook.R cox|endings|cox-bootstrap|logit-bootstrap ROWS.csv [DRAWS]
suppressPackageStartupMessages(library(survival))
words <- commandArgs(TRUE)
d <- read.csv(words[2])
covariates <- c("shared_rival", "rival_pressure_change", "capability_change", "regime_change", "polity_distance",
                "asymmetry", "allies_of_leader", "military_institutions", "joint_democracy")
d <- d[complete.cases(d[, covariates]), ]
draws <- if (length(words) > 2) as.integer(words[3]) else 1000
modes <- c("violation", "new-relationship", "fulfilled", "independence-lost")
ending <- match(d$ending, modes, nomatch = 0)
violation <- as.numeric(ending == 1)
formula <- as.formula(paste("Surv(age, age + 1, violation) ~", paste(covariates, collapse = " + ")))
scaled <- function(z) apply(z, 2, function(x) (x - mean(x)) / sqrt(mean((x - mean(x))^2)))
X <- scaled(cbind(as.matrix(d[, covariates]), d$age, d$age^2, d$age^3))
say <- function(x) cat(format(x, digits = 12, trim = TRUE, scientific = FALSE), sep = "\n")
by_alliance <- split(seq_len(nrow(d)), factor(d$alliance, unique(d$alliance)))
drawn <- function() unlist(by_alliance[sample(length(by_alliance), replace = TRUE)])
spread <- function(x) say(apply(x, 2, sd, na.rm = TRUE))

# Newton's steps with a ridge, weights and an offset-free logit: glm has no penalty.
ridge_logit <- function(X, y, w, start) {
  W <- cbind(1, X); b <- start; penalty <- c(0, rep(1, ncol(X)))
  for (step in 1:50) {
    p <- plogis(drop(W %*% b))
    move <- solve(crossprod(W, W * (w * p * (1 - p))) + diag(penalty), crossprod(W, w * (y - p)) - penalty * b)
    b <- b + drop(move)
    if (max(abs(move)) < 1e-9) break
  }
  b
}

set.seed(1)
if (words[1] == "cox") say(coef(coxph(formula, d, cluster = alliance)))
if (words[1] == "endings") {
  fit <- nnet::multinom(factor(ending) ~ X, maxit = 1000, reltol = 1e-12, Hess = TRUE, trace = FALSE)
  say(t(coef(fit)))
}
if (words[1] == "cox-bootstrap") {
  spread(t(replicate(draws, {
    rows <- drawn()
    e <- d[rows, ]; e$violation <- violation[rows]
    coef(coxph(formula, e))
  })))
}
if (words[1] == "logit-bootstrap") {
  start <- ridge_logit(X, violation, rep(1, nrow(d)), rep(0, ncol(X) + 1))
  number <- match(d$alliance, unique(d$alliance))
  spread(t(replicate(draws, {
    times <- tabulate(sample(length(by_alliance), replace = TRUE), length(by_alliance))
    ridge_logit(X, violation, times[number], start)
  })))
}
