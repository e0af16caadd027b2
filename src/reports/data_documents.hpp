// What the commands about the user's data store have to say.
#pragma once

#include <string>
#include <vector>

#include "reports/document.hpp"
#include "workbench/data.hpp"
#include "workbench/data_add.hpp"

namespace entente::reports {

[[nodiscard]] Document data_list_document(const workbench::DataListResult& result);
[[nodiscard]] Document data_info_document(const workbench::DataInfoResult& result);
// All variables as one table, always with the same columns: for spreadsheets.
[[nodiscard]] Document data_info_table_document(const workbench::DataInfoResult& result);
[[nodiscard]] Document data_add_document(const workbench::DataAddResult& result);
[[nodiscard]] Document data_cite_document(const std::vector<workbench::CitedDataset>& cited);
// The entries themselves, each once, with a comment line that says which data sets they are for.
[[nodiscard]] std::string data_cite_bibtex(const std::vector<workbench::CitedDataset>& cited);

[[nodiscard]] std::string data_list_json(const workbench::DataListResult& result);
[[nodiscard]] std::string data_info_json(const workbench::DataInfoResult& result);
[[nodiscard]] std::string data_add_json(const workbench::DataAddResult& result);
[[nodiscard]] std::string data_cite_json(const std::vector<workbench::CitedDataset>& cited);

}  // namespace entente::reports
