#include "reports/json_series.hpp"

namespace entente::reports {
namespace {

using workbench::NamedDate;

Json estimate_json(const models::Estimate& estimate) {
    return {{"value", number(estimate.value)},
            {"standard_error", number(estimate.standard_error)},
            {"low", number(estimate.low)},
            {"high", number(estimate.high)},
            {"p", number(estimate.p)}};
}

Json tested_json(const workbench::Tested& test) {
    return {{"statistic", number(test.statistic)},
            {"p", number(test.p)},
            {"p_standard_error", number(test.standard_error)},
            {"p_adjusted", number(test.adjusted)}};
}

const char* word_of(NamedDate date) {
    switch (date) {
        case NamedDate::NoBreak:
            return "no break";
        case NamedDate::Same:
            return "same";
        case NamedDate::Near:
            return "near";
        case NamedDate::Other:
            return "other";
        case NamedDate::NotSearched:
            break;
    }
    return "not searched";
}

Json period_test_json(const workbench::PeriodTest& test) {
    Json json{{"period", test.period},
              {"begin", to_text(test.begin)},
              {"before", test.before},
              {"after", test.after},
              {"level_change", nullptr},
              {"slope_change", nullptr},
              {"chow", nullptr},
              {"interrupted_p", nullptr},
              {"p", nullptr},
              {"p_adjusted", nullptr},
              {"lag", nullptr},
              {"autocorrelation", nullptr},
              {"named_date", word_of(test.date)},
              {"detectable_change", number(test.detectable)}};
    if (!test.detectable) json["reason_not_detectable"] = test.why_not_detectable;
    if (!test.why_not.empty()) {
        json["reason"] = test.why_not;
        return json;
    }
    json["level_change"] = estimate_json(*test.change.level_change);
    if (test.change.slope_change) json["slope_change"] = estimate_json(*test.change.slope_change);
    json["chow"] = {{"f", number(test.chow.statistic)}, {"p", number(test.chow.p)}};
    json["interrupted_p"] = number(test.change.p);
    json["p"] = number(test.p);
    json["p_adjusted"] = number(test.adjusted);
    json["lag"] = test.change.lag;
    json["line_fits_better"] = test.change.line_fits_better;
    json["autocorrelation"] = number(test.change.autocorrelation);
    return json;
}

Json date_or_null(const std::optional<Date>& date) {
    return date ? Json(to_text(*date)) : Json(nullptr);
}

Json search_json(const workbench::Search& search) {
    Json json{{"points", search.points}};
    if (search.points > 0) {
        json["first"] = to_text(search.first);
        json["last"] = to_text(search.last);
    }
    if (!search.why_not.empty()) {
        json["reason"] = search.why_not;
        return json;
    }
    json["breaks"] = Json::array();
    for (const auto& each : search.breaks) {
        json["breaks"].push_back({{"last_before", to_text(each.last_before)},
                                  {"first_after", to_text(each.first_after)},
                                  {"low", date_or_null(each.low)},
                                  {"high", date_or_null(each.high)},
                                  {"level_before", number(each.level_before)},
                                  {"level_after", number(each.level_after)}});
    }
    json["borne_out"] = search.borne_out;
    json["bic"] = number(search.bic);
    json["bic_without_break"] = number(search.bic_without);
    json["bic_of_a_line"] = number(search.bic_of_line);
    json["sup_f"] = tested_json(search.largest);
    json["ave_f"] = tested_json(search.average);
    json["exp_f"] = tested_json(search.exponential);
    json["ols_cusum"] = tested_json(search.cusum);
    return json;
}

Json count_json(const workbench::CountChange& count) {
    if (!count.why_not.empty()) return {{"reason", count.why_not}};
    return {{"last_before", to_text(count.most_likely)},
            {"low", to_text(count.low)},
            {"high", to_text(count.high)},
            {"rate_before", number(count.rate_before)},
            {"rate_after", number(count.rate_after)},
            {"ln_bayes_factor", number(count.log_bayes_factor)}};
}

}  // namespace

Json series_tests_json(const workbench::SeriesTestsResult& result) {
    Json list = Json::array();
    for (const auto& tests : result.series) {
        Json json{{"id", tests.series->id},
                  {"unit", tests.series->unit},
                  {"points", tests.points},
                  {"missing", tests.missing},
                  {"after_cutoff", tests.after_cutoff},
                  {"periods", Json::array()},
                  {"searches", Json::array()},
                  {"counts", Json::array()}};
        if (!tests.why_not.empty()) json["reason"] = tests.why_not;
        for (const auto& test : tests.periods) json["periods"].push_back(period_test_json(test));
        for (const auto& search : tests.searches) json["searches"].push_back(search_json(search));
        for (const auto& count : tests.counts) json["counts"].push_back(count_json(count));
        list.push_back(std::move(json));
    }
    return list;
}

}  // namespace entente::reports
