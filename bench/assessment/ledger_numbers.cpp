// The numbers of one assessment, line for line as rival_ledger.py prints them, from the same table of items.
//   ledger_numbers ITEMS.csv        ledger_numbers --generate 1000 (writes such a table)
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>

#include "assessment/generated_items.hpp"
#include "assessment/world.hpp"

namespace {

using namespace entente;
using assessment::Probabilities;

constexpr unsigned kSeed = 1951;

std::string number(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", value);
    return std::string(text) == "-0.0000" ? "0.0000" : text;
}

std::string numbers(const Probabilities& p) {
    return number(p.weakened) + " " + number(p.unchanged) + " " + number(p.strengthened);
}

std::map<std::string, std::string> numbers_of_factors() {
    std::map<std::string, std::string> names;
    for (const std::string name : {"C1", "C2", "C3", "C4", "C5", "C6", "E1", "E2", "E3", "E4", "E5"}) {
        names[testing::factor_id(name)] = name;
    }
    return names;
}

void print_outcome(const assessment::Outcome& outcome) {
    auto names = numbers_of_factors();
    for (const auto& factor : outcome.factors) {
        std::cout << "factor " << names[factor.id] << ' ' << factor.evidence.size() << ' ' << factor.clusters.size()
                  << ' ' << number(factor.decibels_weakened) << ' ' << number(factor.decibels_strengthened) << ' '
                  << numbers(factor.posterior) << ' ' << name_of(factor.finding) << ' ' << factor.magnitude << ' '
                  << number(factor.standing_decibels) << '\n';
    }
    const auto& verdict = outcome.verdict;
    std::cout << "verdict " << name_of(verdict.direction) << ' ' << name_of(verdict.size) << ' '
              << numbers(verdict.probability) << ' ' << number(verdict.without_evidence.weakened) << '\n';
}

void print_sensitivity(const assessment::Sensitivity& sensitivity) {
    auto names = numbers_of_factors();
    for (const auto& rerun : sensitivity.leave_one_cluster_out) {
        std::cout << "without " << rerun.name << ' ' << name_of(rerun.direction) << ' ' << name_of(rerun.size) << ' '
                  << numbers(rerun.probability) << '\n';
    }
    std::cout << "multiverse";
    for (std::size_t i = 0; i < sensitivity.multiverse_share.size(); ++i) {
        const auto settings = static_cast<double>(sensitivity.multiverse.size());
        std::cout << ' ' << name_of(static_cast<assessment::VerdictDirection>(i)) << ' '
                  << std::lround(sensitivity.multiverse_share[i] * settings);
    }
    std::cout << '\n';
    for (const auto& one : sensitivity.recodings.single) {
        std::cout << "single " << names[one.factor] << ' ' << one.cluster << ' ' << name_of(one.direction) << '\n';
    }
    for (const auto& one : sensitivity.recodings.pairs) {
        std::cout << "pair " << names[one.factor] << ' ' << one.cluster << ' ' << names[one.factor_2] << ' '
                  << one.cluster_2 << ' ' << name_of(one.direction) << '\n';
    }
}

int print_numbers(const std::string& path) {
    std::ifstream in(path);
    if (!in) {
        std::cerr << "cannot read " << path << '\n';
        return 3;
    }
    testing::World world;
    for (std::string line; std::getline(in, line);) world.add(line);
    const auto assessment = world.assessment();
    print_outcome(assessment.outcome);
    print_sensitivity(assessment.sensitivity);
    const auto share = assessment.outcome.verdict.as_extreme;
    std::cout << "as-extreme " << (share ? number(*share) : "none") << '\n';
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count == 3 && std::string(words[1]) == "--generate") {
        for (const auto& line : bench::generated_items(std::stoul(words[2]), kSeed)) std::cout << line << '\n';
        return 0;
    }
    if (count == 2) return print_numbers(words[1]);
    std::cerr << "usage: ledger_numbers ITEMS.csv | ledger_numbers --generate COUNT\n";
    return 2;
}
