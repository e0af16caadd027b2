// What may decide how long an alliance lasts, as data: covariates that official data measure for every alliance and
// year, and the specifications that compete to foresee its end.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "evidence/covariate.hpp"
#include "evidence/theory.hpp"

namespace entente::evidence {

// What a specification is in the contest.
enum class EndingModelRole {
    Base,    // the base rate: neither covariates nor duration
    Rival,   // what the theory must beat
    Theory,  // all covariates of a theory of alliances
};

// How the hazard may change with the alliance's age.
enum class DurationShape {
    Constant,
    Cubic,   // t, t², t³ (Carter and Signorino 2010)
    Spline,  // restricted cubic, four knots (Harrell 2001)
};

struct EndingModel {
    std::string id;
    std::string name;
    EndingModelRole role = EndingModelRole::Rival;
    DurationShape duration = DurationShape::Cubic;
    std::vector<std::string> covariates;  // ids; those of a model of the theory: all that the theory defines
    int recent = 0;  // from the past alone it learns from so many years only; 0: from all. A rate, without covariates
    std::string theory;  // only of role `theory`: the id of the ledger theory it stands for
    std::string citation;
    std::string differs;  // how it departs from what was published
    Position where;
};

// What the contest holds out, and what counts as a win.
struct EndingContest {
    int from = 1816;
    int to = 0;                 // 0: as far as all covariates are known
    int first_origin = 1900;    // the first year that is foreseen from the past alone
    std::vector<int> horizons;  // years ahead: 1, 5
    std::size_t folds = 10;     // of states
    std::size_t deals = 1;      // how often states are dealt into them
    double margin = 0.01;       // the least advantage in skill that counts
    double ridge = 1;           // on covariates ÷ their standard deviations
    int known_for = 5;          // years for which a value stands in for later ones, in an outlook
    std::string margin_reason;
};

struct OutlookTheory {
    std::string id;
    std::string name;
    std::string summary;
    std::string citation;
    std::string references;  // BibTeX
    std::vector<std::string> cautions;
    std::vector<Covariate> covariates;  // besides those of the theories that the models name
    std::vector<EndingModel> models;
    EndingContest contest;
    std::string chosen;         // id of the model of the outlook where there are data; `base-rate`: none was better
    std::string chosen_reason;  // what the contest said
    std::string sha256;
    Position where;
};

[[nodiscard]] const EndingModel* find_model(const OutlookTheory& theory, std::string_view id) noexcept;

// Every covariate that a model may name: those of the theories of alliances that models stand for, in the order of the
// models, then the outlook theory's own. A theory that is not among `ledgers` has none.
[[nodiscard]] std::vector<Covariate> covariates_of(const OutlookTheory& theory, const std::vector<Theory>& ledgers);

// Gives each model of a theory of alliances all covariates of that theory. Reports a theory that is not there or has no
// covariates, an id that two covariates have, and a covariate that nothing defines.
void resolve_covariates(OutlookTheory& theory, const std::vector<Theory>& ledgers, Problems& problems);

}  // namespace entente::evidence

template <>
struct entente::NamesOf<entente::evidence::EndingModelRole> {
    static constexpr std::array<std::string_view, 3> names{"base", "rival", "theory"};
};
template <>
struct entente::NamesOf<entente::evidence::DurationShape> {
    static constexpr std::array<std::string_view, 3> names{"constant", "cubic", "spline"};
};
