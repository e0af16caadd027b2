// What the references of a case may name: its own items, sources, periods …, and the theories at hand. Built once per
// check; adding reports the ids that stand twice. For the checks only.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/problem.hpp"
#include "evidence/case.hpp"
#include "evidence/checks/known_ids.hpp"
#include "evidence/theory.hpp"

namespace entente::evidence {

class CaseReferences {
public:
    // Both have to outlive this object.
    CaseReferences(const Case& which, const std::vector<Theory>& theories, Problems& problems);

    void item(std::string_view id, const Position& where, std::string_view by);
    void items(const std::vector<std::string>& ids, const Position& where, std::string_view by);
    void source(std::string_view key, const Position& where, std::string_view by);
    void citations(const std::vector<Citation>& citations, std::string_view by);
    void period(std::string_view id, const Position& where, std::string_view by);
    void periods(const std::vector<std::string>& ids, const Position& where, std::string_view by);
    void issues(const std::vector<std::string>& ids, const Position& where, std::string_view by);
    void figures(const std::vector<std::string>& ids, const Position& where, std::string_view by);
    void claims(const std::vector<std::string>& ids, const Position& where, std::string_view by);
    void correction(std::string_view id, const Position& where, std::string_view by);

    // An input of a derived number: a figure, an item, a meeting or a period.
    void measurable(std::string_view id, const Position& where, std::string_view by);

    // Null, with a message, if it is not among the theories.
    const Theory* theory(std::string_view id, const Position& where, std::string_view by);
    // `theory/indicator`, as a series names it.
    void indicator(std::string_view named, const Position& where, std::string_view by);
    // Null, with a message, if the theory has no such factor.
    const Factor* factor(const Theory& theory, std::string_view id, const Position& where, std::string_view by);

private:
    // Entries of a part that errors lost may be what a reference names.
    void allow_for(const std::map<CasePart, Position>& lost_in);
    bool reported_as_claim(std::string_view id, const Position& where, std::string_view by);

    Problems& problems_;
    const std::vector<Theory>& theories_;
    KnownIds items_;
    KnownIds sources_;
    KnownIds periods_;
    KnownIds issues_;
    KnownIds figures_;
    KnownIds claims_;
    KnownIds meetings_;
    KnownIds corrections_;
    KnownIds theory_files_{"theory", {}};
    std::unordered_map<const Theory*, KnownIds> factors_;
};

}  // namespace entente::evidence
