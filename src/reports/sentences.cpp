#include "reports/sentences.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

using assessment::Finding;
using assessment::VerdictDirection;
using evidence::Continuity;

constexpr std::size_t kFewNames = 4;  // longer lists end in `and n more`

std::string few(const std::vector<std::string>& names) {
    if (names.size() <= kFewNames) return joined(names, ", ");
    const std::vector<std::string> first(names.begin(), names.begin() + kFewNames);
    return joined(first, ", ") + " and " + std::to_string(names.size() - kFewNames) + " more";
}

std::vector<std::string> factor_names(const workbench::AssessResult& result, const std::vector<std::string>& ids) {
    std::vector<std::string> names;
    for (const auto& id : ids) names.push_back(factor_name(result.open->theory, id));
    return names;
}

double share_of(const assessment::Probabilities& probabilities, VerdictDirection direction) {
    if (direction == VerdictDirection::Weakened) return probabilities.weakened;
    if (direction == VerdictDirection::Strengthened) return probabilities.strengthened;
    return probabilities.unchanged;
}

const evidence::Item* find_item(const evidence::Case& which, const std::string& id) {
    const auto found =
        std::find_if(which.items.begin(), which.items.end(), [&](const evidence::Item& each) { return each.id == id; });
    return found == which.items.end() ? nullptr : &*found;
}

std::string in_percent(const outlook::Risk& risk) {
    return fmt::format("{} ({:.1f}–{:.1f})", percent(risk.p), 100 * risk.low, 100 * risk.high);
}

// `official sources alone say unchanged; without press: mixed`
std::string rerun_sentence(const std::vector<assessment::Rerun>& reruns, const std::string& things) {
    std::vector<std::string> changes;
    std::size_t agreeing = 0;
    for (const auto& rerun : reruns) {
        if (!rerun.changes_verdict) {
            ++agreeing;
        } else {
            changes.push_back(rerun.name + " → " + direction_words(rerun.direction));
        }
    }
    if (reruns.empty()) return {};
    if (changes.empty() && reruns.size() == 1) return things + ": the one rerun agrees";
    if (changes.empty()) return fmt::format("{}: all {} reruns agree", things, reruns.size());
    return fmt::format("{}: {} of {} reruns agree; {}", things, agreeing, reruns.size(), few(changes));
}

std::string multiverse_sentence(const workbench::AssessResult& result) {
    const auto& sensitivity = result.assessment.sensitivity;
    const auto direction = result.assessment.outcome.verdict.direction;
    std::map<VerdictDirection, int> counts;
    for (const auto& setting : sensitivity.multiverse) ++counts[setting.direction];
    std::vector<std::string> others;
    for (const auto each : {VerdictDirection::Weakened, VerdictDirection::Unchanged, VerdictDirection::Strengthened,
                            VerdictDirection::Mixed}) {
        if (each == direction) continue;
        const auto count = counts[each];
        others.push_back((count == 0 ? "none" : std::to_string(count)) + ' ' + direction_words(each));
    }
    return fmt::format("{} of {} settings agree ({})", counts[direction], sensitivity.multiverse.size(),
                       joined(others, ", "));
}

std::string recodings_sentence(const assessment::Recodings& recodings) {
    if (recodings.clusters == 0) return "no new evidence to recode";
    const std::string single = recodings.single.empty()
                                   ? "no single recoding of " + std::to_string(recodings.clusters) + " flips it"
                                   : counted(static_cast<long>(recodings.single.size()), "single recoding") + " of " +
                                         std::to_string(recodings.clusters) +
                                         (recodings.single.size() == 1 ? " flips it" : " flip it");
    if (!recodings.pairs_searched) return single + "; pairs were not searched, there are too many clusters";
    if (recodings.pairs.empty()) return single + ", no further pair does";
    return single + ", " + counted(static_cast<long>(recodings.pairs.size()), "further pair") +
           (recodings.pairs.size() == 1 ? " does" : " do");
}

std::string placebo_sentence(const std::vector<assessment::Placebo>& placebos) {
    std::vector<std::string> broken;
    for (const auto& placebo : placebos) {
        if (!placebo.holds) {
            broken.push_back(placebo.name + ": expected " + placebo.expected + ", got " + placebo.got);
        }
    }
    if (broken.empty()) return "placebos: all " + std::to_string(placebos.size()) + " hold";
    return "placebos that do NOT hold: " + joined(broken, "; ");
}

}  // namespace

std::string treaty_in_words(const workbench::AssessResult& result) {
    for (const auto& treaty : result.open->content.alliance.treaties) {
        if (treaty.id != result.treaty) continue;
        const auto day = treaty.signed_on ? treaty.signed_on : treaty.in_force;
        return day ? " (treaty of " + std::to_string(year_of(*day)) + ")" : "";
    }
    return {};
}

std::string item_in_words(const workbench::OpenCase& open, const std::string& id) {
    const auto* item = find_item(open.content, id);
    return item == nullptr ? id : to_text(item->date) + ' ' + item->text;
}

std::string issue_in_words(const evidence::Case& which, const assessment::IssueContinuity& issue) {
    const auto name = issue_name(which, issue.issue);
    if (!issue.state || *issue.state == Continuity::Continued) return name + " continued";
    const std::string state = *issue.state == Continuity::Reversed ? " BROKEN" : " new";
    if (issue.items.empty()) return name + state;
    // How many of the coded items say so: one of ten is another thing than nine of ten.
    return fmt::format("{}{} ({} of {}: {})", name, state, issue.items.size(), issue.items.size() + issue.others.size(),
                       issue.items.front());
}

std::string reference_in_words(const evidence::Source& source, const std::string& at) {
    std::vector<std::string> parts;
    const auto add = [&](const std::string& part) {
        if (!part.empty()) parts.push_back(part);
    };
    add(source.author.empty() ? source.publisher : source.author);
    add(source.title.empty() ? "" : "“" + source.title + "”");
    add(source.author.empty() ? "" : source.publisher);
    add(source.published ? to_text(*source.published) : "");
    add(at);
    add(source.url);
    return joined(parts, ", ");
}

std::string source_in_words(const evidence::Source& source, const std::string& at) {
    return source.key + ": " + reference_in_words(source, at);
}

std::string weighs_most(const workbench::OpenCase& open, const assessment::FactorResult& factor) {
    const auto* item = find_item(open.content, factor.weighs_most);
    if (item == nullptr) return factor.weighs_most;
    return (item->actors.empty() ? "" : item->actors.front().code + ": ") + item->text;
}

std::string sides_of(const std::vector<assessment::FactorResult>& factors) {
    std::string sides;
    for (const auto side : {Finding::Weakened, Finding::Strengthened, Finding::Contested}) {
        std::vector<std::string> names;
        for (const auto& factor : factors) {
            if (factor.finding == side) names.push_back(factor.name);
        }
        if (names.empty()) continue;
        sides += (sides.empty() ? "" : "; ") + std::string(name_of(side)) + ' ' + joined(names, ", ");
    }
    return sides;
}

std::string verdict_probability(const assessment::Verdict& verdict) {
    if (verdict.direction == VerdictDirection::Mixed) {
        return fmt::format("weaker {}, stronger {}", probability(verdict.probability.weakened),
                           probability(verdict.probability.strengthened));
    }
    // 'Unchanged' may mean that nothing moved or that neither side prevails: the shares tell which.
    if (verdict.direction == VerdictDirection::Unchanged) {
        return fmt::format("{}; weaker {}, stronger {}", probability(verdict.probability.unchanged),
                           probability(verdict.probability.weakened), probability(verdict.probability.strengthened));
    }
    return probability(share_of(verdict.probability, verdict.direction));
}

std::string verdict_sentence(const workbench::AssessResult& result) {
    const auto& verdict = result.assessment.outcome.verdict;
    if (verdict.direction == VerdictDirection::NotAssessed) {
        return "not assessed: no coded item of this period against this baseline";
    }
    const bool mixed = verdict.direction == VerdictDirection::Mixed;
    const auto without = mixed ? fmt::format("{} each", probability(verdict.without_evidence.weakened))
                               : probability(share_of(verdict.without_evidence, verdict.direction));
    auto sentence = fmt::format("{} ({}; without evidence {}", verdict_words(verdict.direction, verdict.size),
                                verdict_probability(verdict), without);
    if (verdict.as_extreme) {
        const auto share = *verdict.as_extreme;
        sentence += share > 0 && share < 0.01 ? "; as extreme in under 1% of random codings"
                                              : fmt::format("; as extreme in {} of random codings", percent(share, 0));
    }
    sentence += ")";
    const bool undecided = mixed || verdict.direction == VerdictDirection::Unchanged;
    const auto sides = undecided ? sides_of(result.assessment.outcome.factors) : std::string{};
    if (!sides.empty()) sentence += (mixed ? ": " : ": neither side prevails, though ") + sides;
    if (!verdict.factors.empty()) sentence += ": " + joined(factor_names(result, verdict.factors), ", ");
    if (!verdict.against.empty()) sentence += "; against: " + joined(factor_names(result, verdict.against), ", ");
    return sentence;
}

std::string why_no_outlook(const workbench::AssessResult& result) {
    if (result.treaty.empty()) return "no treaty of the case is in force on the last day of the period";
    if (result.outlook.horizons.empty()) return "too few alliances of that age to give a base rate";
    return {};
}

std::string outlook_sentence(const workbench::AssessResult& result) {
    if (const auto why_not = why_no_outlook(result); !why_not.empty()) return "not assessed: " + why_not;
    const auto& horizon = result.outlook.horizons.front();
    const auto& base = result.outlook.base_rate;
    return fmt::format(
        "{:g}-year risk of ending by violation {}, {}; of any end {}, {} · base rate only, not informed by this case "
        "({}: {} "
        "violated and {} ended in {:g} alliance-years)",
        horizon.years, in_percent(horizon.violation), horizon.word, in_percent(horizon.any_end),
        outlook::icd_203_word(horizon.any_end.p), base.name, base.violated, base.ended, base.alliance_years);
}

std::string outlook_standing(const workbench::AssessResult& result) {
    std::vector<std::pair<double, std::string>> holds;
    std::vector<std::pair<double, std::string>> wears;
    for (const auto& factor : result.assessment.outcome.factors) {
        if (factor.finding == Finding::NotAssessed || std::abs(factor.standing_decibels) < 0.05) continue;
        auto& side = factor.standing_decibels > 0 ? holds : wears;
        side.emplace_back(-std::abs(factor.standing_decibels), factor.name + ' ' + decibels(factor.standing_decibels));
    }
    const auto names = [](auto& side) {
        std::stable_sort(side.begin(), side.end(), [](auto& a, auto& b) { return a.first < b.first; });
        std::vector<std::string> list;
        for (auto& [weight, name] : side) list.push_back(std::move(name));
        return list.empty() ? std::string("nothing coded") : joined(list, ", ");
    };
    return "holds: " + names(holds) + " · wears: " + names(wears);
}

std::vector<std::string> sensitivity_sentences(const workbench::AssessResult& result) {
    const auto& sensitivity = result.assessment.sensitivity;
    if (result.assessment.outcome.verdict.direction == VerdictDirection::NotAssessed) return {"nothing to vary"};
    std::vector<std::string> lines;
    const auto add = [&](std::string line) {
        if (!line.empty()) lines.push_back(std::move(line));
    };
    add(multiverse_sentence(result) + " · " + recodings_sentence(sensitivity.recodings));
    add(rerun_sentence(sensitivity.leave_one_cluster_out, "leaving one cluster out"));
    add(rerun_sentence(sensitivity.source_class, "by source class"));
    add(rerun_sentence(sensitivity.leaning, "by leaning"));
    add(rerun_sentence(sensitivity.kinds, "by kind"));
    if (sensitivity.coders.size() > 1) add(rerun_sentence(sensitivity.coders, "by coder"));
    add(placebo_sentence(sensitivity.placebos));
    return lines;
}

std::string agreement_in_words(const workbench::FieldAgreement& field) {
    const auto one = [](const char* name, const indices::Agreement& agreement) {
        if (!agreement.value) return fmt::format("{} undefined", name);
        std::string text = fmt::format("{} {}", name, coefficient(*agreement.value));
        if (!agreement.low || !agreement.high) return text;
        return text + fmt::format(" ({}…{})", coefficient(*agreement.low), coefficient(*agreement.high));
    };
    return fmt::format("{}: {}, {}, equal {} of {}", field.field, one("α", field.alpha), one("κ", field.kappa),
                       percent(field.observed, 0), counted(field.alpha.units, "unit"));
}

}  // namespace entente::reports
