// The XML dialect of workbooks: elements by their name without namespace prefix, as writers choose different ones.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace entente::datasets {

// Parsed in place. Entities beyond those of XML itself, and files elsewhere, are never looked up. Says why not.
inline bool parse_xml(std::string& xml, pugi::xml_document& document, std::string& why_not) {
    const auto result = document.load_buffer_inplace(
        xml.data(), xml.size(),
        pugi::parse_cdata | pugi::parse_escapes | pugi::parse_ws_pcdata_single | pugi::parse_eol);
    if (result.status == pugi::status_out_of_memory) {
        why_not = "is larger than memory allows";
    } else if (!result) {
        why_not = std::string("is not well-formed XML: ") + result.description();
    }
    return static_cast<bool>(result);
}

inline std::string_view local_name(const char* name) {
    const std::string_view whole = name;
    const auto colon = whole.find(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

inline bool is(const pugi::xml_node& node, std::string_view name) {
    return local_name(node.name()) == name;
}

inline pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& one) { return is(one, name); });
}

inline std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    return node.find_attribute([&](const pugi::xml_attribute& one) { return local_name(one.name()) == name; }).value();
}

}  // namespace entente::datasets
