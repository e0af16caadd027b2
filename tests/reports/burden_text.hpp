// What tests of burden documents share: the whole text, and that it says a sentence.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "burden_results.hpp"
#include "reports/document.hpp"
#include "reports/documents.hpp"

namespace entente::reports {

// So wide that no sentence is broken.
inline std::string unbroken(const workbench::BurdenResult& result) {
    return render_text(burden_document(result), {.width = 2000, .colour = false});
}

inline void expect_says(const std::string& text, const std::string& sentence) {
    EXPECT_NE(text.find(sentence), std::string::npos) << sentence << "\n--- is not in ---\n" << text;
}

}  // namespace entente::reports
