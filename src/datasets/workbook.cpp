#include "datasets/workbook.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "datasets/workbook_sheet.hpp"
#include "datasets/workbook_xml.hpp"
#include "datasets/zip_parts.hpp"

namespace entente::datasets {

namespace {

constexpr std::size_t kMostSheets = 1'000;

struct Relation {
    std::string type;  // the last word of the type's address, as `worksheet`
    std::string part;
};

struct NamedSheet {
    std::string name;
    std::string part;
};

// `xl/workbook.xml` has its relations in `xl/_rels/workbook.xml.rels`.
std::string relations_of(std::string_view part) {
    const auto slash = part.rfind('/');
    const auto folder = slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
    return std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

// A target is named from the folder of the part that refers to it, or from the top.
std::string resolved(std::string_view target, std::string_view from) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    const auto slash = from.rfind('/');
    std::string folder(slash == std::string_view::npos ? std::string_view() : from.substr(0, slash + 1));
    while (target.starts_with("../") || target.starts_with("./")) {
        if (target.starts_with("../")) {
            if (!folder.empty()) folder.pop_back();
            folder.erase(folder.rfind('/') + 1);
            target.remove_prefix(1);
        }
        target.remove_prefix(2);
    }
    return folder + std::string(target);
}

class WorkbookReader {
public:
    WorkbookReader(ZipParts& parts, const std::filesystem::path& folder, std::size_t most_columns, ApartReport& report)
        : parts_(parts), folder_(folder), most_columns_(most_columns), report_(report) {}

    void read() {
        const std::string book = name_of_book();
        if (book.empty()) return describe_other();
        auto relations = read_relations(book);
        if (!relations) return;
        if (!read_shared(*relations)) return;
        for (const auto& sheet : read_sheets(book, *relations)) {
            if (!report_.why_not.empty() || !write(sheet)) return;
        }
        if (report_.why_not.empty() && report_.sheet_names.empty()) fail("is a workbook without a sheet of cells");
        remark();
    }

private:
    void fail(std::string why_not, std::string advice = "download it anew, or save the sheet as CSV UTF-8") {
        report_.why_not = std::move(why_not);
        report_.advice = std::move(advice);
    }

    std::optional<std::string> part(const std::string& name) {
        std::string why_not;
        auto bytes = parts_.read(name, why_not);
        if (!bytes) fail("is a workbook that " + why_not);
        return bytes;
    }

    void fail_in(const std::string& part, const std::string& why_not) {
        fail("is a workbook whose part '" + part + "' " + why_not);
    }

    std::optional<std::map<std::string, Relation>> read_relations(const std::string& of) {
        auto xml = part(relations_of(of));
        if (!xml) return std::nullopt;
        pugi::xml_document document;
        std::string why_not;
        if (!parse_xml(*xml, document, why_not)) {
            fail_in(relations_of(of), why_not);
            return std::nullopt;
        }
        std::map<std::string, Relation> relations;
        for (const auto& one : document.document_element().children()) {
            const auto type = attribute(one, "Type");
            relations[std::string(attribute(one, "Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                            resolved(attribute(one, "Target"), of)};
        }
        return relations;
    }

    // Empty if the archive is no such workbook.
    std::string name_of_book() {
        if (!parts_.has("_rels/.rels")) return {};
        const auto relations = read_relations("");
        if (!relations) return {};
        for (const auto& [id, relation] : *relations) {
            if (relation.type == "officeDocument" && parts_.has(relation.part) && relation.part.ends_with(".xml") &&
                relation.part.find("document.xml") == std::string::npos &&
                relation.part.find("presentation.xml") == std::string::npos) {
                return relation.part;
            }
        }
        return {};
    }

    void describe_other() {
        if (!report_.why_not.empty()) return;
        if (parts_.has("xl/workbook.bin")) {
            return fail("is a binary Excel workbook (.xlsb)", "save it as .xlsx or as CSV UTF-8");
        }
        if (parts_.has("word/document.xml")) return fail("is a Word document", "download the data, not its codebook");
        if (parts_.has("content.xml")) return fail("is an OpenDocument file", "save it as .xlsx or as CSV UTF-8");
        std::string inside;
        constexpr std::size_t kShown = 3;
        for (std::size_t i = 0; i < parts_.names().size() && i < kShown; ++i) {
            inside += (i == 0 ? " (with " : ", ") + parts_.names()[i];
        }
        if (!inside.empty()) inside += parts_.names().size() > kShown ? " …)" : ")";
        fail("is a zip archive" + inside + ", not a table", "unpack it and give the file that is in it");
    }

    bool read_shared(const std::map<std::string, Relation>& relations) {
        for (const auto& [id, relation] : relations) {
            if (relation.type != "sharedStrings" && relation.type != "styles") continue;
            if (!parts_.has(relation.part)) continue;
            auto xml = part(relation.part);
            if (!xml) return false;
            std::string why_not;
            if (relation.type == "styles") {
                context_.styles = cell_styles(*xml, why_not);
            } else {
                context_.strings = shared_strings(*xml, why_not);
            }
            if (!why_not.empty()) {
                fail_in(relation.part, why_not);
                return false;
            }
        }
        return true;
    }

    // In the order of the book. Sheets that hold only a chart have no cells.
    std::vector<NamedSheet> read_sheets(const std::string& book, const std::map<std::string, Relation>& relations) {
        std::vector<NamedSheet> sheets;
        auto xml = part(book);
        if (!xml) return sheets;
        pugi::xml_document document;
        std::string why_not;
        if (!parse_xml(*xml, document, why_not)) {
            fail_in(book, why_not);
            return sheets;
        }
        const auto root = document.document_element();
        const auto since_1904 = attribute(child(root, "workbookPr"), "date1904");
        if (since_1904 == "1" || since_1904 == "true") context_.dates = DateSystem::From1904;
        for (const auto& sheet : child(root, "sheets").children()) {
            const auto found = relations.find(std::string(attribute(sheet, "id")));
            if (found == relations.end() || found->second.type != "worksheet") continue;
            sheets.push_back({std::string(attribute(sheet, "name")), found->second.part});
            if (sheets.size() > kMostSheets) {
                fail("is a workbook of more than " + std::to_string(kMostSheets) + " sheets");
                return sheets;
            }
        }
        return sheets;
    }

    bool write(const NamedSheet& sheet) {
        auto xml = part(sheet.part);
        if (!xml) return false;
        CsvWriter writer(table_file(folder_, report_.sheet_names.size()));
        std::string why_not;
        write_sheet(*xml, context_, most_columns_, writer, losses_, why_not);
        if (why_not.empty() && !writer.finish()) why_not = "is too large to unpack";
        if (!why_not.empty()) {
            fail("is a workbook whose sheet '" + sheet.name + "' " + why_not);
            return false;
        }
        report_.sheet_names.push_back(sheet.name);
        return true;
    }

    void remark() {
        if (losses_.errors > 0) {
            report_.remarks.push_back("cells that hold an error, as #N/A, taken as empty: " +
                                      std::to_string(losses_.errors));
        }
        if (losses_.uncomputed > 0) {
            report_.remarks.push_back("formulas without a stored result taken as empty: " +
                                      std::to_string(losses_.uncomputed));
        }
    }

    ZipParts& parts_;
    const std::filesystem::path& folder_;
    std::size_t most_columns_;
    ApartReport& report_;
    WorkbookContext context_;
    SheetLosses losses_;
};

}  // namespace

ApartReport workbook_tables(const std::string& path, const std::filesystem::path& folder, std::size_t most_columns,
                            const UnpackLimits& limits) {
    ApartReport report;
    report.format = "Excel workbook";
    report.encoding = "UTF-8";
    auto parts = ZipParts::open(path, limits, report.why_not);
    if (!parts) {
        report.advice = "download it anew";
        return report;
    }
    WorkbookReader(*parts, folder, most_columns, report).read();
    return report;
}

}  // namespace entente::datasets
