#include "reports/json.hpp"

#include <filesystem>

#include "reports/json_objects.hpp"

namespace entente::reports {

FileNames FileNames::within(const workbench::OpenCase& open) {
    FileNames names;
    const auto& file = open.content.where.file;  // …/case.toml
    names.folder_ = file.substr(0, file.rfind('/') + 1);
    return names;
}

std::string FileNames::shown(const std::string& file) const {
    if (!folder_) return file;
    if (file.starts_with(*folder_)) return file.substr(folder_->size());
    const std::filesystem::path path(file);
    return (path.parent_path().filename() / path.filename()).string();
}

std::string assess_json(const workbench::AssessResult& result) {
    return dumped(assess_object(result, FileNames::as_given()));
}

std::string compare_json(const workbench::CompareResult& result) {
    return dumped(compare_object(result));
}

std::string trajectory_json(const workbench::TrajectoryResult& result) {
    return dumped(trajectory_object(result));
}

std::string continuity_json(const workbench::ContinuityResult& result) {
    return dumped(continuity_object(result));
}

std::string check_json(const workbench::CheckResult& result) {
    return dumped(check_object(result, FileNames::as_given()));
}

std::string show_json(const workbench::ShowResult& result) {
    return dumped(show_object(result, FileNames::as_given()));
}

std::string figures_json(const workbench::FiguresResult& result) {
    return dumped(figures_object(result));
}

std::string agreement_json(const workbench::OpenCase& open, const workbench::AgreementResult& result,
                           const workbench::AgreementRequest& request) {
    return dumped(agreement_object(open, result, request));
}

std::string theories_json(const workbench::Theories& theories) {
    Json list = Json::array();
    for (const auto& entry : theories.ledgers) {
        list.push_back({{"kind", name_of(evidence::TheoryKind::Ledger)}});
        list.back().update(theory_object(entry.theory));
    }
    for (const auto& entry : theories.threats) list.push_back(threat_theory_object(entry.theory));
    for (const auto& entry : theories.burdens) list.push_back(burden_theory_object(entry.theory));
    for (const auto& entry : theories.outlooks) list.push_back(outlook_theory_object(entry.theory));
    return dumped({{"theories", std::move(list)}});
}

std::string protocols_json(const std::vector<workbench::ProtocolEntry>& protocols) {
    Json list = Json::array();
    for (const auto& entry : protocols) list.push_back(protocol_object(entry.protocol));
    return dumped({{"protocols", std::move(list)}});
}

}  // namespace entente::reports
