// Which things of a case pass the filters of `show`, and whether these filters make sense for what is asked.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "workbench/show.hpp"

namespace entente::workbench {

// Throws BadRequest where a filter says nothing about that part (nothing: one thing by its id), and NotFound where it
// names what the case does not have.
void require_fitting(const OpenCase& open, std::optional<Part> part, const ShowFilter& filter);

// Answers whether a thing passes the filter. Codings of an item decide about its factors and coders.
class ThingFilter {
public:
    ThingFilter(const evidence::Case& which, const std::string& theory, const ShowFilter& filter);

    [[nodiscard]] bool passes(const evidence::Item& item) const;
    [[nodiscard]] bool passes(const evidence::Claim& claim) const;
    [[nodiscard]] bool passes(const evidence::Meeting& meeting) const;
    [[nodiscard]] bool passes(const evidence::Figure& figure) const;
    [[nodiscard]] bool passes(const evidence::Scenario& scenario) const;
    [[nodiscard]] bool passes(const evidence::Correction& correction) const;
    [[nodiscard]] bool passes(const evidence::Source& source) const;

    // Whether a coding is of the factor and the coder that were asked for.
    [[nodiscard]] bool reads(const evidence::Coding& coding) const;

    // The codings of an item under the theory.
    [[nodiscard]] const std::vector<const evidence::Coding*>& of(const std::string& item) const;

private:
    [[nodiscard]] bool passes_source(const std::vector<evidence::Citation>& citations) const;
    [[nodiscard]] bool acts(const evidence::Item& item) const;
    void choose_sources_by_items(const evidence::Case& which);

    const ShowFilter& filter_;
    const evidence::Period* period_;
    std::map<std::string, std::vector<const evidence::Coding*>, std::less<>> codings_;
    std::optional<std::set<std::string, std::less<>>> cited_;  // by the items that pass; nothing: all sources do
};

}  // namespace entente::workbench
