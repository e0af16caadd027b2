// Will it endure? The protocol's base rate, and beside it what a model fitted to two centuries of alliances says of
// each way of ending: how likely within so many years, what drives it, what would change it, which alliances were
// alike.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "evidence/outlook_theory.hpp"
#include "outlook/base_rate.hpp"
#include "outlook/comparables.hpp"
#include "outlook/ending_drivers.hpp"
#include "outlook/ending_outlook.hpp"
#include "outlook/leader_structure.hpp"
#include "workbench/coded_pace.hpp"
#include "workbench/named_state.hpp"
#include "workbench/open_case.hpp"
#include "workbench/outlook_history.hpp"
#include "workbench/outlook_rows.hpp"

namespace entente::workbench {

struct OutlookRequest {
    std::string of;              // a case's folder, `atop:3375`, or two states: `USA–JPN`
    std::optional<int> year;     // the first that is foreseen; none: the one after the focal period, or after the data
    std::string model;           // an id; none: the contest's choice, or the theory's own if that is the base rate
    std::string theory;          // of endings: an id or a file; none: the shipped one
    std::optional<int> horizon;  // years, besides 1, 5 and 10
    std::optional<std::uint64_t> seed;  // of the draws
    std::size_t draws = 0;              // refits to drawn alliances, for the intervals, from 100; 0: the delta method
};

// Which alliance it is about.
struct OutlookAlliance {
    std::string id;  // of the alliance data; empty: not known
    std::string name;
    std::vector<NamedState> members;  // as the alliance data have them; of a case without data none
    std::string begun;                // the day, or the year
    std::optional<double> age_years;  // on the first day of the year; of one of two states as its rows count
    std::optional<int> year;          // the first that is foreseen
    std::optional<int> ended;
};

struct ComparableAlliance {
    outlook::Comparable comparable;
    std::string id;
    std::string name;  // `France–Russia, 1893`
    int year = 0;      // in which it was most alike
    double age_years = 0;
};

// A covariate of the model that the data do not know of this alliance now, so that the fit does without it.
struct LeftOutCovariate {
    evidence::Covariate covariate;
    outlook::Lack lack = outlook::Lack::NoDataset;
};

// By year ahead: shares of outlook::kModes.
using SharesByYear = std::vector<std::vector<double>>;

struct FittedOutlook {
    evidence::EndingModel model;
    bool chosen = false;  // by the contest
    std::string reason;
    std::vector<evidence::Covariate> covariates;  // of the model, as far as they are known now
    std::vector<LeftOutCovariate> left_out;
    std::vector<CovariateNow> now;  // as the covariates
    double age_years = 0;           // in the first year that is foreseen, as the rows count
    outlook::EndingsFit fit;
    outlook::ForeseenPath path;
    std::size_t draws = 0;  // that had a fit; 0: intervals by the delta method
    std::size_t failed_draws = 0;
    outlook::Reference reference;
    SharesByYear average;   // the same model for the reference
    SharesByYear constant;  // the same rows without anything: the base rate that the model starts from
    SharesByYear by_age;    // with age alone
    std::vector<outlook::Driver> drivers;
    int change_years = 5;  // what the changes are about
    std::vector<outlook::WouldChange> changes;
    outlook::Comparables comparables;
    std::vector<ComparableAlliance> alike;
    outlook::LeaderStructure leader_structure;
    int own_from = 0;  // years of its own past that the leader's share is of; 0: none
    int own_to = 0;
};

struct OutlookResult {
    OpenCasePtr open;  // null without a case
    evidence::OutlookTheory theory;
    OutlookAlliance alliance;
    outlook::Outlook base_rate;  // without horizons: the protocol has no band, or there is no case
    std::string treaty;          // of the case, that the age counts from
    std::vector<int> horizons;   // in order
    std::optional<FittedOutlook> fitted;
    std::string why_no_model;  // set if there is none
    std::optional<OutlookHistory> history;
    std::string why_no_history;         // set if there is none
    std::vector<CodedPace> periods;     // of the case
    std::optional<double> words_share;  // of the movement of the periods' decibels
    std::vector<std::string> notes;
    std::vector<ThreatSource> sources;
    std::string bibtex;
    std::uint64_t seed = 0;
};

// Throws NotFound for an alliance, a state, a model or a theory that is not there, and without a store unless a case is
// asked about, whose base rate needs none; BadRequest for a year in which the alliance was not in force, for two states
// that had several alliances then, and for a horizon or a
// number of draws that is none.
[[nodiscard]] OutlookResult outlook(const OutlookRequest& request);

// The same of a case that is open; `request.of` says nothing then.
[[nodiscard]] OutlookResult outlook(const OpenCasePtr& open, const OutlookRequest& request);

// Of an assessment's case in the year after its focal period, where there are data and the contest has chosen a model;
// else nothing, quickly.
[[nodiscard]] std::shared_ptr<const OutlookResult> outlook_beside(const AssessResult& assessed);

}  // namespace entente::workbench
