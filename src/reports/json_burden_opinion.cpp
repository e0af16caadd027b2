// burden: opinions with their sampling error, and the words and acts of guarantors, as JSON.
#include "reports/json_burden.hpp"
#include "reports/json_threat.hpp"

namespace entente::reports {
namespace {

Json change_json(const std::optional<burden::OpinionChange>& change) {
    if (!change) return nullptr;
    return {{"change", number(change->change)},
            {"z", number(change->z)},
            {"p", number(change->p)},
            {"low", number(change->low)},
            {"high", number(change->high)}};
}

Json opinion_json(const workbench::OpinionResult& result) {
    const auto& series = *result.series;
    Json points = Json::array();
    for (const auto& point : result.points) {
        points.push_back({{"date", to_text(point.date)},
                          {"value", number(point.value)},
                          {"n", point.n ? Json(*point.n) : Json(nullptr)},
                          {"figure", text_or_null(point.figure)},
                          {"change", change_json(point.change)}});
    }
    return {{"id", series.id},
            {"name", series.name},
            {"audience", name_of(series.audience)},
            {"of", series.of.code.empty() ? series.of.written : series.of.code},
            {"about", name_of(series.about)},
            {"subject", text_or_null(series.subject)},
            {"issue", text_or_null(series.issue)},
            {"figures", series.figures},
            {"items", series.items},
            {"rows", series.rows},
            {"points", std::move(points)}};
}

// The entries behind a count: by whom, in which item, and the item of words that an act answers.
Json entry_json(const evidence::ConductEntry& entry) {
    Json toward = Json::array();
    for (const auto& actor : entry.toward) toward.push_back(actor.code.empty() ? actor.written : actor.code);
    return {{"item", entry.item},
            {"conduct", name_of(entry.conduct)},
            {"words", evidence::is_words(entry.conduct)},
            {"assures", evidence::assures(entry.conduct)},
            {"by", entry.by.code.empty() ? entry.by.written : entry.by.code},
            {"toward", std::move(toward)},
            {"answers", text_or_null(entry.answers)},
            {"note", text_or_null(entry.note)}};
}

Json count_json(const workbench::ConductCount& count) {
    Json by_conduct = Json::object();
    const auto& names = NamesOf<evidence::Conduct>::names;
    for (std::size_t at = 0; at < names.size() && at < count.by_conduct.size(); ++at) {
        by_conduct[std::string(names[at])] = count.by_conduct[at];
    }
    return {{"guarantor", state_json(count.guarantor)},
            {"period", text_or_null(count.period)},
            {"by_conduct", std::move(by_conduct)},
            {"words_assuring", count.words_assuring},
            {"words_doubting", count.words_doubting},
            {"acts_assuring", count.acts_assuring},
            {"acts_doubting", count.acts_doubting},
            {"borne_out", count.borne_out},
            {"belied", count.belied}};
}

}  // namespace

Json burden_opinions_json(const workbench::BurdenOfCase& of_case) {
    Json list = Json::array();
    for (const auto& opinion : of_case.opinions) list.push_back(opinion_json(opinion));
    return list;
}

Json burden_persons_json(const workbench::BurdenOfCase& of_case) {
    Json list = Json::array();
    for (const auto& person : of_case.persons) {
        list.push_back({{"person", person.person},
                        {"country", person.country},
                        {"from", to_text(person.from)},
                        {"to", to_text(person.to)},
                        {"person_change", number(person.person_change)},
                        {"country_change", number(person.country_change)},
                        {"ratio", number(person.ratio)}});
    }
    return list;
}

Json burden_conduct_json(const workbench::BurdenOfCase& of_case) {
    Json counts = Json::array();
    for (const auto& count : of_case.conduct) counts.push_back(count_json(count));
    Json entries = Json::array();
    const auto& record = of_case.open->content.burden;
    if (record) {
        for (const auto& entry : record->conduct) entries.push_back(entry_json(entry));
    }
    return {{"counts", std::move(counts)}, {"entries", std::move(entries)}};
}

}  // namespace entente::reports
