// A case in a few words: two periods, eleven factors, and one line of text per coded item, as in the fixture table:
// `id,factor,direction,novelty,level,grade,specificity,cluster,class`.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/assessment.hpp"
#include "assessment/ledger_v1.hpp"
#include "evidence/case.hpp"
#include "evidence/theory.hpp"

namespace entente::testing {

// Six factors of collapse, five of endurance. The fixture calls them C1–C6 and E1–E5.
inline evidence::Theory eleven_factors() {
    const std::vector<std::string> ids{"threat-perception",    "credibility",   "society",
                                       "domestic-competition", "regime-change", "ideological-division",
                                       "hegemonic-leadership", "reputation",    "elite-politics",
                                       "institutionalisation", "solidarity"};
    evidence::Theory theory;
    theory.id = "walt-1997";
    for (std::size_t i = 0; i < ids.size(); ++i) {
        evidence::Factor factor;
        factor.id = ids[i];
        factor.name = ids[i];
        factor.ledger = i < 6 ? evidence::Ledger::Collapse : evidence::Ledger::Endurance;
        theory.factors.push_back(factor);
    }
    return theory;
}

inline std::string factor_id(std::string_view number) {
    static const auto theory = eleven_factors();
    const auto offset = number[0] == 'C' ? 0 : 6;
    return theory.factors[static_cast<std::size_t>(offset + number[1] - '1')].id;
}

inline evidence::Kind kind_of(char level) {
    if (level == 'O') return evidence::Kind::Opinion;
    if (level == 'A') return evidence::Kind::Act;
    return level == 'S' ? evidence::Kind::Structural : evidence::Kind::Words;
}

inline std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
    return cells;
}

class World {
public:
    evidence::Case which;
    evidence::Theory theory = eleven_factors();
    evidence::Protocol protocol = ledger_v1();
    assessment::Question question{.baseline = "baseline", .focal = "focal", .coders = {}, .seed = 0};

    World() {
        which.id = "world";
        which.cutoff = make_day(2019, 2, 28);
        evidence::Period baseline;
        baseline.id = "baseline";
        baseline.begin = make_day(2009, 1, 20);
        baseline.end = make_day(2016, 11, 8);
        evidence::Period focal;
        focal.id = "focal";
        focal.begin = make_day(2016, 11, 9);
        focal.end = make_day(2018, 12, 31);
        focal.baseline = "baseline";
        which.periods = {baseline, focal};
    }

    explicit World(const std::vector<std::string>& lines) : World() {
        for (const auto& line : lines) add(line);
    }

    // An item and its coding. An item that exists already is coded once more.
    World& add(const std::string& line, const std::string& coder = "first") {
        const auto cells = cells_of(line);
        if (!item_number_.contains(cells[0])) add_item(cells);
        code(coder, {.coder = coder,
                     .item = cells[0],
                     .theory = theory.id,
                     .factor = factor_id(cells[1]),
                     .aspect = cells[1].size() > 3 ? cells[1].substr(3) : "",  // C2/will
                     .direction = cells[2] == "C" ? evidence::Direction::Collapse : evidence::Direction::Endurance,
                     .baseline = "baseline",
                     .novelty = cells[3] == "new" ? evidence::Novelty::New : evidence::Novelty::Continuity,
                     .against = "",
                     .searched = "nowhere",
                     .specificity = std::stod(cells[6]),
                     .cluster = cells[7],
                     .note = "",
                     .where = {}});
        return *this;
    }

    evidence::Item& item(const std::string& id) { return which.items[item_number_.at(id)]; }

    evidence::Coder& coder(const std::string& id) {
        for (auto& one : which.coders) {
            if (one.id == id) return one;
        }
        which.coders.emplace_back().id = id;
        return which.coders.back();
    }

    void code(const std::string& by, const evidence::Coding& coding) { coder(by).codings.push_back(coding); }

    assessment::Outcome outcome() const { return assessment::assess_once(which, theory, protocol, question); }
    assessment::Assessment assessment() const { return assessment::assess(which, theory, protocol, question); }

private:
    void add_item(const std::vector<std::string>& cells) {
        const auto key = cells[8] + "-" + cells[5];
        if (!source_known_[key]) add_source(key, cells);
        evidence::Item item;
        item.id = cells[0];
        item.date = single_day(make_day(2017, 6, 1));
        item.kind = kind_of(cells[4][0]);
        item.sources.push_back({key, "", {}});
        item_number_[item.id] = which.items.size();
        which.items.push_back(item);
    }

    void add_source(const std::string& key, const std::vector<std::string>& cells) {
        evidence::Source source;
        source.key = key;
        source.published = single_day(make_day(2017, 6, 2));
        source.outlet_class = named<evidence::OutletClass>(cells[8]);
        source.grade = evidence::Grade{cells[5][0], cells[5][1] - '0'};
        which.sources.push_back(source);
        source_known_[key] = true;
    }

    std::map<std::string, std::size_t> item_number_;
    std::map<std::string, bool> source_known_;
};

inline const assessment::FactorResult& factor(const assessment::Outcome& outcome, std::string_view number) {
    const auto id = factor_id(number);
    for (const auto& one : outcome.factors) {
        if (one.id == id) return one;
    }
    throw std::out_of_range("no such factor");
}

}  // namespace entente::testing
