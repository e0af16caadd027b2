// The numbers of protocols/ledger-v1.toml, for tests and benchmarks that read no file.
#pragma once

#include "evidence/protocol.hpp"

namespace entente::testing {

inline evidence::Protocol ledger_v1() {
    evidence::Protocol protocol;
    protocol.id = "ledger-v1";
    protocol.name = "ledger-v1";
    protocol.prior = {0.2, 0.6, 0.2};
    protocol.decibels = {3, 3, 6, 10};
    protocol.continuity = {1, 1, 0.5, 0.5};
    protocol.magnitudes = {1, 1, 2, 3, 1.0};
    protocol.grades = {{0.95, 0.85, 0.70, 0.50, 0.20, 0.50}, {0.95, 0.80, 0.60, 0.35, 0.15, 0.50}};
    protocol.correlation = 0.8;
    protocol.cap_decibels = 15;
    protocol.clustering = evidence::Clustering::AsCoded;
    protocol.ritual_weight = 1;
    protocol.finding = {0.55, 0.35, 3, 0.45};
    protocol.verdict = {0.45, 1.5, 3, 2};
    protocol.grid.priors = {{0.2, 0.6, 0.2}, {0.1, 0.8, 0.1}, {0.25, 0.5, 0.25}, {0.3, 0.4, 0.3}};
    protocol.grid.correlations = {0.5, 0.8, 1.0};
    protocol.grid.decibels = {{3, 3, 6, 10}, {2, 2, 4, 7}, {4, 4, 8, 12}, {4, 4, 4, 4}};
    protocol.grid.clusterings = {evidence::Clustering::AsCoded, evidence::Clustering::EachItemAlone};
    protocol.grid.ritual_weights = {0, 0.5, 1, 2};
    protocol.sensitivity = {10000, 300, 200, 0.5, 1951};
    return protocol;
}

}  // namespace entente::testing
